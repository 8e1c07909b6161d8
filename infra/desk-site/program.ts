import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, BuildResult } from 'esbuild';
import type { PackedFile } from '../../functions/serve-files/packed-file.ts';
import { pack } from '../pack-file.ts';
import { licencesOf } from './licences.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where the desk's files lie; its page is served at `/` and at every address below here that is no file. */
export const FOLDER = '/desk';

/** What does not differ from bureau to bureau. */
export interface Program {
  /** The page without the origins that it may ask. */
  page: PackedFile;
  files: PackedFile[];
  /** The scripts that a browser needs before anything is seen, in the order in which they are found. */
  firstLoad: string[];
  style: string;
  /** The files of the project that it was made from, from the root of the project. */
  inputs: string[];
}

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  minify: true,
  charset: 'utf8',
  target: ['chrome80', 'safari13'],
  // Safari 13 has it; what esbuild's table holds against it is a default in a loop's head, which nobody here writes.
  supported: { destructuring: true },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // Of what is bundled the whole licences are served: the comments would say them by halves.
  legalComments: 'none',
  logLevel: 'silent',
  outdir: `${root}${FOLDER}`,
} as const satisfies BuildOptions;
type Built = BuildResult<typeof OPTIONS>;
type Output = Built['metafile']['outputs'][string];

/**
 * esbuild is loaded when there is something to build; each build is a process of its own that ends, and nothing of it stays. A warning is
 * a fault: an import that is dropped, since the project's files have no side effects, would be missed only in the browser.
 */
const build = (more: BuildOptions): Built => {
  const { buildSync, formatMessagesSync } = createRequire(import.meta.url)(
    'esbuild',
  ) as typeof import('esbuild');
  const built = buildSync({ ...OPTIONS, ...more }) as Built;
  if (built.warnings.length > 0)
    throw new Error(formatMessagesSync(built.warnings, { kind: 'warning' }).join('\n'));
  return built;
};

const addressOf = (path: string): string => `${FOLDER}/${basename(path)}`;
const outputFrom = ({ metafile }: Built, entry: string): { path: string; output: Output } => {
  const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry);
  if (found === undefined) throw new Error(`Nothing was made of ${entry}`);
  return { path: found[0], output: found[1] };
};
/** The script and what it imports at once, not what it loads when it is needed. */
const loadedFirst = (built: Built, path: string, known: readonly string[] = []): string[] =>
  known.includes(path)
    ? [...known]
    : (built.metafile.outputs[path]?.imports ?? [])
        .filter(({ kind }) => kind === 'import-statement')
        .reduce((all, { path: next }) => loadedFirst(built, next, all), [...known, path]);

const filesOf = ({ outputFiles }: Built, isImmutable: boolean): PackedFile[] =>
  outputFiles.map(({ path, text }) =>
    pack(addressOf(path), path.endsWith('.css') ? 'css' : 'js', text, isImmutable),
  );

/** The service worker, whose name stays: it is asked for anew each time, and looks after what lies under FOLDER. */
const buildWorker = (worker: string, firstLoad: readonly string[]): Built =>
  build({
    entryPoints: [worker],
    format: 'iife',
    entryNames: '[name]',
    define: { DESK_FILES: JSON.stringify(firstLoad) },
  });

const pageOf = (page: string, style: string, [script = '', ...others]: readonly string[]): string =>
  page
    .replace('%STYLE%', style)
    .replace('%SCRIPT%', script)
    .replace(
      '</head>',
      `${others.map((each) => `<link rel="modulepreload" href="${each}">\n`).join('')}</head>`,
    );

/**
 * Builds the desk's program: its page, styles, scripts and the licences of what they hold. Throws as esbuild does. `web`: the folder of
 * its sources, from the root of the project.
 */
export const buildProgram = (web = 'web'): Program => {
  const [main, first, css, html, worker] = [
    'main.tsx',
    'first.ts',
    'desk.css',
    'index.html',
    'worker.ts',
  ].map((name) => `${web}/${name}`) as [string, string, string, string, string];
  const built = build({
    entryPoints: [main, css],
    format: 'esm',
    splitting: true,
    inject: existsSync(join(root, first)) ? [first] : [],
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
  });
  const firstLoad = loadedFirst(built, outputFrom(built, main).path).map(addressOf);
  const style = addressOf(outputFrom(built, css).path);
  const builtWorker = existsSync(join(root, worker)) ? [buildWorker(worker, [style, ...firstLoad])] : [];
  const sources = [built, ...builtWorker].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  return {
    page: pack('/', 'html', pageOf(readFileSync(join(root, html), 'utf8'), style, firstLoad)),
    files: [
      ...filesOf(built, true),
      ...builtWorker.flatMap((each) => filesOf(each, false)),
      pack(`${FOLDER}/licences.txt`, 'txt', licencesOf(sources)),
    ],
    firstLoad,
    style,
    inputs: [...new Set([html, ...sources])].sort(),
  };
};
