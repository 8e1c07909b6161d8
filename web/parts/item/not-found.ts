import type { Fault } from '../../api/fault.ts';
import { spoken } from '../../model/spoken.ts';

const UNKNOWN: Readonly<Record<string, string>> = {
  ITEM_UNKNOWN: '没有这条信息，或者你无权查看。',
  REFUSED_ITEM_UNKNOWN: '没有这条未收下的信息；留存90天，逾期清除。',
};
/** Why there is nothing to see of something that came in. */
export const whyNotFound = ({ code, message, status }: Fault): string =>
  UNKNOWN[code] ?? (status === 0 ? '网络中断，没有读到。接通后自动再读。' : spoken(message));
