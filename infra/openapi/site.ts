import { readFileSync } from 'node:fs';
import type { PackedFile } from '../../functions/serve-files/packed-file.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { pack, packHashed } from '../pack-file.ts';
import type { Deployment } from './deployment.ts';
import { openApiOf } from './document.ts';
import { pageOf } from './page/page.ts';

const DOCUMENT = '/v1/openapi.json';
const PAGE = '/docs';

/** A file beside the page, under a name that changes with what it holds. */
const beside = (name: string, type: 'css' | 'js'): PackedFile =>
  packHashed(PAGE, {
    name,
    type,
    text: readFileSync(new URL(`./page/${name}.${type}`, import.meta.url), 'utf8'),
  });

/** The files that a bureau's deployment shows to everybody: the contract, its page, and what the page loads. */
export const siteOf = (regulation: Regulation, deployment: Deployment): PackedFile[] => {
  const document = openApiOf(regulation, deployment);
  const style = beside('page', 'css');
  const script = beside('page', 'js');
  const page = pageOf(document, { style: style.path, script: script.path, document: DOCUMENT });
  return [pack(PAGE, 'html', page), style, script, pack(DOCUMENT, 'json', JSON.stringify(document))];
};
