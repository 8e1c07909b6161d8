import type { CaseEvent, Notice } from '../case/events.ts';
import type { Act } from '../case/state/act.ts';
import { type CaseState, isSecret } from '../case/state.ts';
import { isEntryLate } from '../deadlines/occurrences/late-entry.ts';
import { receiptsIn } from '../deadlines/starts/receipts.ts';
import { earliest } from '../time/instants.ts';
import type { Context } from './context.ts';
import { tellAbout } from './notices.ts';
import { askOthers } from './phases/second-person.ts';

// What follows from an act whoever recorded it: the mark of a 补录, and who is asked for his word.

type Dated = Extract<CaseEvent, { enteredAt?: string }>;
const isDated = (event: CaseEvent): event is Dated => 'madeAt' in event;

/** The first instant that anything is known of the case. */
const firstKnown = (state: CaseState): string =>
  earliest([
    state.openedAt,
    ...Object.values(state.instants).filter((at) => at !== undefined),
    ...receiptsIn(state).map(({ receivedAt }) => receivedAt),
  ])!;

/** Whether an act is said to have been made before anything that is known of the case. */
const isBeforeCase = (state: CaseState, { madeAt }: { madeAt: string }): boolean =>
  madeAt < firstKnown(state);
/** One of those of which nobody else has said yet whether the time is right. */
export const isInDoubt = (state: CaseState, act: Act): boolean =>
  state.verified[act.entry] === undefined && isBeforeCase(state, act);

/** Entered later than the setting allows it is a 补录, with both times; made before the case it is asked about. */
const marked = ({ regulation, now }: Context, state: CaseState, event: CaseEvent): CaseEvent => {
  if (!isDated(event)) return event;
  return {
    ...event,
    ...(isEntryLate(regulation, event.madeAt, now) ? { enteredAt: now } : {}),
    ...(isBeforeCase(state, event) ? { beforeCase: true } : {}),
  };
};

/** A text about one act that is for one person alone. */
export const noticeTo = (
  state: CaseState,
  template: 'confirm' | 'denied',
  act: number,
  { person, role }: { person: string; role: string },
): Notice => ({
  key: `case#${state.version + 1}#${template}#${role}#${act}`,
  role,
  person,
  act,
  template,
  variables: {},
  byTelephone: isSecret(state),
});
/** The text that asks a person for his word about what was entered in his name. */
export const confirmNotice = (
  state: CaseState,
  act: number,
  whose: { person: string; role: string },
): Notice => noticeTo(state, 'confirm', act, whose);

const asking = (context: Context, state: CaseState, event: CaseEvent): CaseEvent[] => {
  const act = state.version + 1;
  const onBehalf = 'onBehalf' in event ? event.onBehalf : undefined;
  if (onBehalf !== undefined)
    return [{ type: 'NoticesMade', notices: [confirmNotice(state, act, onBehalf)] }];
  const outside = 'outside' in event ? event.outside : undefined;
  if (outside?.countersigned !== false) return [];
  const told = tellAbout(context, state, 'countersign', act);
  return [askOthers(context, state, told, { command: 'Countersign', first: context.actor })];
};

/** The events of a decision, marked, with the questions that follow from them. */
export const followUp = (context: Context, state: CaseState, events: CaseEvent[]): CaseEvent[] => {
  const all = events.map((event) => marked(context, state, event));
  return [...all, ...all.flatMap((event) => asking(context, state, event))];
};
