import * as z from 'zod/mini';

// What the fields of commands are made of.

/** 一二三四五六七八 says no more than 12345678. */
const NUMERALS = '零〇一二三四五六七八九十';
/** Whether words say anything: one letter again and again, signs, and numerals alone do not. */
const isTalk = (text: string): boolean =>
  new Set((text.match(/\p{L}/gu) ?? []).filter((letter) => !NUMERALS.includes(letter))).size > 1;
const saysSomething = z.refine<string>(isTalk, '须写明情况,不能只有标点、数字或同一个字');

/** Free text. */
export const Text = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, '不能为空'),
    z.regex(/[\p{L}\p{N}]/u, '不能只有标点'),
    z.maxLength(2000, '不能超过2000字'),
  );
/** What somebody answers for: one word says nothing. */
export const Reasoned = z
  .string()
  .check(
    z.trim(),
    z.minLength(8, '须写明情况,不少于8个字'),
    saysSomething,
    z.maxLength(2000, '不能超过2000字'),
  );
/** Why something that came in is left: short, but of words. It stays with what came in. */
export const BriefReason = z.string().check(z.trim(), saysSomething, z.maxLength(200, '不能超过200字'));
/** Why time is granted (说明): short, but of words. */
export const Explained = z.string().check(z.trim(), saysSomething, z.maxLength(2000, '不能超过2000字'));
export const Note = z.optional(Text);
export const shortText = () =>
  z.string().check(z.minLength(1, '不能为空'), z.maxLength(200, '不能超过200字'));
/** Who, which post, by which way: what an entry rests on. A blank or a full stop is an empty tick. */
export const evidence = (what: string) =>
  z
    .string()
    .check(
      z.trim(),
      z.regex(/[\p{L}\p{N}]/u, `${what}须写明,不能空白或只有标点`),
      z.maxLength(200, '不能超过200字'),
    );
/** What can be looked up: a 收文号, a 文号, or whose call it was and when. A dot or 无 is none. */
export const Reference = z
  .string()
  .check(
    z.trim(),
    z.regex(/[\p{L}\p{N}][\s\S]*[\p{L}\p{N}]/u, '须写明收文号、文号或通话记录,至少两个字(汉字、字母或数字)'),
    z.maxLength(200, '不能超过200字'),
  );
/** Something that the regulation has, by its id or by its name. Of which list, shared/rules/names.ts says. */
export const Id = shortText();
export const Level = Id;
/** The key of an item or a notice. */
export const Key = shortText();
/** Another case, by its number. */
export const OtherCase = shortText();
/** An entry of the case's log, by its number. */
export const Entry = z.int().check(z.minimum(1));
