import { settingsOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { lengthOf } from '../allowed.ts';
import type { Part, Text, Told } from './texts-of-run.ts';
import { clock, nightEnds, noonAfter } from './told-in-time.ts';

// What may ring by night (22:00–07:00), as the readings have it, and how often.

const MINUTE = 60_000;
/** Whoever has just had a text waits for the rest of the minute, and for the look into his mailbox after it. */
const WAITS = 2 * MINUTE;

/** A part of a text, with what the data say of its duty, and the noon after the night that it went out in. */
interface Rung extends Part {
  regulation: Regulation;
  noon: number;
}
const dutyOf = ({ regulation, notice }: Rung) => regulation.duties.find(({ id }) => id === notice.duty);
const isOneOf =
  (...templates: string[]) =>
  ({ notice }: Rung): boolean =>
    notice.duty === undefined && templates.includes(notice.template);

/** Every reason for which a text about a case may go out by night, each by its reading. */
const OF_A_CASE: readonly (readonly [reading: string, holds: (rung: Rung) => boolean])[] = [
  [
    'R23, 052: a limit that ends by noon of the day that the night leads to',
    ({ notice, noon }) =>
      notice.due !== undefined && notice.duty !== undefined && Date.parse(notice.due) <= noon,
  ],
  [
    'R24: what is 立即, to who must act and up the ladder',
    (rung) => dutyOf(rung)?.terms.some(({ limit }) => limit.kind === 'immediate') === true,
  ],
  ['052: 定级', (rung) => dutyOf(rung)?.fulfilledBy.some(({ act }) => act === 'gradeConfirmed') === true],
  [
    '052: a warning, which the system itself has to give at once',
    (rung) => dutyOf(rung)?.fulfilledBy.every(({ act }) => act === 'notice') === true,
  ],
  ['R23: the first text: a case, or its transfer to a unit', isOneOf('opened', 'assigned')],
  [
    'R23: the limits of a case that begin anew, or that its heat may change',
    isOneOf('rekindled', 'hotter', 'planRequested'),
  ],
  ['R27: what could not be told has to be telephoned', isOneOf('telephone')],
  ['035: 未经审定发布 is told to the leaders at once', isOneOf('unapproved')],
  ['a clock that has failed', isOneOf('clockFault')],
  ['R26: 涉密', isOneOf('urgentPaper')],
];
/** The same of what belongs to no case. */
const OF_NO_CASE: Readonly<Record<string, string>> = {
  SX59: 'R25: 待研判 and all that is not harmless, to who is on duty',
  SX75: '088: what was refused and whose words may be urgent, to who is on duty',
  SX15: 'a clock that has failed',
};

const describe = ({ at, to, text }: Text, { notice }: Partial<Part> = {}): string =>
  `${clock(at)} ${to}: ${text}${notice === undefined ? '' : ` (${notice.key})`}`;

/** Parts of texts that went out by night and have no reason for it. */
export const withoutReason = ({ regulation, texts }: Told): { looked: number; faults: string[] } => {
  const night = texts.filter(({ at }) => nightEnds(at) !== null);
  const faults = night.flatMap((text) => {
    if (text.parts.length === 0) return OF_NO_CASE[text.template] === undefined ? [describe(text)] : [];
    const noon = noonAfter(nightEnds(text.at)!);
    return text.parts
      .map((part) => ({ ...part, regulation, noon }))
      .filter((rung) => !OF_A_CASE.some(([, holds]) => holds(rung)))
      .map((rung) => describe(text, rung));
  });
  return { looked: night.length, faults };
};

/**
 * R24: who has to act hears of one 立即 duty at his ladder's spacing, those above him when it climbs to them, then hourly. Past the
 * top the grid of the case takes over (049): once that may be sooner.
 */
export const tooOften = ({ regulation, texts }: Told): string[] => {
  const rung = new Map<string, { at: number; wasSooner: boolean }>();
  const faultOf = (text: Text, part: Part): string[] => {
    const { caseId, notice } = part;
    const duty = regulation.duties.find(({ id }) => id === notice.duty);
    if (duty === undefined || !notice.template.startsWith('chase')) return [];
    const { climbEvery } = regulation.ladders.find(({ id }) => id === duty.ladder)!;
    const spacing = notice.role === duty.responsible ? climbEvery : settingsOf(regulation).topEvery;
    // What begins anew, at another level say, has its own beginning, and is chased from there.
    const key = [caseId, notice.duty, notice.occurrence, notice.due, notice.role, notice.unit].join('#');
    const { at: before, wasSooner } = rung.get(key) ?? { at: 0, wasSooner: false };
    if (text.at === before) return [];
    const isSooner = text.at - before < lengthOf(String(spacing)) - WAITS;
    rung.set(key, { at: text.at, wasSooner: wasSooner || isSooner });
    return isSooner && wasSooner ? [`${describe(text, part)} after ${clock(before)}`] : [];
  };
  return texts
    .filter(({ at }) => nightEnds(at) !== null)
    .flatMap((text) => text.parts.flatMap((part) => faultOf(text, part)));
};
