import * as z from 'zod/mini';
import { Text } from './command-fields.ts';
import {
  LANDLINE,
  LANDLINE_SAID,
  LONGEST_NAME,
  MOBILE,
  MOBILE_SAID,
  NAME_MISSING,
  NAME_TOO_LONG,
  toLandline,
  toMobile,
} from './roster-table/numbers.ts';

/** Anything else than a mainland mobile number is refused before a gateway sees it. */
export const MobileNumber = z.string().check(z.regex(MOBILE, MOBILE_SAID));
const Landline = z.string().check(z.regex(LANDLINE, LANDLINE_SAID));

export const Person = z.strictObject({
  id: z.string().check(z.trim(), z.minLength(1, '须填写人员编号'), z.maxLength(64)),
  name: z.string().check(z.minLength(1, NAME_MISSING), z.maxLength(LONGEST_NAME, NAME_TOO_LONG)),
  mobile: MobileNumber,
  /** Where he is called when no text can go; nothing is texted to it. */
  landline: z.optional(Landline),
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

/** A person as somebody writes him down. */
export const WrittenPerson = z.extend(Person, {
  mobile: z.pipe(z.pipe(z.string(), z.transform(toMobile)), MobileNumber),
  landline: z.optional(z.pipe(z.pipe(z.string(), z.transform(toLandline)), Landline)),
});
export const PutRoster = z
  .strictObject({
    /** The version that was read; a change in between is refused. */
    version: z.int().check(z.minimum(0)),
    /** Why; of the first there is nothing to say. */
    reason: z.optional(Text),
    /** That posts are left without anybody by this is meant. */
    confirmEmpty: z._default(z.boolean(), false),
    roles: z.record(z.string(), z.array(WrittenPerson)),
  })
  .check(
    z.refine(({ version, reason }) => version === 0 || reason !== undefined, {
      message: '须写明更改名册的理由',
      path: ['reason'],
    }),
  );
export type PutRoster = z.infer<typeof PutRoster>;
