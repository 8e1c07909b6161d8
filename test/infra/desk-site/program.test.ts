import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptProgram } from '../../../infra/desk-site/kept-program.ts';
import { licencesOf } from '../../../infra/desk-site/licences.ts';
import { buildProgram, type Program, root } from '../../../infra/desk-site/program.ts';
import { fileAt, sizeOf, textOf } from './packed.ts';

const KB = 1000;
/** Names of the forms that XML has, not addresses. */
const NAMESPACE =
  /https?:\/\/www\.w3\.org\/(2000\/svg|1999\/xhtml|1999\/xlink|1998\/Math\/MathML|XML\/1998\/namespace)/g;
/** Where preact-iso says to read on, in the words of a fault. */
const READ_ON = 'https://github.com/preactjs/preact-iso#locationprovider';
const ELSEWHERE = /(?:https?:)?\/\/[a-z0-9-]+\.[a-z]/i;

let folder: string;
let program: Program;
beforeAll(() => {
  program = buildProgram();
  // Where the packages are found.
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache/desk-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Builds a desk of these sources, beside a page and a style. */
const built = (name: string, sources: Readonly<Record<string, string>>): Program => {
  const web = join(folder, name);
  mkdirSync(web);
  const page = '<head></head><link href="%STYLE%"><script type="module" src="%SCRIPT%"></script>';
  for (const [file, text] of Object.entries({ 'index.html': page, 'desk.css': 'a{color:red}', ...sources }))
    writeFileSync(join(web, file), text);
  return buildProgram(relative(root, web));
};
const LAZY = {
  'main.tsx':
    "import { signal } from '@preact/signals';\nimport { near } from './near.ts';\nconsole.log(near, signal(0));\nvoid import('./far.ts');\n",
  'near.ts': "export const near = 'near at hand';\n",
  'far.ts': "import { signal } from '@preact/signals';\nconsole.log('far away', signal(1));\n",
};

describe('the desk’s program', () => {
  it('comes in two scripts, whichever pages share what it needs first; no page brings any of it again', () => {
    expect(program.firstLoad.length).toBeLessThanOrEqual(2);
    const scripts = program.files.filter(({ path }) => path.endsWith('.js')).map(textOf);
    // A word of the door, which is needed first, and of a page that comes when it is opened.
    expect(scripts.filter((text) => text.includes('用统一身份认证登录'))).toHaveLength(1);
    const first = program.firstLoad.map((path) => textOf(fileAt(program.files, path))).join('');
    expect(first).toContain('用统一身份认证登录');
    expect(first).not.toContain('填写期间案卷有了新情况');
  });

  it('is small enough for a telephone at night: 60 kB of scripts and 20 kB of style', () => {
    const scripts = program.firstLoad.map((path) => sizeOf(fileAt(program.files, path)));
    expect(scripts.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(60 * KB);
    expect(sizeOf(fileAt(program.files, program.style))).toBeLessThanOrEqual(20 * KB);
  });

  it('carries no table of characters: texts are compared where they are kept', () => {
    expect(program.inputs.filter((path) => /wording|opencc|entities/.test(path))).toEqual([]);
    for (const file of program.files)
      if (file.path.endsWith('.js')) expect(textOf(file)).not.toContain('監 监');
  });

  it('has a page that loads its own files, with no style and no script in itself', () => {
    const page = textOf(program.page);
    expect(page).toContain(`href="${program.style}"`);
    expect(page).toContain(`<script type="module" src="${program.firstLoad[0]}">`);
    expect(page).not.toMatch(/%[A-Z]+%|\sstyle=|<style|\son\w+=|javascript:/);
    const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, content] of scripts)
      expect([/\ssrc="\/desk\//.test(attributes!), content]).toEqual([true, '']);
  });

  it('asks nothing of anybody else', () => {
    for (const file of [program.page, ...program.files].filter(({ path }) => !path.endsWith('licences.txt')))
      expect(textOf(file).replace(NAMESPACE, '').replace(READ_ON, ''), file.path).not.toMatch(ELSEWHERE);
  });

  it('is written for old browsers', () => {
    for (const file of program.files.filter(({ path }) => path.endsWith('.js'))) {
      // Optional chaining and what came after it, which Safari 13 does not know.
      expect(textOf(file), file.path).not.toMatch(/[\w)\]]\?\.[a-z[(]|\?\?|\|\|=|&&=|\bstatic\s*\{/i);
    }
    const { files, firstLoad } = built('modern', {
      'main.tsx':
        'export const at = (a?: { b?: number }) => a?.b ?? 1;\nexport class C { static #x = 1; static { C.#x ??= 2; } }\n(globalThis as any).at = [at, C];\n',
    });
    expect(textOf(fileAt(files, firstLoad[0]!))).not.toMatch(/\?\.b|\?\?|static\s*\{|#x/);
  });

  it('lies under names that change with what they hold', () => {
    const names = program.files.filter(({ isImmutable }) => isImmutable).map(({ path }) => path);
    expect(names).toEqual(expect.arrayContaining([...program.firstLoad, program.style]));
    for (const name of names) expect(name).toMatch(/^\/desk\/[\w-]+-[A-Z0-9]{8}\.(js|css)$/);
    const one = built('one', { 'main.tsx': "console.log('one');" });
    const two = built('two', { 'main.tsx': "console.log('two');" });
    expect(one.firstLoad).not.toEqual(two.firstLoad);
    expect(one.style).toBe(two.style);
    expect(one.page.etag).not.toBe(two.page.etag);
  });

  it('loads first what is imported at once, and names that in its page', () => {
    const { firstLoad, files, page } = built('lazy', LAZY);
    const first = firstLoad.map((path) => textOf(fileAt(files, path))).join('\n');
    expect(first).toContain('near at hand');
    expect(first).not.toContain('far away');
    expect(files.some((file) => textOf(file).includes('far away'))).toBe(true);
    // What both need lies in a part of its own.
    expect(firstLoad.length).toBeGreaterThan(1);
    for (const path of firstLoad.slice(1))
      expect(textOf(page)).toContain(`<link rel="modulepreload" href="${path}">`);
  });

  it('has a service worker where there is one: in one part, always asked for anew, which knows what is loaded first', () => {
    const paths = (program: Program) => program.files.map(({ path }) => path);
    expect(paths(built('without', LAZY))).not.toContain('/desk/worker.js');
    const { files, firstLoad, style } = built('with', {
      ...LAZY,
      'worker.ts': 'declare const DESK_FILES: readonly string[];\nconsole.log(DESK_FILES);\n',
    });
    const worker = fileAt(files, '/desk/worker.js');
    expect(worker.isImmutable).toBe(false);
    expect(textOf(worker)).not.toMatch(/\bimport\b|\bexport\b/);
    for (const path of [style, ...firstLoad]) expect(textOf(worker)).toContain(`"${path}"`);
  });

  it('fails to build in words that name the place', () => {
    expect(() => built('broken', { 'main.tsx': 'const = 1;' })).toThrow(/main\.tsx:1/);
    const dropped = { 'main.tsx': "import './near.ts';\n", 'near.ts': "console.log('near');\n" };
    expect(() => built('dropped', dropped)).toThrow(/side effects.*main\.tsx:1:/s);
  });
});

describe('the licences', () => {
  it('are those of every package that is in it, and of no other', () => {
    const text = (program: Program) => textOf(fileAt(program.files, '/desk/licences.txt'));
    expect(text(program)).toContain('preact 11.2.0 (MIT)');
    const lazy = text(built('licensed', LAZY));
    for (const name of ['@preact/signals ', '@preact/signals-core ', 'preact ']) expect(lazy).toContain(name);
    expect(lazy).not.toContain('oauth4webapi');
    expect(lazy.match(/Permission is hereby granted/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('are wanting of nothing that is served', () => {
    expect(licencesOf(['web/main.tsx'])).toBe('');
    expect(() => licencesOf(['node_modules/nobody/index.js'])).toThrow();
  });
});

describe('the kept program', () => {
  it('is built again only when something that it is made from has changed', () => {
    const source = join(folder, 'source.ts');
    writeFileSync(source, 'one');
    let builds = 0;
    const build = (): Program => {
      builds += 1;
      return { ...program, inputs: [relative(root, source)] };
    };
    const file = join(folder, 'kept/program.json');
    expect(keptProgram(file, build)).toEqual(keptProgram(file, build));
    expect(builds).toBe(1);
    writeFileSync(source, 'two');
    keptProgram(file, build);
    keptProgram(file, build);
    expect(builds).toBe(2);
    rmSync(source);
    keptProgram(file, build);
    expect(builds).toBe(3);
  });

  it('is built again where what was kept is damaged, and used where it cannot be kept', () => {
    const file = join(folder, 'damaged.json');
    writeFileSync(file, '{"of":');
    expect(keptProgram(file, () => program).style).toBe(program.style);
    expect(keptProgram(join(file, 'below a file', 'x.json'), () => program)).toBe(program);
  });
});
