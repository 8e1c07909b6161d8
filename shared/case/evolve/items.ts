import type { EventOf, ItemReference } from '../events.ts';
import { type CaseItem, newestOf, type TimeOfItem, unjudgedMark } from '../state/case-item.ts';
import type { CaseState } from '../state.ts';
import type { Meta } from './apply.ts';
import { withoutText } from './opening.ts';
import { stated } from './statements.ts';

type Said = Omit<ItemReference, 'text'>;
const TIMES = ['publishedAt', 'eventAt'] as const;

/** A time that an item says, if a clock may count from it: a day is no instant, and what is doubted starts nothing. */
const instantIn = (item: Said, field: TimeOfItem): string | undefined => {
  if (field === 'eventAt') return item.eventDateOnly === true ? undefined : item.eventAt;
  return item.doubt === undefined && item.dateOnly !== true ? item.publishedAt : undefined;
};
const isEarlier = (before: Said, item: Said, field: TimeOfItem): boolean => {
  const [was, is] = [instantIn(before, field), instantIn(item, field)];
  return is !== undefined && (was === undefined || is < was);
};
/** Feeds that reckon a time anew at each push are off by seconds. */
const NOISE_MILLISECONDS = 60_000;
const isLater = (before: Said, item: Said, field: TimeOfItem): boolean => {
  const [was, is] = [before[field], instantIn(item, field)];
  return was !== undefined && is !== undefined && Date.parse(is) - Date.parse(was) >= NOISE_MILLISECONDS;
};

/** Another time in the place of what was said of it. */
const REPLACE: Record<TimeOfItem, (before: CaseItem, item: Said) => CaseItem> = {
  publishedAt: ({ dateOnly: _, estimated: __, doubt: ___, ...before }, { publishedAt, estimated }) => ({
    ...before,
    publishedAt: publishedAt!,
    ...(estimated === undefined ? {} : { estimated }),
  }),
  eventAt: ({ eventDateOnly: _, ...before }, { eventAt }) => ({ ...before, eventAt: eventAt! }),
};
const withoutLater = ({ later, ...item }: CaseItem, field: TimeOfItem): CaseItem => {
  const { [field]: _, ...others } = later ?? {};
  return Object.keys(others).length === 0 ? item : { ...item, later: others };
};
const withTime = (before: CaseItem, item: Said, field: TimeOfItem): CaseItem => {
  if (isEarlier(before, item, field)) return withoutLater(REPLACE[field](before, item), field);
  if (!isLater(before, item, field)) return withoutLater(before, field);
  const at = item[field]!;
  // What a person has looked into is not asked again for the same time.
  return before.later?.[field]?.at === at
    ? before
    : { ...before, later: { ...before.later, [field]: { at } } };
};
/** An item of the case after a later version: the case rests on what it took in, but for a time that is earlier now. */
const revised = (before: CaseItem, item: Said): CaseItem =>
  TIMES.reduce<CaseItem>((each, field) => withTime(each, item, field), {
    ...before,
    newest: item.version ?? 1,
  });

/** When the bureau had it: an event that lies after that is none of this matter. */
const cameAt = ({ openedAt }: CaseState, { arrivedAt = openedAt }: Said): string => arrivedAt;
/** The event of a case is that of the item that it was opened with, as long as nobody has said otherwise. */
const isOwnEvent = ({ items, instants }: CaseState, before: CaseItem): boolean =>
  items[0] === before && (instants.eventAt === undefined || instants.eventAt === before.eventAt);

/** Whether a time of an item is what the case counts from now. Nothing that an item says moves that later. */
const counts = (
  state: CaseState,
  { before, item }: { before: CaseItem | undefined; item: Said },
  field: TimeOfItem,
): boolean => {
  // A version that says the same time again says nothing of it.
  if (before !== undefined && !isEarlier(before, item, field)) return false;
  const at = instantIn(item, field);
  const known = state.instants[field];
  if (at === undefined || (known !== undefined && known <= at)) return false;
  // The first publication is the earliest that is known, of whichever item (register X2).
  if (field === 'publishedAt') return true;
  return before !== undefined && isOwnEvent(state, before) && at < cameAt(state, before);
};

const withInstant = (state: CaseState, field: TimeOfItem, item: Said, meta: Meta): CaseState => {
  const at = item[field]!;
  const how = field === 'publishedAt' ? { estimated: item.estimated } : {};
  return {
    ...state,
    instants: { ...state.instants, [field]: at },
    recordedAt: { ...state.recordedAt, [field]: meta.at },
    statements: [...state.statements, stated(field, at, meta, how)],
  };
};

/** A mark that could not be read is to be looked into, whatever was said of one before. */
const withMark = (item: CaseItem, mark: string | undefined): CaseItem => {
  if (mark === undefined) return item;
  const { markJudged: _, ...before } = item;
  return { ...before, unreadMark: mark };
};

/** An item joins the case, or comes to it in a later version. */
export const attached = (
  state: CaseState,
  { item, highest }: EventOf<'ItemAttached'>,
  meta: Meta,
): CaseState => {
  const before = state.items.find(({ feed, id }) => feed === item.feed && id === item.id);
  const isNews = before === undefined || (item.version ?? 1) > newestOf(before);
  const fields = isNews ? TIMES.filter((field) => counts(state, { before, item }, field)) : [];
  // What came before the case was opened had been found then.
  const found = item.arrivedAt !== undefined && item.arrivedAt < state.openedAt ? [item.arrivedAt] : [];
  const joined = {
    ...state,
    items:
      before === undefined
        ? [...state.items, withoutText(item)]
        : state.items.map((each) =>
            each === before ? withMark(isNews ? revised(each, item) : each, item.unreadMark) : each,
          ),
    detached: state.detached.filter(({ feed, id }) => feed !== item.feed || id !== item.id),
    suggestedLevel: highest ?? state.suggestedLevel,
    statements: [...state.statements, ...found.map((at) => stated('detectedAt', at, meta))],
  };
  return fields.reduce<CaseState>((so, field) => withInstant(so, field, item, meta), joined);
};

/** The items once a person has said how the case is marked: what could not be read of their marks has been looked into. */
export const marksJudged = (items: readonly CaseItem[]): CaseItem[] =>
  items.map((item) => (unjudgedMark(item) === undefined ? item : { ...item, markJudged: true }));

/** The items once a person has stated an instant: what was doubted of it has been made sure of. */
export const madeSure = (items: readonly CaseItem[], instant: string): CaseItem[] =>
  items.map((item) => {
    const { doubt, ...trusted } = item;
    const kept = instant === 'publishedAt' || doubt === undefined ? trusted : item;
    const time = TIMES.find((field) => field === instant && item.later?.[field] !== undefined);
    if (time === undefined) return kept;
    return { ...kept, later: { ...item.later, [time]: { at: item.later![time]!.at, judged: true } } };
  });
