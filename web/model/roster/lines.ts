import type { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import type { Person } from '../../../shared/contracts/roster.ts';

// The roster as it is edited: a line for each person in a post.

export type Roles = RosterReply['roles'];

export interface Line {
  /** Of the line while it is edited; of one that was there: its place. */
  key: string;
  role: string;
  /** Empty: of no unit. */
  unit: string;
  /** Empty: he gets one when it is saved. */
  id: string;
  name: string;
  mobile: string;
  /** Empty: none. */
  landline: string;
  available: boolean;
}
export type Fields = Omit<Line, 'key' | 'id'>;

export const placeKey = (role: string, unit: string, id: string): string => `${role}#${unit}#${id}`;

const lineOf = (role: string, person: Person): Line => {
  const { id, name, mobile, landline = '', unit = '', available } = person;
  return { key: placeKey(role, unit, id), role, unit, id, name, mobile, landline, available };
};
/** The lines of a roster, in its order. */
export const linesOf = (roles: Roles): Line[] =>
  Object.entries(roles).flatMap(([role, people]) => people.map((person) => lineOf(role, person)));

const personOf = ({ id, name, mobile, landline, unit, available }: Line): Person => ({
  id,
  name,
  mobile,
  ...(landline === '' ? {} : { landline }),
  ...(unit === '' ? {} : { unit }),
  available,
});
/** The lines as the API takes them, and of each role the keys in the same order. */
export const rolesOf = (lines: readonly Line[]): { roles: Roles; keys: Record<string, string[]> } => {
  const roles: Roles = {};
  const keys: Record<string, string[]> = {};
  for (const line of lines) {
    const { role } = line;
    roles[role] = [...(roles[role] ?? []), personOf(line)];
    keys[role] = [...(keys[role] ?? []), line.key];
  }
  return { roles, keys };
};

/** Whether numbers are shown in part only: what is read so cannot be written back. */
export const isMasked = (lines: readonly Line[]): boolean =>
  lines.some(({ mobile, landline }) => mobile.includes('*') || landline.includes('*'));
