import { RequestError } from '../../shared/contracts/errors.ts';
import type { ReceiptsReply } from '../../shared/contracts/replies/receipts.ts';
import { type TextReceipt, TextReceipts } from '../../shared/contracts/text-receipts.ts';
import { createRecordReceipt, type Reported } from '../../shared/office/texts/record-receipt.ts';
import type { Refusals } from '../../shared/records/register/refusals.ts';
import type { SentTexts } from '../../shared/records/texts/sent-texts.ts';
import { isAhead, notAhead } from '../../shared/time/instants.ts';
import { type Answer, createHttpFunction, type HttpEvent, parseBody } from '../http.ts';
import type { FeedGate } from '../intake-items/gate.ts';
import { createKeepRefused } from '../intake-items/keep-refused.ts';
import type { PartsOf } from '../lambda.ts';

/** What the gateway is called at its gate, and among the refusals. */
export const GATEWAY = 'sms-receipts';

type Dependencies = Parameters<typeof createRecordReceipt>[0] & {
  sentTexts: Pick<SentTexts, 'find'>;
  refusals: Refusals;
  gate: FeedGate;
  onProblem: (what: string, error: unknown) => void;
};
type Result = ReceiptsReply['receipts'][number]['result'];

/** The states in which a text ends, with what the file says of it; the others are still under way. */
const ENDS: Readonly<Partial<Record<TextReceipt['state'], Pick<Reported, 'status' | 'detail'>>>> = {
  DELIVRD: { status: 'delivered', detail: '' },
  EXPIRED: { status: 'undelivered', detail: '有效期内未能送达' },
  DELETED: { status: 'undelivered', detail: '短信已被删除' },
  UNDELIV: { status: 'undelivered', detail: '对方号码无法送达' },
  REJECTD: { status: 'undelivered', detail: '短信被拒收' },
};

/**
 * POST /v1/receipts. What a gateway reports of texts that it took, in any order and as often as it likes. It becomes the state of a
 * notice: 送达 meets nothing, 未送达 is told again within its time, and both judge nothing. 503 when one could not be kept: all of
 * them may be sent again.
 */
export const createTakeReceipts = (dependencies: Dependencies) => {
  const { sentTexts, gate, now, onProblem } = dependencies;
  const record = createRecordReceipt(dependencies);
  const keepRefused = createKeepRefused(dependencies);

  const takeOne = async ({ key, state, at }: TextReceipt): Promise<Result> => {
    const end = ENDS[state];
    if (end === undefined) return 'notFinal';
    const texts = await sentTexts.find(key);
    if (texts === undefined) return 'unknown';
    let result: Result = 'repeated';
    for (const text of texts)
      if (await record(text, { ...end, reportedAt: notAhead(at, now()) })) result = 'recorded';
    return result;
  };

  const receive = async (event: HttpEvent): Promise<Answer & { body: ReceiptsReply }> => {
    await gate.admit(GATEWAY, event);
    const { receipts } = parseBody(TextReceipts, event);
    const ahead = receipts.findIndex(({ at }) => isAhead(at, now()));
    if (ahead >= 0) throw new RequestError('INSTANT_IN_FUTURE', `第${ahead + 1}条回执的时间不能晚于现在`);
    const taken: ReceiptsReply['receipts'] = [];
    for (const [index, receipt] of receipts.entries()) {
      try {
        taken.push({ index, key: receipt.key, result: await takeOne(receipt) });
      } catch (error) {
        onProblem(`receipt ${receipt.key}`, error);
        throw new RequestError('RECEIPTS_FAILED', '部分短信回执暂时未能登记,请整批重发');
      }
    }
    return { status: 200, body: { receipts: taken } };
  };

  return async (event: HttpEvent): Promise<Answer> => {
    try {
      return await receive(event);
    } catch (error) {
      if (error instanceof RequestError) await keepRefused(event, GATEWAY, error.code);
      throw error;
    }
  };
};

export const takeReceipts = (parts: PartsOf<typeof createTakeReceipts>) =>
  createHttpFunction([{ method: 'POST', path: '/v1/receipts', handler: createTakeReceipts(parts) }]);
