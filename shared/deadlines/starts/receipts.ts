import type { CaseState } from '../../case/state.ts';
import type { Duty } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';

/** One assignment or prompt that the bureau received; each is owed its own answer (办法第二十二条(二)). */
export interface Receipt {
  /** Counts the receipts that the duty can be owed for, in the order in which they came into the log. */
  number: string;
  kinds: readonly string[];
  reference: string | undefined;
  receivedAt: Instant;
  recordedAt: Instant;
}
type Received = CaseState['sources'][number] & { receivedAt: Instant };

const kindsOf = ({ terms }: Duty): readonly string[] | undefined => {
  const lists = terms.flatMap(({ start }) =>
    start.flatMap((anchor) => ('instant' in anchor && anchor.instant === 'receivedAt' ? [anchor.of] : [])),
  );
  return lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? []);
};

const isOf = (receipt: Receipt, { reference, same }: Received): boolean =>
  same === true || (reference !== undefined && reference !== '' && receipt.reference === reference);

/** The same number by another way is one receipt, its earliest time counts; 同一件 moves nothing. */
const joined = (receipt: Receipt, { kind, reference, receivedAt, same }: Received): Receipt => ({
  ...receipt,
  kinds: [...receipt.kinds, kind],
  reference: receipt.reference ?? reference,
  receivedAt: same === true || receivedAt > receipt.receivedAt ? receipt.receivedAt : receivedAt,
});

/** The receipts that `duty` can be owed for, oldest entry first. */
export const receiptsOf = ({ sources }: Pick<CaseState, 'sources'>, duty: Duty): Receipt[] => {
  const kinds = kindsOf(duty);
  const isMeant = (source: CaseState['sources'][number]): source is Received =>
    source.receivedAt !== undefined && (kinds === undefined || kinds.includes(source.kind));
  const receipts: Receipt[] = [];
  for (const source of sources.filter(isMeant)) {
    const known = receipts.findLastIndex((receipt) => isOf(receipt, source));
    const { kind, reference, receivedAt, recordedAt } = source;
    if (known >= 0) receipts[known] = joined(receipts[known]!, source);
    else
      receipts.push({ number: `${receipts.length + 1}`, kinds: [kind], reference, receivedAt, recordedAt });
  }
  return receipts;
};

/** An answer that names receipts answers those; one that names none, all that had come before it. */
export const answersReceipt = (
  act: { answers: readonly string[] },
  receipt: Receipt | undefined,
  { instructions, orders }: CaseState,
): boolean => {
  // A 批示 or 督办通知 is named by its entry, and is no receipt.
  const asked = [...instructions, ...orders].map(({ entry }) => String(entry));
  const answers = act.answers.filter((each) => !asked.includes(each));
  return (
    receipt === undefined ||
    answers.length === 0 ||
    answers.includes(receipt.number) ||
    (receipt.reference !== undefined && answers.includes(receipt.reference))
  );
};
