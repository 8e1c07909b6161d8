import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { type Made, madeOnce } from '../../../../infra/local/definitions/input-cache.ts';

let root: string;
const write = (path: string, content: string): void => writeFileSync(join(root, path), content);
const RECORDER = new URL('../../../../infra/local/definitions/record-inputs.ts', import.meta.url).href;

/** A project whose entry reads a module that reads another, a data file, and a package. */
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'shixian-inputs-')));
  mkdirSync(join(root, 'node_modules/pack'), { recursive: true });
  write('package.json', '{"type":"module"}');
  write('node_modules/pack/package.json', '{"type":"module","version":"1.0.0","exports":"./main.js"}');
  write('node_modules/pack/main.js', 'export const version = 1;');
  write('shallow.ts', "export { deep } from './deep.ts'; import 'pack';");
  write('deep.ts', 'export const deep: string = "one";');
  write('data.json', '"first"');
  write('unrelated.ts', 'export const unrelated = 1;');
  write(
    'entry.ts',
    `import { recordInputs } from ${JSON.stringify(RECORDER)};
    const recorded = recordInputs(import.meta.dirname);
    const { readFileSync } = await import('node:fs');
    const { deep } = await import('./shallow.ts');
    const data = JSON.parse(readFileSync(new URL('./data.json', import.meta.url), 'utf8'));
    console.log(JSON.stringify({ inputs: recorded(), value: deep + ' ' + data }));`,
  );
});
afterEach(() => rmSync(root, { recursive: true }));

let made = 0;
const make = async (): Promise<Made> => {
  made += 1;
  return JSON.parse(execFileSync(process.execPath, [join(root, 'entry.ts')], { encoding: 'utf8' })) as Made;
};
/** What the cache gives, and how often it had to be made for that. */
const given = async (): Promise<[string, number]> => {
  const before = made;
  const path = join(root, 'kept/value.json');
  const value = await madeOnce({ root, path, parse: (each) => z.string().parse(each), make });
  return [value, made - before];
};

it('finds by itself what was read: modules however deep, data files, and of packages their description', async () => {
  expect(Object.keys((await make()).inputs).sort()).toEqual([
    'data.json',
    'deep.ts',
    'entry.ts',
    'node_modules/pack/package.json',
    'shallow.ts',
  ]);
});

it('keeps what was made while no input has changed, whatever else does', async () => {
  expect(await given()).toEqual(['one first', 1]);
  write('unrelated.ts', 'export const unrelated = 2;');
  utimesSync(join(root, 'deep.ts'), new Date(), new Date());
  expect(await given()).toEqual(['one first', 0]);
});

it.each([
  ['a deep import', 'deep.ts', 'export const deep: string = "two";', 'two first'],
  ['a data file', 'data.json', '"second"', 'one second'],
  [
    'a package',
    'node_modules/pack/package.json',
    '{"type":"module","version":"2.0.0","exports":"./main.js"}',
    'one first',
  ],
])('makes it anew when %s has changed', async (_, path, content, value) => {
  await given();
  write(path, content);
  expect(await given()).toEqual([value, 1]);
  expect(await given()).toEqual([value, 0]);
});

it('follows a new import, and makes it anew when an input is gone', async () => {
  await given();
  write('shallow.ts', "export { deep } from './deeper.ts';");
  write('deeper.ts', 'export const deep = "deeper";');
  expect(await given()).toEqual(['deeper first', 1]);
  write('deeper.ts', 'export const deep = "deepest";');
  expect(await given()).toEqual(['deepest first', 1]);
  rmSync(join(root, 'deeper.ts'));
  await expect(given()).rejects.toThrow('deeper.ts');
});

it.each(['', '{"inputs":', '{"inputs":{},"value":3}', '{"value":"old"}'])(
  'takes a damaged file for none: %s',
  async (content) => {
    mkdirSync(join(root, 'kept'));
    write('kept/value.json', content);
    expect(await given()).toEqual(['one first', 1]);
    expect(readdirSync(join(root, 'kept'))).toEqual(['value.json']);
  },
);
