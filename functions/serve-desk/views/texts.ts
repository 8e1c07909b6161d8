import { isOfSame, type OpenNotice } from '../../../shared/case/state/open-notice.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { lastTry } from '../../../shared/notices/retry.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { momentInChinese } from '../../../shared/time/instants.ts';
import type { ReplyParts } from '../../reply-parts.ts';

type Text = CaseReply['telephoneTasks'][number]['text'];

/** The notice whose text is still tried for this task: its own, or one that says the same later. */
const triedFor = ({ pendingNotices }: CaseState, task: OpenNotice): OpenNotice | undefined =>
  pendingNotices[task.key] ?? Object.values(pendingNotices).find((each) => isOfSame(each, task));

/** What became of the text of a telephone task: the first number at which it did not get there says why. */
export const textOf = (
  { zone }: Regulation,
  state: CaseState,
  task: OpenNotice,
  { time }: ReplyParts,
): Text => {
  const tried = triedFor(state, task);
  const notice = Object.keys(tried?.failed ?? {}).length > 0 ? tried! : task;
  const [first] = Object.entries(notice.failed).sort(([, one], [, other]) => (one.at < other.at ? -1 : 1));
  if (first === undefined) return null;
  const [address, { at, why = '短信网关未接收' }] = first;
  const isReported = state.undelivered[notice.key]?.[address] !== undefined;
  const until = tried === undefined ? null : lastTry(at);
  const said = `短信${isReported ? '未送达' : '未送出'}(${why})`;
  return {
    state: until === null ? 'givenUp' : isReported ? 'undelivered' : 'unsent',
    stateText: `${said},${until === null ? '不再补发' : `补发至${momentInChinese(until, zone)}`}`,
    since: time(at),
    retriedUntil: until === null ? null : time(until),
  };
};

const countOf = (tries: CaseState['delivered']): number =>
  Object.values(tries).reduce((sum, byAddress) => sum + Object.keys(byAddress).length, 0);

/** Of how many texts the gateway says that they got there, and that they did not. */
export const receiptsOf = ({ delivered, undelivered }: CaseState): CaseReply['receipts'] => ({
  delivered: countOf(delivered),
  undelivered: countOf(undelivered),
});
