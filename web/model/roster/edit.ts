import type { Roster } from '../../../shared/contracts/roster.ts';
import { toLandline, toMobile, withoutCountry } from '../../../shared/contracts/roster-table/numbers.ts';
import { idFor, problemsOf } from '../../../shared/contracts/roster-table/read.ts';
import { type Fields, type Line, linesOf, placeKey, type Roles } from './lines.ts';
import { type BureauNames, unitName } from './names.ts';

export type FieldName = 'name' | 'mobile' | 'landline' | 'unit';
/** What is wrong with a line as it is typed, by field. */
export type Wrong = Partial<Record<FieldName, string>>;

/** Typed numbers as they are kept. */
export const kept = (fields: Fields): Fields => ({
  ...fields,
  name: fields.name.trim(),
  mobile: toMobile(fields.mobile),
  landline: toLandline(fields.landline),
});

/** What is wrong with a line before it is taken over. */
export const wrongIn = (names: BureauNames, fields: Fields): Wrong => {
  const { name, mobile, landline, role, unit } = kept(fields);
  const wrong: Wrong = {};
  for (const { field, message } of problemsOf({ name, mobile, ...(landline === '' ? {} : { landline }) }))
    wrong[field] ??= message;
  const isPerUnit = names.posts.some(({ id, perUnit }) => id === role && perUnit);
  if (isPerUnit && unit === '') wrong.unit = '这个岗位各单位都有，请选单位';
  return wrong;
};

/** Somebody else than before: another name with another number. An id stays with its person for good. */
const isAnother = (before: Pick<Line, 'name' | 'mobile'>, after: Pick<Line, 'name' | 'mobile'>): boolean =>
  before.name !== after.name && before.mobile !== after.mobile;

/**
 * A line as it is typed takes the place of the one before. Whoever stands in more posts has one number: it changes in all of them; his
 * name where he has the same id. Somebody else is a new line in the same place.
 */
export const changed = (lines: readonly Line[], key: string, typed: Fields, newKey: string): Line[] => {
  const before = lines.find((line) => line.key === key);
  if (before === undefined) return [...lines];
  const fields = kept(typed);
  if (before.mobile !== '' && isAnother(before, fields))
    return lines.map((line) => (line.key === key ? { ...fields, key: newKey, id: '' } : line));
  return lines.map((line) => {
    if (line.key === key) return { ...line, ...fields };
    const isHis = line.mobile === before.mobile;
    return {
      ...line,
      ...(isHis ? { mobile: fields.mobile, landline: fields.landline } : {}),
      ...(isHis && line.id === before.id && line.id !== '' ? { name: fields.name } : {}),
    };
  });
};

export const added = (lines: readonly Line[], typed: Fields, key: string): Line[] => [
  ...lines,
  { ...kept(typed), key, id: '' },
];
export const removed = (lines: readonly Line[], key: string): Line[] =>
  lines.filter((line) => line.key !== key);

/** Whose number a new line has, where it is somebody else's: told beside it. */
export type Clash = { key: string; message: string };

/** The lines with an id each; whoever has none gets that by which he is known, or a new one. */
export const withIds = (lines: readonly Line[], before: Roles): { lines: Line[]; clashes: Clash[] } => {
  const clashes: Clash[] = [];
  // Who is there already is known by what he has now, and by what he had.
  const now: Roster = { roles: {} };
  for (const line of lines.filter(({ id }) => id !== '')) {
    const { role, id, name, mobile } = line;
    now.roles[role] = [...(now.roles[role] ?? []), { id, name, mobile, available: true }];
  }
  const done = lines.map((line) => {
    if (line.id !== '') return line;
    const found = idFor(line, line.role, now);
    if ('owner' in found) {
      clashes.push({
        key: line.key,
        message: `号码${withoutCountry(line.mobile)}现为“${found.owner.name}”所有。是同一人的，请写同一个姓名；换了人的，请先改掉那一行的号码`,
      });
      return line;
    }
    const old = linesOf(before).find(({ id }) => id === found.id);
    const isTaken = old !== undefined && isAnother(old, line);
    return { ...line, id: isTaken ? `${found.id}${line.mobile.slice(-6)}` : found.id };
  });
  return { lines: done, clashes };
};

/** Two lines of one person in one place. */
export const twice = (names: BureauNames, lines: readonly Line[]): Clash[] => {
  const seen = new Set<string>();
  return lines.flatMap((line) => {
    const place = placeKey(line.role, line.unit, line.id);
    const isTwice = line.id !== '' && seen.has(place);
    seen.add(place);
    const where = line.unit === '' ? '' : `${unitName(names, line.unit)}的`;
    return isTwice ? [{ key: line.key, message: `“${line.name}”在${where}这个岗位已有一行` }] : [];
  });
};
