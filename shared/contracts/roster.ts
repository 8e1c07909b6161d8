import * as z from 'zod/mini';
import { Text } from './command-fields.ts';

/** A mainland mobile number in E.164; anything else is refused before a gateway sees it. */
export const MobileNumber = z.string().check(z.regex(/^\+861\d{10}$/, '手机号应为11位号码,可加 +86 或 0086'));
/** A landline with its area code, and the extension where there is one: 0759-1234567-801. */
const Landline = z
  .string()
  .check(z.regex(/^0\d{2,3}-\d{7,8}(-\d{1,5})?$/, '固定电话应为区号加7至8位号码,如 0759-1234567'));

/** As people write numbers: in full width, with spaces, points and brackets. */
const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s.()]/g, '');
/** 13800000001, 0086 138-0000-0001 and +86… are one number. What is none stays as it is, and is refused. */
const toMobile = (text: string): string =>
  bare(text)
    .replaceAll('-', '')
    .replace(/^(?:(?:\+|00)?86)?(1\d{10})$/, '+86$1');
const toLandline = (text: string): string =>
  bare(text)
    .replace(/^(?:\+|00)86-?0?(?=\d)/, '0')
    .replace(/^(0(?:10|2\d|[3-9]\d{2}))-?(\d{7,8})/, '$1-$2');

export const Person = z.strictObject({
  id: z.string().check(z.trim(), z.minLength(1, '须填写人员编号'), z.maxLength(64)),
  name: z.string().check(z.minLength(1, '须填写姓名'), z.maxLength(40, '姓名不超过40个字')),
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
