import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openApiOf } from '../../../infra/openapi/document.ts';
import { html } from '../../../infra/openapi/page/html.ts';
import { pageOf } from '../../../infra/openapi/page/page.ts';
import { ADDRESS } from '../../../infra/openapi/push-guide.ts';
import { siteOf } from '../../../infra/openapi/site.ts';
import { COMMAND_WORDS } from '../../../shared/contracts/api/words/commands.ts';
import { REFUSALS } from '../../../shared/contracts/refusal-codes.ts';
import { regulations } from '../../../shared/regulations/index.ts';

const WHOLE = { authorization: 'signature', hasReceipts: true } as const;
/** As they are sent: a page that is read on a slow line. */
const MOST_BYTES = 80_000;

describe.each(Object.values(regulations))('the page of $id', (regulation) => {
  const files = siteOf(regulation, WHOLE);
  const textOf = (path: string): string => {
    const { gzip } = files.find((file) => file.path === path)!;
    return gunzipSync(Buffer.from(gzip, 'base64')).toString();
  };
  const page = textOf('/docs');
  const attributes = (name: string): string[] =>
    [...page.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value!);

  it('loads its own style and script, by names that change with what they hold, and nothing else', () => {
    const loaded = [...attributes('src'), ...attributes('href')].filter((each) => !each.startsWith('#'));
    expect(loaded.sort()).toEqual(
      [...files.map(({ path }) => path).filter((path) => path !== '/docs'), '/v1/openapi.json', 'data:,']
        .filter((each, index, all) => all.indexOf(each) === index)
        .sort(),
    );
    for (const { path, isImmutable } of files)
      expect(isImmutable, path).toBe(/-[\w-]{16}\.(css|js)$/.test(path));
    // What the policy of the function would stop.
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script>|<iframe/);
    expect(textOf(files.find(({ path }) => path.endsWith('.css'))!.path)).not.toMatch(/url\(|@import/);
    const script = textOf(files.find(({ path }) => path.endsWith('.js'))!.path);
    expect(script).not.toMatch(/fetch|import\b|eval|innerHTML/);
    expect(script).toContain(`'${ADDRESS}'`);
  });

  it('weighs less than 80 kB on its way, with all that it loads', () => {
    const loaded = files.filter(({ path }) => path.startsWith('/docs'));
    expect(loaded).toHaveLength(3);
    const bytes = loaded.reduce((sum, { gzip }) => sum + Buffer.from(gzip, 'base64').length, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it('leads nowhere that is not there, and has no place twice', () => {
    const places = attributes('id');
    expect(new Set(places).size).toBe(places.length);
    const links = attributes('href').filter((each) => each.startsWith('#'));
    expect(links.length).toBeGreaterThan(300);
    expect(links.filter((link) => !places.includes(link.slice(1)))).toEqual([]);
  });

  it('has every route, command and code, and begins with what a vendor needs', () => {
    const places = attributes('id');
    for (const name of Object.keys(COMMAND_WORDS).filter((each) => each !== 'OpenCase'))
      expect(places).toContain(`command-${name}`);
    for (const code of Object.keys(REFUSALS)) expect(places).toContain(`code-${code}`);
    const sections = [...page.matchAll(/<section id="([^"]*)"/g)].map(([, id]) => id);
    expect(sections.slice(0, 2)).toEqual(['tag-1', 'route-postFeedsFeedItems']);
    for (const said of ['standardwebhooks', 'openssl dgst', '整批重发', regulation.bureau])
      expect(page).toContain(said);
  });

  it('is the same document that programs get', () => {
    expect(JSON.parse(textOf('/v1/openapi.json'))).toEqual(
      JSON.parse(JSON.stringify(openApiOf(regulation, WHOLE))),
    );
  });
});

describe('what the page is made of', () => {
  it('shows text as text, whatever stands in a regulation', () => {
    const evil = '<img src=x onerror="alert(1)">&';
    expect(html`<p title="${evil}">${evil}${[html`<b>${1}</b>`, undefined]}</p>`.text).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;<b>1</b></p>',
    );
    const document = openApiOf({ ...regulations.leizhou!, bureau: evil }, WHOLE);
    expect(pageOf(document, { style: '/s', script: '/j', document: '/d' })).not.toContain('<img');
  });
});
