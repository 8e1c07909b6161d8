import { SECRET_FLAG } from '../regulations/reserved.ts';

// A 涉密 case: this system is no place for what it is about (保密法; reading R26). It holds instants, who handles, and where the
// paper lies.

/** What is read in the place of whatever people wrote. */
export const MASKED = '〔涉密〕';
/** What is written instead, and after a colon where the paper lies: its number, a room, a cabinet. */
export const PAPER = '见纸质件';
/** People type full-width marks (U+FF08, FF09, FF1A) as well as half-width ones. */
const NEUTRAL = new RegExp(`^${PAPER}(?:[:\uff1a][\\p{L}\\p{N}〔〕()\uff08\uff09-]{1,20})?$`, 'u');

/** Whether a text says nothing of what the case is about. */
export const isNeutral = (text: string): boolean => text === MASKED || NEUTRAL.test(text);

/** The text that calls to the office, without number, level, limit or link: of a 涉密 case no other is sent. */
export const CALLS_TO_OFFICE = 'urgentPaper';

const has = (list: unknown): boolean => Array.isArray(list) && list.includes(SECRET_FLAG);
/** Whether these events, stored or not, leave a case 涉密; `before`: whether it was. Asked of its flags alone. */
export const endsSecret = (before: boolean, events: readonly { type: string }[]): boolean =>
  events.reduce((isSecret, event) => {
    const { flags, added, removed } = event as { flags?: unknown; added?: unknown; removed?: unknown };
    if (event.type === 'CaseOpened') return has(flags);
    return event.type === 'FlagsChanged' ? (isSecret || has(added)) && !has(removed) : isSecret;
  }, before);
