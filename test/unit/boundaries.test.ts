import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
const files = [
  ...globSync('{shared,functions,statemachines,infra,web}/**/*.ts', { cwd: root }),
  ...globSync('web/**/*.tsx', { cwd: root }),
].map((path) => ({
  path,
  text: withoutComments(readFileSync(join(root, path), 'utf8')),
}));
/** What a file imports: packages by name, files by their path in the project. */
const importsOf = ({ path, text }: { path: string; text: string }) =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"$]+)['"]/g)].map(([, name]) =>
    name!.startsWith('.') ? relative(root, join(root, dirname(path), name!)) : name!,
  );

/** The rooms, from the ground up: each may import from those before it. */
const ROOMS = [
  'shared/time',
  'shared/regulations',
  'shared/wording',
  'shared/contracts',
  'shared/pictures',
  'web/model',
  'web/api',
  'web/parts',
  'web/pages',
  'web',
  'shared/case',
  'shared/grading',
  'shared/deadlines',
  'shared/secrets',
  'shared/workflows',
  'shared/records',
  'shared/rules',
  'shared/intake',
  'shared/notices',
  'shared/office',
  'shared/aws',
  'statemachines',
  'functions',
  'infra/text-table.ts',
  'infra/command-line.ts',
  'infra/read-json.ts',
  'infra/regulation-check',
  'infra/feed-trial',
  'infra/docs/text',
  'infra/docs/views',
  'infra/pack-file.ts',
  'infra/openapi',
  'infra/desk-site',
  'infra/settings',
  'infra/restoring',
  'infra/constructs',
  'infra',
  'infra/local',
  'infra/local/clock',
  'infra/local/engine',
  'infra/local/definitions',
  'infra/local/embedded',
  'infra/local/store',
  'infra/local/identity',
  'infra/local/rehearsal',
  'infra/local/server',
  'infra/local/console',
  'infra/local/bench',
  'infra/local/soak',
  'infra/docs/clauses',
  'infra/docs/regulation',
  'infra/docs',
  'infra/desk-command',
  'infra/desk-server',
  'infra/cost/meter',
  'infra/cost/measure',
  'infra/cost/sheet',
  'infra/commands',
];
const hasRoomsInside = (room: string): boolean => ROOMS.some((other) => other.startsWith(`${room}/`));
/** A room with rooms of its own inside is what lies flat in it; a file may be a room by itself. */
const isIn = (path: string, room: string): boolean =>
  path === room || (hasRoomsInside(room) ? dirname(path) === room : path.startsWith(`${room}/`));
const roomOf = (path: string): number => ROOMS.findIndex((room) => isIn(path, room));
const PURE = /^shared\/(time|regulations|wording|contracts|pictures|case|grading|deadlines|rules|intake)\//;

/** The files outside `allowed` whose text or imports show what is forbidden there. */
const trespassers = (allowed: RegExp, isForbidden: (file: { path: string; text: string }) => boolean) =>
  files.filter((file) => !allowed.test(file.path) && isForbidden(file)).map(({ path }) => path);

const notPure = new RegExp(`^(?!${PURE.source.slice(1)})`);
const imports = (pattern: RegExp) => (file: { path: string; text: string }) =>
  importsOf(file).some((name) => pattern.test(name));
const says = (pattern: RegExp) => (file: { text: string }) => pattern.test(file.text);

