import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { settles } from './settles.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Result {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** What axe finds wrong with the page by WCAG 2.2 AA once it has settled, a line each. */
export const findings = async (page: Page): Promise<string[]> => {
  await settles(page);
  await page.evaluate(source);
  const { violations } = (await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run: (root: unknown, how: unknown) => Promise<unknown> } }).axe.run(
        (globalThis as unknown as { document: unknown }).document,
        { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] },
      ) as Promise<never>,
    TAGS,
  )) as Result;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`,
    ),
  );
};

/** Whether the page is wider than the screen once it has settled. */
export const isTooWide = async (page: Page): Promise<boolean> => {
  await settles(page);
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');
};
