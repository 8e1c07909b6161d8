import { hash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildProgram, type Program, root } from './program.ts';

const KEPT_AT = join(root, '.cache/desk-site/program.json');
/** What decides of the build beside the sources: how it is made, what it is made with, and whether there is a worker. */
const BESIDE = [
  'infra/desk-site/program.ts',
  'infra/pack-file.ts',
  'package-lock.json',
  'web/tsconfig.json',
  'web/worker.ts',
];

const hashOfAll = (inputs: readonly string[]): string => {
  const told = [...BESIDE, ...inputs].map((path) => {
    const full = join(root, path);
    return `${path} ${existsSync(full) ? hash('sha256', readFileSync(full), 'hex') : '-'}`;
  });
  return hash('sha256', told.join('\n'), 'hex');
};

interface Kept {
  of: string;
  program: Program;
}
/** What was kept, if nothing that it was made from has changed since. */
const readKept = (file: string): Program | undefined => {
  try {
    const { of, program } = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return of === hashOfAll(program.inputs) ? program : undefined;
  } catch {
    return undefined;
  }
};
/** Where it cannot be written it is built again next time. */
const keep = (file: string, program: Program): void => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, JSON.stringify({ of: hashOfAll(program.inputs), program } satisfies Kept));
    renameSync(draft, file);
  } catch {}
};

/** The desk's program, built only if something that it is made from has changed since it was built last. */
export const keptProgram = (file = KEPT_AT, build: () => Program = buildProgram): Program => {
  const kept = readKept(file);
  if (kept !== undefined) return kept;
  const program = build();
  keep(file, program);
  return program;
};
