import { expect } from 'vitest';
import type { PersonAtDesk } from '../support/person.ts';
import { findings, isTooWide } from '../support/probes/axe.ts';
import { overlaps } from './overlaps.ts';

/** Ways in which people look at a page; each leaves it as it was. */
const WAYS: readonly (readonly [string, (person: PersonAtDesk) => Promise<unknown>])[] = [
  ['as it is', async () => undefined],
  ['dark', ({ page }) => page.emulateMedia({ colorScheme: 'dark' })],
  ['in 大字', ({ page }) => page.evaluate("document.documentElement.classList.add('large')")],
  // The size that a browser gives all text, doubled.
  ['at 200 %', ({ page }) => page.evaluate("document.documentElement.style.fontSize = '36px'")],
];
const reset = async ({ page }: PersonAtDesk): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(
    "document.documentElement.classList.remove('large'); document.documentElement.style.fontSize = ''",
  );
};

/** What he sees can be used by everybody, in whatever way they look at it; `called`: as what its picture is kept. */
export const usable = async (person: PersonAtDesk, called: string): Promise<void> => {
  await person.settles();
  // What has been scrolled lies below the bar.
  await person.page.evaluate('window.scrollTo(0, 0)');
  await person.picture(called);
  for (const [way, look] of WAYS) {
    await look(person);
    expect(await findings(person.page), `${called} ${way}`).toEqual([]);
    expect(await isTooWide(person.page), `${called} ${way}: runs over sideways`).toBe(false);
    expect(await overlaps(person.page), `${called} ${way}: words upon words`).toEqual([]);
    await reset(person);
  }
};
