import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RunningBureau } from '../running-bureau.ts';

const run = promisify(execFile);
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const WRONG = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** What vendors send: each has an item of its own for every client, so that it is new. */
const BODIES: Readonly<Record<string, (id: string) => unknown>> = {
  one: (id) => ({ id, title: '市民咨询营业时间' }),
  list: (id) => [{ id, title: '繁體與“引号”、emoji 🔥‼️' }],
  batch: (id) => ({ items: [{ id, title: '<em>标题</em>', content: '第一行\r\n第二行\u200b\ufeff' }] }),
};

interface Client {
  name: string;
  command: readonly string[];
}
/** The official libraries, each as the vendor's own program. */
const clientsOf = (python: string): Client[] => [
  { name: 'Python', command: [python, here('vendor.py')] },
  { name: 'JavaScript', command: [process.execPath, here('vendor.ts')] },
];

/**
 * Pushes by the official libraries of Standard Webhooks, under both names of the headers, packed and not: all is taken; under another
 * secret nothing is. Returns what was tried; rejects with what was answered otherwise.
 */
export const tryClients = async (
  python: string,
  { url, folder }: Pick<RunningBureau, 'url' | 'folder'>,
  cwd: string,
): Promise<string> => {
  const { feeds } = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as {
    feeds: Record<string, string[]>;
  };
  const push = async ({ command: [program = '', ...args] }: Client, more: string[], secret: string) => {
    const env = { ...process.env, PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1', WEBHOOK_SECRET: secret };
    const { stdout } = await run(program, [...args, `${url}/v1/feeds/demo/items`, ...more], { cwd, env });
    return stdout;
  };
  const file = join(cwd, 'push.json');
  let tried = 0;
  for (const client of clientsOf(python))
    for (const [name, bodyOf] of Object.entries(BODIES))
      for (const names of ['webhook', 'svix'])
        for (const packing of ['plain', 'gzip']) {
          const id = `${client.name}-${name}-${names}-${packing}`;
          writeFileSync(file, JSON.stringify(bodyOf(id)));
          for (const [secret, wanted] of [
            [WRONG, '401 '],
            [feeds.demo![0]!, '200 {"accepted":1'],
          ] as const) {
            const said = await push(client, [file, names, packing], secret);
            if (!said.startsWith(wanted))
              throw new Error(`${id}: ${wanted} was wanted, and this said: ${said}`);
            tried += 1;
          }
        }
  return `ok: ${tried} pushes by the official libraries`;
};
