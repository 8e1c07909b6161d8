import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
const files = globSync('{shared,functions,statemachines,infra}/**/*.ts', { cwd: root }).map((path) => ({
  path,
  text: withoutComments(readFileSync(`${root}${path}`, 'utf8')),
}));
const importsOf = (text: string) =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name]) => name!);

/** The files outside `allowed` whose text or imports show what is forbidden there. */
const trespassers = (allowed: RegExp, isForbidden: (file: { path: string; text: string }) => boolean) =>
  files.filter((file) => !allowed.test(file.path) && isForbidden(file)).map(({ path }) => path);

const outsidePureFolders = /^(?!shared\/(case|deadlines|grading|regulations)\/)/;
const imports = (pattern: RegExp) => (file: { text: string }) =>
  importsOf(file.text).some((name) => pattern.test(name));
const says = (pattern: RegExp) => (file: { text: string }) => pattern.test(file.text);

describe('boundaries', () => {
  it('looks at the pure folders', () => {
    expect(files.filter(({ path }) => !outsidePureFolders.test(path)).length).toBeGreaterThan(10);
  });

  it.each([
    ['the SDK, the CDK or Node', imports(/^(@aws-sdk\/|@smithy\/|aws-cdk-lib|constructs|node:)/)],
    ['what is not pure', imports(/^\.\.\/(records|notices|workflows)\/|\/(functions|infra)\//)],
    ['the environment', says(/\bprocess\./)],
    ['the clock', says(/\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/)],
    ['randomness', says(/\bMath\.random\b|\b(randomUUID|getRandomValues|randomBytes)\b/)],
  ])('the pure folders do not use %s', (_what, isForbidden) => {
    expect(trespassers(outsidePureFolders, isForbidden)).toEqual([]);
  });

  it('only records, notices, workflows and secrets import the SDK, and what fills the embedded table', () => {
    const allowed =
      /^(shared\/(records|notices|workflows|secrets)\/|infra\/local\/(create-table|bench\/seed)\.ts$)/;
    expect(trespassers(allowed, imports(/^@aws-sdk\//))).toEqual([]);
  });

  it('only the entries of functions and infra read the environment', () => {
    expect(trespassers(/^(infra\/|functions\/[^/]+\/index\.ts$)/, says(/\bprocess\.env\b/))).toEqual([]);
  });

  it('nobody outside infra imports infra', () => {
    expect(trespassers(/^infra\//, imports(/(^|\/)infra\//))).toEqual([]);
  });

  it('what a function carries uses zod/mini, which is a third of zod and leaves out what is not used', () => {
    // The regulation's schema stays where the functions are bundled (decision 013).
    const allowed = /^(infra\/|shared\/regulations\/schema\.ts$)/;
    expect(trespassers(allowed, imports(/^zod$/))).toEqual([]);
  });

  it('no function carries the check of the regulations', () => {
    const asType = (text: string) => text.replace(/\bimport type [^;]*;/g, '');
    const reaches = ({ text }: { text: string }) =>
      /regulations\/(load|check(-[\w-]+)?|references|describe-schema|schema)\.ts'/.test(asType(text));
    expect(trespassers(/^infra\//, reaches)).toEqual([]);
  });
});
