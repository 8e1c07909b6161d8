import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { functionsIn } from '../../../infra/local/bench/functions-assembly.ts';

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`.padStart(9);

/** The bundles of a cloud assembly: each function with its size, and what is sent of it. */
export const bundleSizes = (assembly: string): { name: string; bytes: number; gzipped: number }[] => {
  const [template] = readdirSync(assembly).filter((name) => name.endsWith('.template.json'));
  const functions = functionsIn(JSON.parse(readFileSync(`${assembly}/${template}`, 'utf8')), assembly);
  return functions.map(({ name, bundle }) => {
    const content = readFileSync(bundle);
    return { name, bytes: content.length, gzipped: gzipSync(content).length };
  });
};

export const printSizes = (sizes: ReturnType<typeof bundleSizes>): void =>
  console.log(
    sizes
      .map(({ name, bytes, gzipped }) => `${name.padEnd(16)}${kilobytes(bytes)}${kilobytes(gzipped)} gzipped`)
      .join('\n'),
  );
