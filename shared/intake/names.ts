import type { Regulation } from '../regulations/schema.ts';
import { type Choice, idOf, type ListName, listOf } from '../rules/names.ts';
import { comparable } from '../wording/comparable.ts';

/** A name as an eye reads it, apart from blanks, punctuation and case. */
const plain = (name: string): string => comparable(name).replace(/[^\p{L}\p{N}]/gu, '');
/** 红色预警 and 敏感 are the names of levels too. */
const levelStem = (name: string): string => plain(name).replace(/(?:预警|舆情|级别|级)+$/, '');

/** What of these a feed means: by id or name, as the office writes it, or alike but for blanks and punctuation; only where it is one. */
export const meant = (choices: readonly Choice[], given: string, stem = plain): string | undefined => {
  const sought = stem(given);
  const found = choices.filter(({ id, name, short, colour }) =>
    [id, name, short, colour].some(
      (each) => typeof each === 'string' && sought !== '' && stem(each) === sought,
    ),
  );
  return found.length === 1 ? found[0]!.id : undefined;
};

/** No name is longer. */
const LONGEST = 200;

/** The id of what the regulation has in a list, or what it says of a name that it does not have. */
export const readName = (
  regulation: Regulation,
  list: ListName,
  given: string,
): { id: string } | { fault: string } => {
  if (given.length > LONGEST) return { fault: `超过${LONGEST}字` };
  const id = idOf(regulation, list, given.trim());
  if (typeof id === 'string') return { id };
  const alike = meant(listOf(regulation, list), given, list === 'level' ? levelStem : plain);
  return alike === undefined ? { fault: id.message } : { id: alike };
};

/** Words by which somebody says what the bureau must hear at once, and whose word that is. */
const SIGNS =
  '密 交办 督办 督查 批示 批办 转办 上级 提示 领导 党委 政府 省委 市委 县委 区委 旗委 网信 宣传部 信访 热线 12345 secret confidential'.split(
    ' ',
  );
/** So short a part of a name is no sign of it. */
const SHORTEST = 3;

/** Whether a name that nobody could read may say 涉密, come from a superior, or mean a flag of the regulation. */
export const maySaySomethingGrave = ({ flags, sources }: Regulation, given: string): boolean => {
  const said = plain(given);
  const names = [...flags, ...sources.filter(({ from }) => from !== null)].map(({ name }) => plain(name));
  return (
    SIGNS.some((sign) => said.includes(sign)) ||
    names.some((name) => said.includes(name) || (said.length >= SHORTEST && name.includes(said)))
  );
};

/** Marks of GB/T 9704 and words of their like, by which a text says itself that it is 涉密. */
const SECRET_MARK =
  /(?:绝密|机密|秘密) *[★☆*]|本(?:件|文|文件|材料|信息|资料)(?:属于?|涉及|系|为|内容)*(?:国家秘密|涉密|绝密|机密|秘密)/;
/** Such a mark in a text, as it stands there. */
export const secretMarkIn = (text: string): string | undefined => SECRET_MARK.exec(comparable(text))?.[0];

/** A word that says of a whole document how secret it is. */
const SECRECY = /^(?:国家秘密|内部涉密|涉密|绝密|机密|秘密|(?:top)?secret|confidential)(?:级|件|文件|信息)?$/;
export const isSecrecy = (value: string): boolean => SECRECY.test(plain(value));
