import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tools.ts';

export const NEW_VERSION = '2026-12-01';
const FOLDERS = ['docs/regulations/texts', 'functions', 'infra', 'shared', 'statemachines', 'web'];
const FILES = ['cdk.json', 'deployment.example.json', 'package.json', 'package-lock.json', 'tsconfig.json'];

interface Data {
  version: string;
  effectiveOn: string;
  duties: { id: string; terms: { limit: { kind: string; within?: string } }[] }[];
}
/** The regulation as it might read after a revision: 电话报告 within two hours at 橙 and 红. */
const revise = (data: Data): Data => ({
  ...data,
  version: NEW_VERSION,
  effectiveOn: NEW_VERSION,
  duties: data.duties.map((duty) => ({
    ...duty,
    terms: duty.terms.map((term) =>
      duty.id === 'zhanjiangTelephone' && term.limit.within === 'PT3H'
        ? { ...term, limit: { ...term.limit, within: 'PT2H' } }
        : term,
    ),
  })),
});

/**
 * A checkout in `folder` in which the regulation has a newer version beside the old one, as an administrator makes it
 * by docs/operations.md. Returns its path, with a slash at the end.
 */
export const reviseRegulation = (folder: string): string => {
  const root = join(folder, 'revised');
  mkdirSync(root);
  for (const name of [...FOLDERS, ...FILES]) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const data = JSON.parse(
    readFileSync(join(root, 'shared/regulations/bureaus/leizhou.json'), 'utf8'),
  ) as Data;
  const file = join(folder, 'leizhou-revised.json');
  writeFileSync(file, JSON.stringify(revise(data)));
  execFileSync(process.execPath, ['infra/commands/regulation.ts', 'register', file], { cwd: root });
  return `${root}/`;
};
