import type { Person, Roster } from '../roster.ts';
import { type Row, rowsOf, type TableRecord } from './columns.ts';
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
  withoutCountry,
} from './numbers.ts';

// A roster as offices keep it: a table with a line for each person and post.

interface Named {
  id: string;
  name: string;
}
/** The posts and units that a bureau has. */
export interface TableBureau {
  posts: readonly (Named & { perUnit: boolean })[];
  units: readonly Named[];
}
export interface ReadRoster {
  roster: Roster;
  /** What is wrong, by the line of the table. */
  problems: string[];
  /** What to look at: columns that were not read, two names that are one person. */
  notes: string[];
}

const NOT_THERE = ['否', '不在岗', '请假', '休假', '0', 'false'];
const namesOf = (list: readonly Named[]): string => list.map(({ name }) => name).join('、');
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
/** By id, or by its name alone. */
const called = <Kind extends Named>(list: readonly Kind[], given: string): Kind | undefined => {
  const meant = list.filter(({ name }) => plain(name) === plain(given));
  return list.find(({ id }) => id === given) ?? (meant.length === 1 ? meant[0] : undefined);
};

/** A cell may hold both numbers: 13800000001、0759-1234567. */
const numbersIn = ({ phone = '', landline }: Row['cells']) => {
  const all = phone.split(/[、,\uff0c;\uff1b/\n]/).map((each) => each.trim());
  const mobile = all.find((each) => MOBILE.test(toMobile(each))) ?? all[0] ?? '';
  const other = landline ?? all.find((each) => each !== mobile && each !== '');
  return { mobile, ...(other === undefined || other === '' ? {} : { landline: other }) };
};

/** What is wrong with a person as he is written, in the order of his fields; numbers are as they are kept. */
export const problemsOf = ({
  name,
  mobile,
  landline,
}: Pick<Person, 'name' | 'mobile' | 'landline'>): {
  field: 'name' | 'mobile' | 'landline';
  message: string;
}[] => [
  ...(name === '' ? [{ field: 'name' as const, message: NAME_MISSING }] : []),
  ...(name.length > LONGEST_NAME ? [{ field: 'name' as const, message: NAME_TOO_LONG }] : []),
  ...(MOBILE.test(mobile) ? [] : [{ field: 'mobile' as const, message: MOBILE_SAID }]),
  ...(landline === undefined || LANDLINE.test(landline)
    ? []
    : [{ field: 'landline' as const, message: LANDLINE_SAID }]),
];

const everybody = ({ roles }: Roster): Person[] => Object.values(roles).flat();
/** Whose number or name it is now, in this post first; undefined when nobody's. */
const knownAs = (before: Roster, role: string, isIt: (person: Person) => boolean): Person | undefined =>
  before.roles[role]?.find(isIt) ?? everybody(before).find(isIt);

/**
 * The id of somebody who is written without one: the one that he has now by number and name, or by his name alone; else his name with
 * the end of his number, so that another one of that name is another. `owner`: whose number it is now, where it is somebody else's.
 */
export const idFor = (
  { name, mobile }: Pick<Person, 'name' | 'mobile'>,
  role: string,
  before: Roster,
): { id: string } | { owner: Person } => {
  const same = knownAs(before, role, (person) => person.mobile === mobile && person.name === name);
  if (same !== undefined) return { id: same.id };
  const owner = knownAs(before, role, (person) => person.mobile === mobile);
  if (owner !== undefined) return { owner };
  const named = knownAs(before, role, (person) => person.name === name);
  return { id: named?.id ?? `${name}${mobile.slice(-4)}` };
};

const idOf = (
  { id, name = '' }: Row['cells'],
  mobile: string,
  role: string,
  before: Roster,
): { id: string } | { problem: string } => {
  if (id !== undefined && id !== '') return { id };
  const found = idFor({ name, mobile }, role, before);
  if ('id' in found) return found;
  const { owner } = found;
  return {
    problem: `号码${withoutCountry(mobile)}现为“${owner.name}”所有:换了人的,请先换号码;同一人改名的,请加“编号”一列,填${owner.id}`,
  };
};

const placeIn = (
  { posts, units }: TableBureau,
  { post = '', unit: given }: Row['cells'],
): { role: string; unit?: string } | { problem: string } => {
  const role = called(posts, post);
  if (role === undefined) return { problem: `没有岗位“${post}”;本局岗位:${namesOf(posts)}` };
  if (!role.perUnit) return { role: role.id };
  const unit = called(units, given ?? '');
  return unit === undefined
    ? { problem: `没有股室“${given ?? ''}”;可选:${namesOf(units)}` }
    : { role: role.id, unit: unit.id };
};

const personIn = (
  bureau: TableBureau,
  { cells }: Row,
  before: Roster,
): { role: string; person: Person } | { problem: string } => {
  const place = placeIn(bureau, cells);
  if ('problem' in place) return place;
  const { role, unit } = place;
  const { mobile, landline } = numbersIn(cells);
  const written = {
    name: cells.name ?? '',
    mobile: toMobile(mobile),
    ...(landline === undefined ? {} : { landline: toLandline(landline) }),
    ...(unit === undefined ? {} : { unit }),
    available: !NOT_THERE.includes((cells.available ?? '').toLowerCase()),
  };
  const wrong = problemsOf(written);
  if (wrong.length > 0) return { problem: wrong.map(({ message }) => message).join(';') };
  const found = idOf(cells, written.mobile, role, before);
  return 'problem' in found ? found : { role, person: { id: found.id, ...written } };
};

/**
 * The roster that the records of a table say, by the bureau's names or ids of posts and units. `before`: the one that holds, by whose
 * numbers people are known again. Throws an Error in Chinese for what is no such table.
 */
export const readRosterRecords = (
  bureau: TableBureau,
  records: readonly TableRecord[],
  before: Roster,
): ReadRoster => {
  const { rows, ignored } = rowsOf(records);
  const roles: Record<string, Person[]> = {};
  const problems: string[] = [];
  const mobiles = new Map<string, string>();
  const names = new Map<string, string>();
  const notes: string[] = [];
  const known = everybody(before);
  for (const row of rows) {
    const read = personIn(bureau, row, before);
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
    const isKnown = known.some(({ mobile, name }) => mobile === person.mobile && name === person.name);
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
