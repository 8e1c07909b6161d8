import * as z from 'zod/mini';
import type { Regulation } from '../../regulations/schema.ts';
import { Named } from '../regulation-view/parts.ts';
import { Person } from '../roster.ts';
import { NEXT } from './list.ts';
import { Time } from './parts.ts';

/** The regulation in force as data. Its schema is that of the data files, which is too large to be carried around. */
export type RegulationReply = Regulation;

/**
 * The lines that are the caller's to read, and the numbers that are; others are 138****0001. `emptyRoles`: those that nobody available
 * holds; with `unit`, that of one unit; of the whole roster, where he reads all of it.
 */
export const RosterReply = z.strictObject({
  version: z.int(),
  /** When it was written, by whom (his id) and why; null where there is none yet. */
  changed: z.nullable(z.strictObject({ at: Time, by: z.string(), reason: z.nullable(z.string()) })),
  roles: z.record(
    z.string(),
    z.array(
      z.extend(Person, { available: z.boolean(), mobile: z.string(), landline: z.optional(z.string()) }),
    ),
  ),
  emptyRoles: z.array(z.extend(Named, { unit: z.optional(z.string()) })),
});
export type RosterReply = z.infer<typeof RosterReply>;

const Post = z.strictObject({ role: Named, unit: z.nullable(Named) });

/** Who speaks, and as what. */
export const MeReply = z.strictObject({
  /** His id in the roster, as his token has it. */
  person: z.string(),
  name: z.string(),
  /** Every post that his token gives him. */
  posts: z.array(Post),
  /** The one that he acts in: the chosen one, or his only one; null: he has several and has chosen none. */
  post: z.nullable(Post),
  /** Whether the roster knows him. */
  listed: z.boolean(),
  /** The commands and rights that the regulation gives the post, or one of the posts where none is chosen, at any level. */
  may: z.array(z.string()),
});
export type MeReply = z.infer<typeof MeReply>;

/** What was changed in one line of the roster: a person in a post, and in a unit where the post is a unit's. */
const RosterChange = z.strictObject({
  what: z.enum(['added', 'removed', 'changed']),
  whatText: z.string(),
  role: Named,
  unit: z.nullable(Named),
  id: z.string(),
  name: z.string(),
  /**
   * What is written otherwise of who stayed, as a reader is shown it: numbers masked, so that both may read alike; null: nothing was
   * or is there.
   */
  fields: z.array(
    z.strictObject({
      field: z.enum(['name', 'mobile', 'landline', 'available']),
      fieldText: z.string(),
      before: z.nullable(z.string()),
      after: z.nullable(z.string()),
    }),
  ),
});

/** What became of the roster, the newest first: of the lines that are the caller's to read; a version that changed none of them is left out. */
export const RosterChangesReply = z.strictObject({
  versions: z.array(
    z.strictObject({
      version: z.int(),
      at: Time,
      /** `name`: by the roster of then; null: he does not stand in it. */
      by: z.strictObject({ id: z.string(), name: z.nullable(z.string()) }),
      /** null: of the first there is nothing to say. */
      reason: z.nullable(z.string()),
      changes: z.array(RosterChange),
    }),
  ),
  ...NEXT,
});
export type RosterChangesReply = z.infer<typeof RosterChangesReply>;

/** Who has read a 涉密 case: of each person the first look on a day. */
export const ReadsReply = z.strictObject({
  case: z.string(),
  reads: z.array(z.strictObject({ at: Time, id: z.string(), name: z.string(), role: Named })),
});
export type ReadsReply = z.infer<typeof ReadsReply>;

/** What was turned away on a day (UTC) that stands in no log: one line for each minute, code and sender. */
export const RefusalsReply = z.strictObject({
  day: z.iso.date(),
  refusals: z.array(
    z.strictObject({
      minute: Time,
      code: z.string(),
      /** null: a request of the office itself. */
      feed: z.nullable(z.string()),
      count: z.int(),
      /** The last of them, as far as it can be told without trusting the sender; null when its record was cut off. */
      last: z.nullable(
        z.strictObject({ at: Time, detail: z.record(z.string(), z.union([z.string(), z.number()])) }),
      ),
    }),
  ),
  ...NEXT,
});
export type RefusalsReply = z.infer<typeof RefusalsReply>;
