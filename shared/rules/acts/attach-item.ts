import type { CaseEvent, GradeRecord, ItemReference, Source } from '../../case/events.ts';
import { newestOf } from '../../case/state/case-item.ts';
import { type CaseState, isSecret } from '../../case/state.ts';
import { isStanding } from '../../regulations/lookup.ts';
import { SECRET_FLAG } from '../../regulations/reserved.ts';
import { type Context, handlingOf, isHigher } from '../context.ts';
import { followReference } from '../level/level.ts';
import { tellRoles } from '../notices.ts';
import { recordOf } from '../phases/open.ts';
import type { Decision } from '../refusal.ts';
import { withoutContent, withoutReasons } from '../secrecy/content.ts';
import { askForSpread } from '../spread/ask.ts';
import type { Reading } from '../spread/growth.ts';
import { eventFrom, withDoubt } from './doubts.ts';

export interface AttachItem {
  type: 'AttachItem';
  item: ItemReference;
  grade: GradeRecord;
  flags: string[];
  /** What its counters were, oldest first, where a feed brings it. */
  readings?: readonly Reading[];
  /** The item also says that somebody assigned or prompted the matter. */
  source?: Source;
}

const isNew = (state: CaseState, source: Source): boolean =>
  !state.sources.some(
    ({ kind, reference, receivedAt }) =>
      kind === source.kind && reference === source.reference && receivedAt === source.receivedAt,
  );

/** So many versions of an item are told to its case for what they say alone; all of them are kept with the item. */
const TOLD_VERSIONS = 20;
/** Whether an item that the case has says something now of which the case has to know. */
const isNewVersion = (state: CaseState, item: ItemReference): boolean => {
  const known = state.items.find(({ feed, id }) => feed === item.feed && id === item.id);
  if (known === undefined || (item.version ?? 1) <= newestOf(known)) return false;
  const isEarlier = (['publishedAt', 'eventAt'] as const).some(
    (field) => item[field] !== undefined && item[field] < (known[field] ?? state.openedAt),
  );
  return (item.version ?? 1) <= TOLD_VERSIONS || isEarlier;
};

/** An item without the mark that the case knows of it: what a person has looked into is not asked again. */
const withoutKnownMark = ({ items }: CaseState, item: ItemReference): ItemReference => {
  const { unreadMark, ...rest } = item;
  const isKnown = items.some(
    (known) => known.feed === item.feed && known.id === item.id && known.unreadMark === unreadMark,
  );
  return isKnown ? rest : item;
};

/** Of a 涉密 case a paper's number is not taken over. */
const withoutReference = ({ reference: _, ...source }: Source): Source => source;

/**
 * A report of the same story joins its case and re-grades it. A higher suggestion raises a provisional level by itself;
 * a confirmed one is the office's (第十四条), which is told, and asked too where the story spreads. Nothing is ever lowered here, nor a
 * limit put off. A later version of an item that the case has is told to it as the item was: the case goes on resting on what it took in.
 */
export const attachItem = (
  context: Context,
  state: CaseState,
  { item, grade: suggested, flags, source, readings = [] }: AttachItem,
): Decision => {
  // Callers hand over the table's whole answer; the log keeps the record of it.
  const others = state.items.some(({ feed, id }) => feed !== item.feed || id !== item.id);
  // An item marks the case that it opened; not one of others, nor one whose mark was taken off by a paper.
  const mayMark = !others && state.flaggedAt[SECRET_FLAG] === undefined;
  const marks = flags.includes(SECRET_FLAG) && mayMark;
  const isKept = !isSecret(state) && !flags.includes(SECRET_FLAG);
  const grade = isKept ? recordOf(suggested) : withoutReasons(recordOf(suggested));
  const known = state.items.some(({ feed, id }) => feed === item.feed && id === item.id);
  const higher = isHigher(context.regulation, grade.level, state.suggestedLevel);
  const added = flags.filter((flag) => !state.flags.includes(flag) && (flag !== SECRET_FLAG || marks));
  const given = source === undefined || isKept ? source : withoutReference(source);
  const fresh = given !== undefined && isNew(state, given) ? [given] : [];
  const when = { eventAt: eventFrom(context.regulation, state), foundAt: context.now };
  const trusted = withDoubt(
    context.regulation,
    isKept ? withoutKnownMark(state, item) : withoutContent(item),
    when,
  );
  const isNews =
    higher ||
    fresh.length > 0 ||
    added.length > 0 ||
    isNewVersion(state, item) ||
    (known && trusted.unreadMark !== undefined);
  const brought = { item: trusted, readings, isKnown: known };
  if (known && !isNews) return askForSpread(context, state, brought);
  const events: CaseEvent[] = [
    { type: 'ItemAttached', item: trusted, grade, ...(higher ? { highest: grade.level } : {}) },
    ...(added.length === 0
      ? []
      : [{ type: 'FlagsChanged' as const, added, removed: [], reason: '信息内容提示' }]),
    ...fresh.map((each) => ({ type: 'SourceAdded' as const, source: each })),
  ];
  const sources = [...state.sources, ...fresh];
  const after = { sources, flags: [...state.flags, ...added] };
  // An item that is added to a matter which is no 舆情 (监测申请) raises nothing.
  const raises =
    !isStanding(context.regulation, state.handlingLevel) &&
    higher &&
    isHigher(context.regulation, grade.level, state.warningLevel);
  if (!raises) {
    const followed = followReference(context, state, after);
    return [...events, ...followed, ...(followed.length === 0 ? askForSpread(context, state, brought) : [])];
  }
  if (state.provisional) {
    const handled = handlingOf(context.regulation, { ...state, ...after, warningLevel: grade.level });
    return [...events, { type: 'CaseGraded', grade, ...handled, provisional: true }];
  }
  const flagged = { ...state, flags: after.flags };
  return [
    ...events,
    ...followReference(context, state, after),
    { type: 'GradeQuestioned', level: grade.level },
    tellRoles(context, flagged, 'hotter'),
  ];
};
