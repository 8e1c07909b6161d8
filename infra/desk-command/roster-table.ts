import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { IN_ENGLISH } from '../../shared/contracts/english.ts';
import { type Person, type Roster, WrittenPerson } from '../../shared/contracts/roster.ts';
import { isPerUnit, postsOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { called, namesOf } from '../../shared/rules/names.ts';

// A roster as offices keep it: a table with a line for each person and post.

/** What the columns are called, as offices call them. */
const COLUMNS = {
  post: ['岗位', '职务', '角色'],
  name: ['姓名', '人员'],
  phone: ['电话', '手机', '手机号', '手机号码', '联系电话', '联系方式', '电话号码'],
  landline: ['固定电话', '座机', '办公电话'],
  unit: ['股室', '单位', '科室', '部门', '所属股室'],
  id: ['编号', '工号', '人员编号'],
  available: ['在岗', '是否在岗'],
} as const;
type Column = keyof typeof COLUMNS;
const NEEDED: readonly Column[] = ['post', 'name', 'phone'];
const NOT_THERE = ['否', '不在岗', '请假', '休假', '0', 'false'];

/** A file as Excel writes it here: UTF-8, or GB 18030 where it is none. */
export const decodeTable = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

interface Row {
  line: number;
  cells: Partial<Record<Column, string>>;
}
export interface ReadRoster {
  roster: Roster;
  /** What is wrong, by the line of the table. */
  problems: string[];
  /** What to look at: columns that were not read, two names that are one person. */
  notes: string[];
}

const columnOf = (title: string): Column | undefined =>
  (Object.keys(COLUMNS) as Column[]).find((column) =>
    (COLUMNS[column] as readonly string[]).includes(title.replaceAll(/\s/g, '')),
  );

const recordsIn = (text: string): { record: string[]; info: { lines: number } }[] => {
  try {
    return parse(text, {
      bom: true,
      delimiter: [',', '\t', ';', ','],
      relax_column_count: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    const { lines } = error as { lines?: number };
    throw new Error(`读不懂这个表格(第${lines ?? 1}行的引号不成对,或不是 CSV 文件):请另存为“CSV(逗号分隔)”`, {
      cause: error,
    });
  }
};

/** Throws an Error in Chinese for what is no table with these columns. */
const rowsOf = (text: string): { rows: Row[]; ignored: string[] } => {
  const records = recordsIn(text);
  const [head, ...body] = records;
  const titles = head?.record ?? [];
  const columns = titles.map(columnOf);
  const twice = (Object.keys(COLUMNS) as Column[]).filter(
    (column) => columns.filter((each) => each === column).length > 1,
  );
  if (twice.length > 0)
    throw new Error(
      `有两列都是“${COLUMNS[twice[0]!][0]}”(${titles.filter((title) => columnOf(title) === twice[0]).join('、')}),请只留一列`,
    );
  const missing = NEEDED.filter((column) => !columns.includes(column)).map((column) => COLUMNS[column][0]);
  if (missing.length > 0)
    throw new Error(
      `表格第一行应为列名,缺少“${missing.join('”“')}”;可有的列:${Object.values(COLUMNS)
        .map(([name]) => name)
        .join('、')}`,
    );
  const rows = body.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(
      record.flatMap((cell, index) => (columns[index] ? [[columns[index], cell]] : [])),
    ),
  }));
  return { rows, ignored: titles.filter((title, index) => columns[index] === undefined && title !== '') };
};

const MOBILE = /^(?:\+?86|0086)?1\d{10}$/;
/** A cell may hold both numbers: 13800000001、0759-1234567. */
const numbersIn = ({ phone = '', landline }: Row['cells']) => {
  const all = phone.split(/[、,,;;/\n]/).map((each) => each.trim());
  const isMobile = (each: string): boolean => MOBILE.test(each.normalize('NFKC').replaceAll(/[\s.()-]/g, ''));
  const mobile = all.find(isMobile) ?? all[0] ?? '';
  const other = landline ?? all.find((each) => each !== mobile && each !== '');
  return { mobile, ...(other === undefined || other === '' ? {} : { landline: other }) };
};

/** Whose number or name it is now, in this post first; undefined when nobody's. */
const knownAs = (before: Roster, role: string, isIt: (person: Person) => boolean): Person | undefined =>
  before.roles[role]?.find(isIt) ?? Object.values(before.roles).flat().find(isIt);

