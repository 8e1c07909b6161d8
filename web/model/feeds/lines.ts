import type { FeedRow, FeedsReply } from '../../../shared/contracts/replies/intake/feeds.ts';
import { passed, textOf } from '../duration.ts';
import { spoken } from '../spoken.ts';
import { millisecondsOf, momentOf } from '../wall-clock.ts';

/** The page's answer: whether the feeds bring what the office expects of them. */
export const feedsLine = ({ feeds }: FeedsReply): { text: string; isBad: boolean } => {
  const count = feeds.filter(({ trouble }) => trouble !== null).length;
  if (count > 0) return { text: `数据源：${count}个异常`, isBad: true };
  return { text: feeds.some(({ watch }) => watch !== null) ? '数据源正常' : '数据源', isBad: false };
};

/** What people call it; one that is not watched has its registered name alone. */
export const feedName = ({ feed, watch }: FeedRow): string => watch?.name ?? feed;

/** What was taken of it last, at `now`. */
export const takenText = ({ accepted }: FeedRow, now: number): string => {
  if (accepted === null) return '还没有信息入库';
  const past = textOf(passed(Math.max(0, now - millisecondsOf(accepted.at))));
  return `最近${momentOf(accepted.at, now)}入库${accepted.items}条，${past}`;
};

/** The last push that was turned away, unless one was taken since; null: there is none. */
export const refusedText = (
  { accepted, refused, unsigned, trouble }: FeedRow,
  now: number,
): string | null => {
  if (refused === null || (accepted !== null && accepted.at >= refused.at)) return null;
  const row = unsigned > 1 && trouble?.kind !== 'unsigned' ? `（签名不符已连续${unsigned}次）` : '';
  return `最近${momentOf(refused.at, now)}未接收：${spoken(refused.message)}${row}`;
};

/** What the office expects of it. */
export const expectedText = ({ watch, trouble }: FeedRow, now: number): string => {
  if (watch === null) return '未设应推送的间隔，中断时不告知';
  const parts = [
    ...watch.expected,
    ...(watch.signatureFailures === null ? [] : [`连续${watch.signatureFailures}次签名不符即告知`]),
    ...(watch.next === null || trouble !== null ? [] : [`最迟${momentOf(watch.next, now)}应有信息入库`]),
  ];
  return parts.length === 0 ? '未设应推送的间隔，中断时不告知' : parts.join('；');
};

/** When people were last told; null: never, or of nothing that lasts. */
export const toldText = ({ watch, trouble }: FeedRow, now: number): string | null =>
  trouble === null || watch?.told == null
    ? null
    : `${momentOf(watch.told, now)}已告知值班人员${watch.contact === null ? '' : '和联系人'}`;
