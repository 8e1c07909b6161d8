import { IN_ENGLISH } from '../../shared/contracts/english.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { ItemBatch, problemsIn } from '../../shared/contracts/items.ts';
import { batchIn, wordsBeside } from '../../shared/intake/mapping/batch.ts';
import type { Mapping } from '../../shared/intake/mapping/mapping.ts';
import type { KeepRefusedItem } from '../../shared/office/refused/keep.ts';
import type { Begun, Pushes } from '../../shared/records/register/pushes.ts';
import type { HttpEvent } from '../http.ts';
import { jsonBody, legibleBody, rawBody, sentBytes } from '../request-body.ts';
import type { FeedSigns } from './feed-signs.ts';
import type { FeedGate } from './gate.ts';
import { signatureHeader } from './verify.ts';

interface Dependencies {
  gate: FeedGate;
  pushes: Pick<Pushes, 'begin'>;
  keepRefusedItem: KeepRefusedItem;
  mappingOf: (feed: string) => Mapping;
  feedSigns: Pick<FeedSigns, 'signed' | 'unsigned'>;
  now: () => string;
}
/** A push that was let in: its items as they came, and whether it had come before. */
export interface AdmittedPush extends Begun {
  items: readonly unknown[];
  /** All that came with them. */
  body: unknown;
}

const read = (
  event: HttpEvent,
  mapping: Mapping,
): { text: string; body: unknown; items: readonly unknown[] } => {
  const text = rawBody(event);
  const body = jsonBody(text);
  const batch = ItemBatch.safeParse(batchIn(mapping, body), IN_ENGLISH);
  if (!batch.success)
    throw new RequestError('BATCH_INVALID', problemsIn(batch.error)[0]?.message ?? '格式不对');
  return { text, body, items: batch.data };
};

/**
 * Lets a push in and reads it as a batch. Throws RequestError for whatever is wrong with it as a whole; of a feed that may bring items it is
 * kept then, for people to read.
 */
export const createAdmitPush = (dependencies: Dependencies) => {
  const { gate, pushes, keepRefusedItem, mappingOf, feedSigns, now } = dependencies;
  const letIn = async (event: HttpEvent, feed: string): Promise<void> => {
    try {
      await gate.admit(feed, event);
    } catch (error) {
      if (error instanceof RequestError) await feedSigns.unsigned(feed, error);
      throw error;
    }
    await feedSigns.signed(feed);
  };
  /** Words around the items, which nobody reads: kept for people where they cannot wait. */
  const keepBeside = async (feed: string, words: readonly { path: string; text: string }[]) => {
    if (words.length === 0) return;
    const raw = Object.fromEntries(words.map(({ path, text }) => [path, text]));
    const problems = [{ field: '(整体)', message: '信息列表之外另有文字,没有读取' }];
    await keepRefusedItem({ feed, raw, code: 'BATCH_INVALID', problems, isIfUrgent: true });
  };
  const readOrKeep = async (event: HttpEvent, feed: string) => {
    try {
      const push = read(event, mappingOf(feed));
      await keepBeside(feed, wordsBeside(mappingOf(feed), push.body));
      return push;
    } catch (error) {
      if (error instanceof RequestError) {
        const { code, message } = error;
        const problems = [{ field: '(整体)', message }];
        await keepRefusedItem({ feed, raw: legibleBody(event), code, problems });
      }
      throw error;
    }
  };
  return async (event: HttpEvent, feed: string): Promise<AdmittedPush> => {
    // What is too large is said to anybody, before anything is reckoned of it.
    sentBytes(event);
    if (!gate.isRegistered(feed)) throw new RequestError('FEED_UNKNOWN', '没有登记这个数据源');
    await letIn(event, feed);
    const { text, body, items } = await readOrKeep(event, feed);
    const id = signatureHeader(event.headers, 'id');
    const begun = id === '' ? { reused: false } : await pushes.begin({ feed, id, body: text }, now());
    return { items, body, ...begun };
  };
};