/**
 * His id: the one of the table, else the one that he has now by number and name, or by his name alone; else his name with the end of
 * his number, so that another one of that name is another. A problem where his number is somebody else's now.
 */
const idOf = (
  { id, name = '' }: Row['cells'],
  mobile: string,
  role: string,
  before: Roster,
): string | { problem: string } => {
  if (id !== undefined && id !== '') return id;
  const same = knownAs(before, role, (person) => person.mobile === mobile && person.name === name);
  if (same !== undefined) return same.id;
  const other = knownAs(before, role, (person) => person.mobile === mobile);
  if (other !== undefined)
    return {
      problem: `号码${mobile.replace(/^\+86/, '')}现为“${other.name}”所有:换了人的,请先换号码;同一人改名的,请加“编号”一列,填${other.id}`,
    };
  const named = knownAs(before, role, (person) => person.name === name);
  return named?.id ?? `${name}${mobile.slice(-4)}`;
};

const personIn = (
  regulation: Regulation,
  { cells }: Row,
  before: Roster,
): { role: string; person: Person } | { problem: string } => {
  const posts = postsOf(regulation);
  const role = called(posts, cells.post ?? '')?.id;
  if (role === undefined) return { problem: `没有岗位“${cells.post ?? ''}”;本局岗位:${namesOf(posts)}` };
  const given = cells.unit === undefined || cells.unit === '' ? undefined : cells.unit;
  const unit = isPerUnit(regulation, role) ? (called(regulation.units, given ?? '')?.id ?? given) : undefined;
  if (isPerUnit(regulation, role) && !regulation.units.some(({ id }) => id === unit))
    return { problem: `没有股室“${given ?? ''}”;可选:${namesOf(regulation.units)}` };
  const parsed = z.safeParse(
    WrittenPerson,
    {
      id: 'x',
      name: cells.name ?? '',
      ...numbersIn(cells),
      ...(unit === undefined ? {} : { unit }),
      available: !NOT_THERE.includes((cells.available ?? '').toLowerCase()),
    },
    IN_ENGLISH,
  );
  if (!parsed.success) return { problem: parsed.error.issues.map(({ message }) => message).join(';') };
  const { id: _, ...person } = parsed.data;
  const id = idOf(cells, person.mobile, role, before);
  return typeof id === 'string' ? { role, person: { id, ...person } } : id;
};

/**
 * The roster that a table says, by the bureau's names or ids of posts and units. `before`: the one that holds, by whose numbers
 * people are known again. Throws an Error in Chinese for what is no such table.
 */
export const readRosterTable = (regulation: Regulation, text: string, before: Roster): ReadRoster => {
  const { rows, ignored } = rowsOf(text);
  const roles: Record<string, Person[]> = {};
  const problems: string[] = [];
  const mobiles = new Map<string, string>();
  const names = new Map<string, string>();
  const notes: string[] = [];
  for (const row of rows) {
    const read = personIn(regulation, row, before);
    if ('problem' in read) {
      problems.push(`第${row.line}行:${read.problem}`);
      continue;
    }
    const { role, person } = read;
    const other = mobiles.get(person.id);
    if (other !== undefined && other !== person.mobile)
      problems.push(
        `第${row.line}行:“${person.name}”(${person.id})有两个手机号;同名的两人请加“编号”一列区分`,
      );
    mobiles.set(person.id, person.mobile);
    const owner = names.get(person.mobile) ?? person.name;
    const isKnown = Object.values(before.roles)
      .flat()
      .some(({ mobile, name }) => mobile === person.mobile && name === person.name);
    if (owner !== person.name && !isKnown)
      notes.push(`第${row.line}行:“${person.name}”与“${owner}”同一手机号,会被视为同一人`);
    names.set(person.mobile, owner);
    const people = roles[role] ?? [];
    roles[role] = people;
    if (people.some(({ id, unit }) => id === person.id && unit === person.unit))
      problems.push(`第${row.line}行:“${person.name}”在同一岗位重复`);
    people.push(person);
  }
  if (ignored.length > 0) notes.push(`未读取的列:${ignored.join('、')}`);
  return { roster: { roles }, problems, notes };
};
