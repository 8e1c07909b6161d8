import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usable } from './looks/ways.ts';
import { closeBrowser, type Size } from './support/browser.ts';
import { PAGES } from './support/pages.ts';
import { type PersonAtDesk, personAt } from './support/person.ts';
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

describe.each(['phone', 'pc'] as const)('on a %s', (size) => {
  it.each(PAGES)('%s can be used by everybody', async (path) => {
    const person = people.get(size)!;
    await person.go(path.replace('CASE', scene.cases.orange));
    await person.page.getByRole('heading', { level: 1 }).first().waitFor();
    await usable(person, path.replace('/desk/', '').replace(/\W+/g, '-'));
    expect(person.faults).toEqual([]);
  });
});
