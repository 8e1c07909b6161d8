import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generatedDocuments } from '../docs/documents.ts';
import type { GeneratedDocument } from '../docs/generated.ts';

const complaint = ({ path, wanted }: GeneratedDocument): string =>
  wanted === null
    ? `${path} belongs to no bureau or level any more: run npm run docs`
    : `${path} is out of date: run npm run docs`;

const write = ({ path, url, wanted }: GeneratedDocument): string => {
  if (wanted === null) {
    rmSync(url);
    return `${path} removed`;
  }
  writeFileSync(url, wanted);
  return `${path} written`;
};

/** `npm run docs`: writes the generated parts of the documentation; with `--check` only names what is out of date. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const stale = (await generatedDocuments()).filter(({ present, wanted }) => present !== wanted);
  for (const document of stale) console.log(values.check ? complaint(document) : write(document));
  if (stale.length === 0) console.log('The documentation is up to date');
  if (values.check && stale.length > 0) process.exitCode = 1;
};

await main();
