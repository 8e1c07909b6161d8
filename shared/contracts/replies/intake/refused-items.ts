import * as z from 'zod/mini';
import { Problem } from '../../errors.ts';
import { Named } from '../../regulation-view/parts.ts';
import { NEXT } from '../list.ts';
import { LevelName, Time } from '../parts.ts';

/** As what item it was taken; `case`: where that is, if the reader may know of it. */
const TAKEN = { id: z.string(), case: z.nullable(z.string()) };
const By = z.strictObject({ at: Time, id: z.string(), name: z.string(), role: Named });

/** What a feed brought and what was not taken. */
const ROW = {
  refused: z.string(),
  feed: z.string(),
  /** When it came first. */
  at: Time,
  /** By which code it was refused, and what was wrong. */
  why: z.strictObject({ code: z.string(), message: z.string() }),
  /** The feed's id of it; null: none can be read, or the whole push was refused. */
  item: z.nullable(z.string()),
  title: z.nullable(z.string()),
  /** What its words alone would be graded; null: there are none. */
  level: z.nullable(LevelName),
  /** Its feed marks it 涉密: nothing of what it says is kept. */
  secret: z.boolean(),
  /** When who is on duty hears of it, and whether he has. */
  told: z.enum(['atOnce', 'digest']),
  isTold: z.boolean(),
  /** `entered`: by hand; `mended`: its feed has pushed it again, and it was taken; `notNeeded`: somebody has said that it needs no entry. */
  became: z.enum(['open', 'entered', 'mended', 'notNeeded']),
  /** What was said of it, oldest first. */
  judgements: z.array(
    z.extend(By, { as: z.enum(['notNeeded', 'takenBack']), reason: z.optional(z.string()) }),
  ),
  /** `by`: who entered it; null: its feed brought it. Null: it was not taken. */
  taken: z.nullable(z.strictObject({ ...TAKEN, by: z.nullable(By) })),
};

/** What was refused of registered feeds, the newest first. */
export const RefusedItemsReply = z.strictObject({ items: z.array(z.strictObject(ROW)), ...NEXT });
export type RefusedItemsReply = z.infer<typeof RefusedItemsReply>;
export type RefusedRow = RefusedItemsReply['items'][number];

/** One of them with all that it says. */
export const RefusedItemReply = z.strictObject({
  ...ROW,
  /** Its place in its batch, from 0; null: the push was refused as a whole. */
  index: z.nullable(z.int()),
  problems: z.array(Problem),
  /** As it came, as text; null of one that is marked 涉密. */
  raw: z.nullable(z.string()),
  /** Whether more came than is kept; `bytes`, `sha256`: of the whole. */
  isCut: z.boolean(),
  bytes: z.int(),
  sha256: z.nullable(z.string()),
});
export type RefusedItemReply = z.infer<typeof RefusedItemReply>;

/** One that somebody has entered by hand. */
export const EnteredReply = z.extend(RefusedItemReply, {
  secret: z.literal(false),
  isTold: z.literal(true),
  became: z.literal('entered'),
  taken: z.strictObject({ ...TAKEN, by: By }),
  raw: z.string(),
  sha256: z.string(),
});
export type EnteredReply = z.infer<typeof EnteredReply>;
