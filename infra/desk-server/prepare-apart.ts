import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../command-line.ts';
import type { Prepared, ToPrepare } from './prepare.ts';

type Told = { prepared: Prepared } | { fault: string };
const file = fileURLToPath(import.meta.url);

/**
 * What `prepareDesk` makes, made in a process that ends with it: regulations, schemas and builder take as much memory as the server, and
 * are needed once. Rejects in Chinese.
 */
export const prepareApart = async (toPrepare: ToPrepare): Promise<Prepared> => {
  const child = fork(file, [JSON.stringify(toPrepare)]);
  const told = await new Promise<Told>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Told));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`准备值班台文件的进程中途结束(${code})`)));
  });
  child.disconnect();
  if ('fault' in told) throw new Error(told.fault);
  return told.prepared;
};

const make = async (toPrepare: string): Promise<Told> => {
  try {
    const { prepareDesk } = await import('./prepare.ts');
    return { prepared: prepareDesk(JSON.parse(toPrepare) as ToPrepare) };
  } catch (error) {
    return { fault: messageOf(error) };
  }
};
if (process.argv[1] === file) process.send?.(await make(process.argv[2] ?? ''));
