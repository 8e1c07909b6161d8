import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { spoken } from '../spoken.ts';
import { momentOf } from '../wall-clock.ts';

// 督办通知 of a case.

type Order = CaseReply['orders'][number];

/** What it is about, to whom, and how far it is. */
export const orderText = (
  { duty, unit, draftedAt, issuedAt, answerBy, acknowledgedAt, reason, state, stateText }: Order,
  duties: readonly { duty: string; name: string }[],
  now: number,
): string => {
  const about = duties.find((each) => each.duty === duty)?.name;
  return [
    about === undefined ? spoken(reason) : `${spoken(about)}未办`,
    `致${spoken(unit.name)}`,
    issuedAt === null ? `${momentOf(draftedAt, now)}拟稿，${stateText}` : `${momentOf(issuedAt, now)}签发`,
    ...(state === 'voided' ? ['已作废'] : []),
    ...(answerBy === null ? [] : [`${momentOf(answerBy, now, true)}前答复`]),
    ...(state !== 'issued'
      ? []
      : [acknowledgedAt === null ? '尚未签收' : `${momentOf(acknowledgedAt, now)}签收`]),
  ].join('，');
};

const OF_STATE: Readonly<Partial<Record<Order['state'], readonly string[]>>> = {
  draft: ['SignSupervisionOrder', 'VoidOrder'],
  issued: ['AcknowledgeOrder', 'VoidOrder'],
};
/** What the reader may do with it now. */
export const orderActsOf = ({ state, acknowledgedAt }: Order, acts: ActsReply['acts']): ActsReply['acts'] => {
  const types = OF_STATE[state] ?? [];
  return acts.filter(
    ({ type, may }) =>
      may && types.indexOf(type) >= 0 && (type !== 'AcknowledgeOrder' || acknowledgedAt === null),
  );
};
