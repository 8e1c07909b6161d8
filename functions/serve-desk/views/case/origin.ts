import { isNeutral, MASKED } from '../../../../shared/case/secret.ts';
import { type CaseItem, newestOf, unjudged } from '../../../../shared/case/state/case-item.ts';
import { type CaseState, isSecret } from '../../../../shared/case/state.ts';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import { receivedAtOf } from '../../../../shared/deadlines/starts/receipts.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { DOUBTS, putLater } from '../../../../shared/rules/acts/doubts.ts';
import { maskNumber, maskNumbersIn } from '../../../../shared/rules/reading/numbers.ts';
import { outOfView, type ReplyParts, suspectedView, suspicionOf } from '../../../reply-parts.ts';

/** `numbers`: whether whoever asks sees everybody's number. `suspects`: what of the suspicions he may know of (`suspicionOf`). */
interface Shown {
  numbers: boolean;
  suspects?: ReadonlySet<string>;
}

// Where a case comes from: who sent it, what feeds brought, what was written down at the opening.

/** A paper's number stands in the log itself, since receipts go by it; of a 涉密 case it is not shown. */
const shownReference = (state: CaseState, reference: string): string =>
  isSecret(state) && !isNeutral(reference) ? MASKED : reference;

/** What is doubted of an item's times. */
const doubtIn = (regulation: Regulation, item: CaseItem): { doubt?: string } => {
  const said = [
    ...(item.doubt === undefined ? [] : [`公开时间${DOUBTS[item.doubt]},存疑,未据以起算`]),
    ...unjudged(item).map(([field, time]) => putLater(regulation, field, time)),
  ];
  return said.length === 0 ? {} : { doubt: said.join(';') };
};

/** An item, with the version that the case rests on and the newest that it knows of. */
const itemOf = (
  regulation: Regulation,
  item: CaseItem,
  { timeOrNull }: ReplyParts,
  { numbers, suspects, own }: Shown & { own: string },
): CaseReply['items'][number] => {
  const { publishedAt, eventAt, arrivedAt: _, doubt: __, later: ___, suspected = [], ...told } = item;
  const { unreadMark: ____, markJudged: _____, outOf, ...rest } = told;
  return {
    ...rest,
    title: numbers ? rest.title : maskNumbersIn(rest.title),
    version: item.version ?? 1,
    newest: newestOf(item),
    publishedAt: timeOrNull(publishedAt),
    eventAt: timeOrNull(eventAt),
    ...doubtIn(regulation, item),
    ...suspectedView(suspected.filter(({ caseId }) => suspects?.has(suspicionOf(item, caseId)))),
    // Put back where it was, it is there as if it had never been away.
    ...outOfView(outOf?.caseId === own ? undefined : outOf),
  };
};

/** What was written down at the opening. */
const noteOf = ({ note: { text, call } }: CaseState, { time }: ReplyParts, numbers: boolean) => ({
  ...(text === undefined ? {} : { text: numbers ? text : maskNumbersIn(text) }),
  ...(call === undefined
    ? {}
    : {
        call: {
          ...call,
          ...(call.number === undefined || numbers ? {} : { number: maskNumber(call.number) }),
          ...(call.at === undefined ? {} : { at: time(call.at) }),
        },
      }),
});

export const originOf = (
  regulation: Regulation,
  state: CaseState,
  parts: ReplyParts,
  shown: Shown,
): Pick<CaseReply, 'sources' | 'items' | 'note'> => ({
  sources: state.sources.map((source) => ({
    ...parts.named(regulation.sources, source.kind),
    receivedAt: parts.timeOrNull(receivedAtOf(state, source)),
    ...(source.reference === undefined ? {} : { reference: shownReference(state, source.reference) }),
  })),
  items: state.items.map((item) => itemOf(regulation, item, parts, { ...shown, own: state.caseId })),
  note: noteOf(state, parts, shown.numbers),
});
