import * as z from 'zod/mini';

/** Mainland mobile numbers in E.164; anything else is refused before a gateway sees it. */
export const MobileNumber = z.string().check(z.regex(/^\+861\d{10}$/, '手机号应为 +86 加11位号码'));

export const Person = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  mobile: MobileNumber,
  /** The unit, for roles that each unit has. */
  unit: z.optional(z.string()),
  /** False: on leave; the role's other people or the next rung are told instead. */
  available: z._default(z.boolean(), true),
});
export type Person = z.infer<typeof Person>;

export const Roster = z.strictObject({ roles: z.record(z.string(), z.array(Person)) });
export type Roster = z.infer<typeof Roster>;
/** A roster in which nobody stands. */
export const NOBODY: Roster = { roles: {} };

export const PutRoster = z.strictObject({
  /** The version that was read; a change in between is refused. */
  version: z.int().check(z.minimum(0)),
  roles: Roster.shape.roles,
});
export type PutRoster = z.infer<typeof PutRoster>;
