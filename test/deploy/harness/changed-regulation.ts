import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tools.ts';

export const NEW_VERSION = '2026-12-01';
const FOLDERS = ['functions', 'infra', 'shared', 'statemachines'];
const FILES = ['cdk.json', 'deployment.example.json', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** The regulation as it might read after a revision: 电话报告 within two hours at 橙 and 红. */
const REVISION = `import { leizhou } from './leizhou.ts';
import { completeRegulation } from './complete.ts';
import type { Regulation } from './schema.ts';

export const leizhouRevised: Regulation = completeRegulation({
  ...leizhou,
  version: '${NEW_VERSION}',
  duties: leizhou.duties.map((duty) =>
    duty.id !== 'zhanjiangTelephone'
      ? duty
      : {
          ...duty,
          terms: duty.terms.map((term) =>
            term.limit.kind === 'within' && term.limit.within === 'PT3H'
              ? { ...term, limit: { ...term.limit, within: 'PT2H' } }
              : term,
          ),
        },
  ),
});
`;

/**
 * A checkout in `folder` in which the regulation has a newer version beside the old one, as an administrator makes it
 * by docs/operations.md. Returns its path, with a slash at the end.
 */
export const reviseRegulation = (folder: string): string => {
  const root = join(folder, 'revised');
  mkdirSync(root);
  for (const name of [...FOLDERS, ...FILES]) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const regulations = join(root, 'shared/regulations');
  writeFileSync(join(regulations, 'leizhou-revised.ts'), REVISION);
  const index = join(regulations, 'index.ts');
  const before = readFileSync(index, 'utf8');
  const after = before
    .replace(
      `from './leizhou.ts';`,
      `from './leizhou.ts';\nimport { leizhouRevised } from './leizhou-revised.ts';`,
    )
    .replace('[leizhou]', '[leizhou, leizhouRevised]');
  if (after === before) throw new Error('shared/regulations/index.ts no longer lists its versions as it did');
  writeFileSync(index, after);
  return `${root}/`;
};
