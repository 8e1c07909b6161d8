import type { createNotedDesks } from '../../support/noted-desk.ts';
import { playClocks } from './clocks-in-every-way.ts';
import { playFeeds, playSpread } from './feeds-in-every-way.ts';
import { playHealth } from './health-in-every-way.ts';
import { playItems } from './items-in-every-way.ts';
import { playJudged } from './judged-in-every-way.ts';
import { playRearranged } from './rearranged-in-every-way.ts';
import { playRefused } from './refused-in-every-way.ts';
import { playRoster, playRosterChanges } from './roster-in-every-way.ts';
import { playSpeakers } from './speakers-in-every-way.ts';
import { playUnits } from './units-in-every-way.ts';

type Noted = Pick<ReturnType<typeof createNotedDesks>, 'deskOf' | 'note' | 'officeHead'>;

/** What it takes to be answered in every way about one thing. */
export const IN_EVERY_WAY: Readonly<Record<string, (noted: Noted) => Promise<void>>> = {
  'a login, a store and clocks that answer, or not': playHealth,
  'clocks in every way': ({ deskOf }) => playClocks(deskOf),
  'items in every state, with and without what a feed may say': playItems,
  'a story that spreads': playSpread,
  'feeds that are watched, and are well or not': playFeeds,
  'what feeds brought and what was refused': playRefused,
  'cases that are merged and opened again, and items that are taken out': playRearranged,
  'items of which somebody has said what they are': playJudged,
  'a roster as it is written': ({ deskOf }) => playRoster(deskOf),
  'a roster as it was changed': ({ deskOf }) => playRosterChanges(deskOf),
  'who speaks: of the bureau, of a unit, and with several posts of which he has chosen none': ({ note }) =>
    playSpeakers(note),
  'a case that several units have': playUnits,
};
