import * as z from 'zod/mini';
import type { RefusalsReply } from '../../../../shared/contracts/replies/bureau.ts';
import { DESK } from '../../../../shared/records/register/refusals.ts';
import type { StoredRecord } from '../../../../shared/records/table.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { createReplyParts } from '../../../reply-parts.ts';

/** As `createRefusals` stores it. */
const Stored = z.object({
  sk: z.string(),
  count: z.int(),
  last: z.optional(z.catchall(z.object({ at: z.string() }), z.union([z.string(), z.number()]))),
});

/** What was turned away in a minute of a day (UTC) before a log could hold it. */
export const refusalView = (
  regulation: Regulation,
  day: string,
  record: StoredRecord,
): RefusalsReply['refusals'][number] => {
  const { time } = createReplyParts(regulation);
  const { sk, count, last } = Stored.parse(record);
  const [minute = '', code = '', ...rest] = sk.split('#');
  const from = rest.join('#');
  const { at, ...detail } = last ?? { at: '' };
  return {
    minute: time(`${day}T${minute}:00.000Z`),
    code,
    feed: from === DESK || from.startsWith(`${DESK}#`) ? null : from,
    count,
    last: last === undefined ? null : { at: time(at), detail },
  };
};
