import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { personFor } from '../../../infra/local/people.ts';
import { type Opened, openDevice, type Size } from './browser.ts';
import type { OpenBureau } from './bureau.ts';
import { settles } from './probes/settles.ts';

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

  /** What stands there once the page has settled. */
  const read = async (place: Locator): Promise<string> => {
    await settles(page);
    return place.innerText();
  };
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
    button,
    /** The heading of the page, once that has settled. */
    heading: (): Promise<string> => read(page.getByRole('heading', { level: 1 })),
    /** Lets himself in at the login page, and is at `to` afterwards. */
    logIn: async (): Promise<void> => {
      await page.getByRole('button', { name: new RegExp(`^进入.*${name.replace(/[()]/g, '.')}$`) }).click();
      const chooses = page.getByRole('heading', { name: '你以哪个岗位值班？' });
      await page.getByRole('banner').or(chooses).first().waitFor();
    },
    go: async (to: string): Promise<void> => {
      await page.goto(`${bureau.url}${to}`);
    },
    tap: (words: string | RegExp): Promise<void> => button(words).click(),
    fill: (label: string | RegExp, text: string): Promise<void> => page.getByLabel(label).first().fill(text),
    /** What sends a form. */
    submit: page.locator('button[type=submit]'),
    /** Ticks a choice by its words. */
    pick: (words: string | RegExp): Promise<void> => page.getByLabel(words).first().check({ force: true }),
    /** Waits until the words stand somewhere on the page. */
    sees: (words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor(),
    seesNot: (words: string | RegExp): Promise<void> =>
      page.getByText(words).first().waitFor({ state: 'hidden' }),
    /** Waits until the focus is on what the selector names: an effect may set it after the words stand. */
    focusIs: (selector: string): Promise<void> => page.locator(`${selector}:focus`).waitFor(),
    /** Waits until a field holds this. */
    holds: (label: string | RegExp, text: string): Promise<void> =>
      expect.poll(() => page.getByLabel(label).first().inputValue()).toBe(text),
    /** Waits until it is the page of this path. */
    isAt: (path: string): Promise<void> => page.waitForURL(({ pathname }) => pathname === path),
    /** Waits until the page has heard what it has asked for, and shows it. */
    settles: (): Promise<void> => settles(page),
    /** What the whole page says, once it has settled. */
    text: (): Promise<string> => read(page.locator('body')),
    /** What the window is called, once the page has settled. */
    title: async (): Promise<string> => {
      await settles(page);
      return page.title();
    },
    /** Looks again, as after coming back to the page, and waits for what that brings. */
    look: async (): Promise<void> => {
      await page.evaluate('window.dispatchEvent(new Event("focus"))');
      await settles(page);
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

/** How many drafts lie on his device. */
export const drafts = ({ page }: PersonAtDesk): Promise<number> =>
  page.evaluate<number>("Object.keys(localStorage).filter((key) => key.includes('/draft/')).length");
