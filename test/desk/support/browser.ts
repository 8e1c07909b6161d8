import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';
import { LONGEST_MILLISECONDS } from './probes/patience.ts';
import { followRequests } from './probes/settles.ts';

export const SIZES = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  pc: { viewport: { width: 1366, height: 768 } },
} as const;
export type Size = keyof typeof SIZES;

let shared: Promise<Browser> | undefined;
const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
/** The one browser of a worker. */
const browser = (): Promise<Browser> => {
  shared ??= launch();
  return shared;
};
/** To be called when a file's tests are over. */
export const closeBrowser = async (): Promise<void> => {
  const open = shared;
  shared = undefined;
  await (await open)?.close();
};

export interface Opened {
  page: Page;
  context: BrowserContext;
  /** What may not happen: requests to other origins, errors of scripts, violations of the policy. */
  faults: string[];
}

/** What the console says of answers that a test asks for: a refusal, no network. */
const EXPECTED = /Failed to load resource/;

/** A fresh device that looks at the desk at `url`. */
export const openDevice = async (
  url: string,
  size: Size,
  more: Parameters<Browser['newContext']>[0] = {},
): Promise<Opened> => {
  const context = await (await browser()).newContext({
    ...SIZES[size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...more,
  });
  context.setDefaultTimeout(LONGEST_MILLISECONDS);
  followRequests(context);
  const page = await context.newPage();
  const faults: string[] = [];
  const { origin } = new URL(url);
  context.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(`${origin}/`) && !address.startsWith('data:')) faults.push(`asks ${address}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  return { page, context, faults };
};
