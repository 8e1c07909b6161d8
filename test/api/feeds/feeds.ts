import { createLambdas } from '../../../infra/local/embedded/lambdas.ts';
import { DEFAULT_CLAIMS } from '../../../shared/contracts/environment.ts';
import type { FeedWatch } from '../../../shared/contracts/feeds/watch.ts';
import { FeedsReply } from '../../../shared/contracts/replies/intake/feeds.ts';
import { createOffice, FEED, type Office, type OfficeSettings } from '../../support/office.ts';
import { read } from '../../support/told.ts';

/** By day two hours, by night eight; five pushes in a row with a wrong signature. */
export const WATCH: FeedWatch = {
  name: '微博监测',
  expected: [
    { hours: '08:00-22:00', within: 'PT2H' },
    { hours: '22:00-08:00', within: 'PT8H' },
  ],
  signatureFailures: 5,
  contact: { name: '值班工程师', mobile: '+8613800009999' },
};
export const FORGED = `whsec_${'A'.repeat(44)}`;

/** An office that has its feed watched so, or not at all. */
export const createWatchingOffice = async (
  watch: FeedWatch | null = WATCH,
  settings: Omit<OfficeSettings, 'create'> = {},
) => {
  const watches: Record<string, FeedWatch> = watch === null ? {} : { [FEED]: watch };
  const office = await createOffice({
    ...settings,
    create: (bureau, system, secrets) =>
      createLambdas(bureau, system, secrets, {
        claims: DEFAULT_CLAIMS,
        rosterOnly: true,
        watches,
      }),
  });
  /** The sweep and then the minute, at an instant of the bureau's clock. */
  const lookAt = async (local: string) => {
    office.at(new Date(`2026-03-${local}+08:00`).toISOString());
    const report = await office.sweep();
    await office.notify();
    return report;
  };
  const ask = (role = 'officeHead', unit?: string) => office.as(role, unit)('GET', '/v1/feeds');
  return {
    office,
    lookAt,
    ask,
    feeds: async (role?: string) => read(FeedsReply, await ask(role)).feeds,
  };
};
const OF_FEEDS = ['SX77', 'SX78', 'SX79'];
const VENDOR = WATCH.contact!.mobile;
/** What was said of feeds to the vendor, and to the first of the office who heard: the words without the signature. */
export const textsOf = ({ sent }: Office): { vendor: string[]; office: string[] } => {
  const ofFeeds = sent.filter(({ message }) => OF_FEEDS.includes(message.templateId));
  const first = ofFeeds.find(({ to }) => to !== VENDOR)?.to;
  const saidTo = (number: string | undefined): string[] =>
    ofFeeds.filter(({ to }) => to === number).map(({ message }) => message.text.replace(/^【.*?】/, ''));
  return { vendor: saidTo(VENDOR), office: saidTo(first) };
};
