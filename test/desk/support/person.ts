import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { personFor } from '../../../infra/local/people.ts';
import { type Opened, openDevice, type Size } from './browser.ts';
import type { OpenBureau } from './bureau.ts';

/** Where pictures go, if anywhere. */
const PICTURES = process.env.DESK_PICTURES;

/** Somebody at the desk, as he would say what he does. */
export const personAt = async (
  bureau: Pick<OpenBureau, 'url' | 'roster'>,
  who: string,
  { size = 'phone', path = '/', opened }: { size?: Size; path?: string; opened?: Opened } = {},
) => {
  const device = opened ?? (await openDevice(bureau.url, size));
  const { page, context, faults } = device;
  const [role = '', unit] = who.split('@');
  const { name } = personFor(bureau.roster, role, unit);

  const heading = (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
  const button = (words: string | RegExp): Locator =>
    page
      .getByRole('button', { name: words })
      .or(page.getByRole('link', { name: words }))
      .first();
  const self = {
    page,
    context,
    faults,
    name,
    heading,
    button,
    /** Lets himself in at the login page, and is at `to` afterwards. */
    logIn: async (): Promise<void> => {
      await page.getByRole('button', { name: new RegExp(`^进入.*${name.replace(/[()]/g, '.')}$`) }).click();
      const chooses = page.getByRole('heading', { name: '您以哪个岗位值班？' });
      await page.getByRole('banner').or(chooses).first().waitFor();
    },
    go: async (to: string): Promise<void> => {
      await page.goto(`${bureau.url}${to}`);
    },
    tap: (words: string | RegExp): Promise<void> => button(words).click(),
    fill: (label: string | RegExp, text: string): Promise<void> => page.getByLabel(label).first().fill(text),
    /** Ticks a choice by its words. */
    pick: (words: string | RegExp): Promise<void> => page.getByLabel(words).first().check({ force: true }),
    /** Waits until the words stand somewhere on the page. */
    sees: (words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor(),
    seesNot: (words: string | RegExp): Promise<void> =>
      page.getByText(words).first().waitFor({ state: 'hidden' }),
    /** Waits until the focus is on what the selector names: an effect may set it after the words stand. */
    focusIs: (selector: string): Promise<void> => page.locator(`${selector}:focus`).waitFor(),
    /** What the whole page says. */
    text: (): Promise<string> => page.locator('body').innerText(),
    /** Looks again, as after coming back to the page. */
    look: async (): Promise<void> => {
      await page.evaluate('window.dispatchEvent(new Event("focus"))');
      await page.waitForTimeout(300);
    },
    picture: async (called: string): Promise<void> => {
      if (PICTURES === undefined) return;
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${called}-${size}.png`) });
    },
    leave: (): Promise<void> => context.close(),
  };
  await self.go(path);
  await self.logIn();
  return self;
};
export type PersonAtDesk = Awaited<ReturnType<typeof personAt>>;
