import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generatedDocuments } from './documents.ts';

/** `npm run docs`: writes the generated parts of the documentation; with `--check` only names what is out of date. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const stale = (await generatedDocuments()).filter(({ present, wanted }) => present !== wanted);
  for (const { path, url, wanted } of stale) {
    if (!values.check) writeFileSync(url, wanted);
    console.log(values.check ? `${path} is out of date: run npm run docs` : `${path} written`);
  }
  if (stale.length === 0) console.log('The documentation is up to date');
  if (values.check && stale.length > 0) process.exitCode = 1;
};

await main();
