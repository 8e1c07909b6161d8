import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overlaps } from './looks/overlaps.ts';
import { closeBrowser, type Size } from './support/browser.ts';
import { PAGES } from './support/pages.ts';
import { type PersonAtDesk, personAt } from './support/person.ts';
import { findings, isTooWide } from './support/probes/axe.ts';
import { openScene } from './support/scene.ts';

let scene: Awaited<ReturnType<typeof openScene>>;
const people = new Map<Size, PersonAtDesk>();
beforeAll(async () => {
  scene = await openScene();
  for (const size of ['phone', 'pc'] as const)
    people.set(size, await personAt(scene.bureau, 'officeHead', { size }));
});
afterAll(async () => {
  await closeBrowser();
  await scene.bureau.close();
});

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

describe.each(['phone', 'pc'] as const)('on a %s', (size) => {
  it.each(PAGES)('%s can be used by everybody', async (path) => {
    const person = people.get(size)!;
    await person.go(path.replace('CASE', scene.cases.orange));
    await person.page.getByRole('heading', { level: 1 }).first().waitFor();
    await person.settles();
    await person.picture(path.replace('/desk/', '').replace(/\W+/g, '-'));
    for (const [way, look] of WAYS) {
      await look(person);
      expect(await findings(person.page), way).toEqual([]);
      expect(await isTooWide(person.page), `${way}: runs over sideways`).toBe(false);
      expect(await overlaps(person.page), `${way}: words upon words`).toEqual([]);
      await reset(person);
    }
    expect(person.faults).toEqual([]);
  });
});
