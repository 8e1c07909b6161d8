import type { Source } from '../../case/events.ts';
import { isGone, isGoneThere } from '../../case/standing.ts';
import type { Received } from '../../case/state/received.ts';
import type { CaseState } from '../../case/state.ts';
import type { Duty } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';
import type { Completion } from '../completions/completion.ts';

/** One assignment or prompt that the bureau received; each is owed its own answer (办法第二十二条(二)). */
export interface Receipt {
  /**
   * Counts the receipts that the duty can be owed for, in the order in which they came into the log. It stays with its
   * receipt whatever is taken back.
   */
  number: string;
  kinds: readonly string[];
  reference: string | undefined;
  receivedAt: Instant;
  recordedAt: Instant;
  /** Where in `state.received` it is spoken of. */
  places: readonly number[];
  /** Each instant that ever counted for it, since which entry of the log, and who said so; the last one counts now. */
  stated: readonly Pick<Received, 'at' | 'recordedAt' | 'entry' | 'by'>[];
}

const kindsOf = ({ terms }: Duty): readonly string[] | undefined => {
  const lists = terms.flatMap(({ start }) =>
    start.flatMap((anchor) => ('instant' in anchor && anchor.instant === 'receivedAt' ? [anchor.of] : [])),
  );
  return lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? []);
};

/** Whether something that is still there brought it in. */
const isThere = (state: CaseState, { places }: Receipt): boolean =>
  places.some((place) => {
    const { corrects, entry, there } = state.received[place]!;
    const isTakenBack = there?.every((each) => isGoneThere(state, each)) ?? isGone(state, entry);
    return corrects === undefined && !isTakenBack;
  });

/** The place among `receipts` of the one that is spoken of; -1: it is a new one. An 交办 and a 提示 are never one paper. */
const placeOf = (state: CaseState, receipts: readonly Receipt[], said: Received): number => {
  const { corrects, kind, reference, same } = said;
  if (corrects !== undefined) return receipts.findIndex(({ places }) => places.includes(corrects));
  const isKind = (receipt: Receipt): boolean => receipt.kinds.includes(kind);
  if (reference) return receipts.findIndex((each) => isKind(each) && each.reference === reference);
  if (same !== true) return -1;
  const last = receipts.findLastIndex((each) => isKind(each) && isThere(state, each));
  return last >= 0 ? last : receipts.findLastIndex(isKind);
};

/** The same number again is one receipt, its earliest time counts; 同一件 moves nothing; what puts it right counts. */
const joined = (receipt: Receipt, said: Received, place: number): Receipt => {
  const { at, recordedAt, entry, by, same, corrects } = said;
  const isMoved = corrects !== undefined || (same !== true && at < receipt.receivedAt);
  return {
    ...receipt,
    places: [...receipt.places, place],
    receivedAt: isMoved ? at : receipt.receivedAt,
    stated: isMoved ? [...receipt.stated, { at, recordedAt, entry, by }] : receipt.stated,
  };
};

/**
 * The receipts of these kinds (absent: of all), oldest entry first. One that was taken back is left out; entered anew under its
 * number it is the same one, and its earliest time counts.
 */
export const receiptsIn = (state: CaseState, kinds?: readonly string[]): Receipt[] => {
  const receipts: Receipt[] = [];
  for (const [place, said] of state.received.entries()) {
    if (kinds !== undefined && !kinds.includes(said.kind)) continue;
    const known = placeOf(state, receipts, said);
    const { kind, reference, at, recordedAt, entry, by } = said;
    if (known >= 0) receipts[known] = joined(receipts[known]!, said, place);
    else
      receipts.push({
        number: `${receipts.length + 1}`,
        kinds: [kind],
        reference: reference || undefined,
        receivedAt: at,
        recordedAt,
        places: [place],
        stated: [{ at, recordedAt, entry, by }],
      });
  }
  return receipts.filter((receipt) => isThere(state, receipt));
};

/** When a source of the case came in, as its receipt counts now. */
export const receivedAtOf = (
  state: CaseState,
  { kind, reference, receivedAt, entry }: Source & { entry: number },
): Instant | undefined => {
  const place = state.received.findIndex(
    (said) =>
      said.corrects === undefined &&
      said.entry === entry &&
      said.kind === kind &&
      said.reference === reference &&
      said.at === receivedAt,
  );
  return receiptsIn(state).find(({ places }) => places.includes(place))?.receivedAt;
};

/** The receipts that `duty` can be owed for, oldest entry first. */
export const receiptsOf = (state: CaseState, duty: Duty): Receipt[] => receiptsIn(state, kindsOf(duty));

/** Whether an answer names the receipt: by its 收文号, or by its place, unless that is the number of something else. */
const isNamed = (
  { received, instructions, orders }: CaseState,
  receipt: Receipt,
  answer: string,
): boolean => {
  if (received.some(({ reference }) => reference === answer)) return receipt.reference === answer;
  // A 批示 or 督办通知 is named by its entry, and is no receipt.
  const isAsked = [...instructions, ...orders].some(({ entry }) => String(entry) === answer);
  return !isAsked && answer === receipt.number;
};

/**
 * Whether an act answers a receipt: one that was on record by then, and had come in before the act was made by all that had
 * been said of it so far. An answer that names receipts answers those; one that names nothing, all.
 */
export const answersReceipt = (
  { at, entry, answers }: Pick<Completion, 'at' | 'entry' | 'answers'>,
  receipt: Receipt | undefined,
  state: CaseState,
): boolean => {
  if (receipt === undefined) return true;
  const onRecord = receipt.stated.filter((each) => entry === null || each.entry <= entry);
  return (
    onRecord.length > 0 &&
    onRecord.every((each) => at >= each.at) &&
    (answers.length === 0 || answers.some((answer) => isNamed(state, receipt, answer)))
  );
};