describe('rooms', () => {
  it('has a place for every file', () => {
    expect(files.filter(({ path }) => roomOf(path) < 0).map(({ path }) => path)).toEqual([]);
    for (const room of ROOMS)
      expect(
        files.some(({ path }) => isIn(path, room)),
        room,
      ).toBe(true);
  });

  it('imports only downwards, so that no room depends on one that depends on it', () => {
    const upwards = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => roomOf(name) > roomOf(file.path))
        .map((name) => `${file.path} → ${name}`),
    );
    expect(upwards).toEqual([]);
  });

  it('has no circle of files', () => {
    const known = new Map(files.map((file) => [file.path, importsOf(file)]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of known.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of known.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('has some fifteen files lying in a room and no more; what is more gets rooms of its own', () => {
    const all = [...files.map(({ path }) => path), ...globSync('test/**/*.ts', { cwd: root })];
    const counts = Map.groupBy(all, (path) => dirname(path));
    const full = [...counts].filter(([, inside]) => inside.length > 16).map(([folder]) => folder);
    expect(full).toEqual([]);
  });
});

describe('boundaries', () => {
  it('looks at the pure folders', () => {
    expect(files.filter(({ path }) => PURE.test(path)).length).toBeGreaterThan(80);
  });

  it.each([
    ['the SDK, the CDK or Node', imports(/^(@aws-sdk\/|@smithy\/|aws-cdk-lib|constructs|node:)/)],
    ['the environment', says(/\bprocess\./)],
    ['the clock', says(/\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/)],
    ['randomness', says(/\bMath\.random\b|\b(randomUUID|getRandomValues|randomBytes)\b/)],
  ])('the pure folders do not use %s', (_what, isForbidden) => {
    expect(trespassers(notPure, isForbidden)).toEqual([]);
  });

  it('the pure folders rest on one another alone', () => {
    const isImpure = (name: string) =>
      /^(shared|functions|statemachines|infra)\//.test(name) && !PURE.test(name);
    expect(trespassers(notPure, (file) => importsOf(file).some(isImpure))).toEqual([]);
  });

  it('a picture draws what it is given: it rests on contracts and instants alone, as a browser can carry them', () => {
    const pictures = /^(?!shared\/pictures\/)/;
    const beyond = /^shared\/(?!(pictures|contracts|time)\/)/;
    expect(trespassers(pictures, imports(beyond))).toEqual([]);
  });

  it('the desk in the browser rests on contracts and pictures, and on what a browser has', () => {
    const beyond = /^(shared\/(?!(pictures|contracts)\/)|functions\/|statemachines\/|infra\/|node:|zod)/;
    const ofTypes = ({ path, text }: { path: string; text: string }) =>
      imports(beyond)({ path, text: text.replace(/\bimport type [^;]*;/g, '') });
    expect(trespassers(/^(?!web\/)/, ofTypes)).toEqual([]);
  });

  it('what decides what the desk shows knows no browser, no clock and no randomness', () => {
    const beside = /^(?!web\/model\/)/;
    expect(trespassers(beside, imports(/^(@?preact|oauth4webapi|csv-parse)/))).toEqual([]);
    const browser =
      /\b(document|window|navigator|localStorage|sessionStorage|fetch|getRandomValues)\b[.(]|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b/;
    expect(trespassers(beside, says(browser))).toEqual([]);
  });

  it('the SDK is imported by one adapter each of table, texts, functions, clocks and secrets, and to restore tables', () => {
    const outside = /^(shared\/aws\/|infra\/restoring\/dynamo-tables\.ts$)/;
    expect(trespassers(outside, imports(/^@aws-sdk\//))).toEqual([]);
  });

  it('only what runs on AWS, or speaks with it, carries the adapters', () => {
    const onAws = /^(shared\/aws\/|infra\/restoring\/|functions\/(system-on-aws\.ts$|[^/]+\/index\.ts$))/;
    expect(trespassers(onAws, imports(/^shared\/aws\//))).toEqual([]);
  });

  it('only the entries of functions and infra read the environment', () => {
    expect(trespassers(/^(infra\/|functions\/[^/]+\/index\.ts$)/, says(/\bprocess\.env\b/))).toEqual([]);
  });

  it('what a function carries uses zod/mini, which is a third of zod and leaves out what is not used', () => {
    // The regulation's schema stays where the functions are bundled (decision 013).
    const allowed = /^(infra\/|shared\/regulations\/schema(\.ts$|\/))/;
    expect(trespassers(allowed, imports(/^zod$/))).toEqual([]);
  });

  it('no function carries the schema of the regulations, whose types it uses', () => {
    const asType = (text: string) => text.replace(/\bimport type [^;]*;/g, '');
    const carries = ({ path, text }: { path: string; text: string }) =>
      imports(/regulations\/schema(\.ts$|\/)/)({ path, text: asType(text) });
    expect(trespassers(/^(infra\/|shared\/regulations\/schema(\.ts$|\/))/, carries)).toEqual([]);
  });
});
