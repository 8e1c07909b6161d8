import canonicalize from 'canonicalize';
import type { Actor } from '../../shared/case/events.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import type { RosterReply } from '../../shared/contracts/replies/bureau.ts';
import { type Person, PutRoster, type Roster } from '../../shared/contracts/roster.ts';
import { gapsOf } from '../../shared/notices/recipients.ts';
import { type Rosters, rosterIn, type StoredRoster } from '../../shared/records/roster.ts';
import { postsOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { checkAuthority } from '../../shared/rules/authority.ts';
import { type HttpEvent, parseBody } from '../http.ts';

export interface RosterDependencies {
  rosters: Rosters;
  regulation: Regulation;
  now: () => string;
}

/** What is sent is kept by person: one id is one telephone, and once in a role. */
const checkPeople = (people: readonly Person[], mobiles: Map<string, string>): void => {
  const ids = people.map((person) => person.id);
  const clash =
    people.find((person, index) => ids.indexOf(person.id) !== index) ??
    people.find((person) => (mobiles.get(person.id) ?? person.mobile) !== person.mobile);
  if (clash !== undefined)
    throw new RequestError('PERSON_TWICE', `人员编号“${clash.id}”重复或对应不同的手机号`);
  for (const person of people) mobiles.set(person.id, person.mobile);
};

/** A roster is written with ids, so that they are told beside the names. */
const choices = (list: readonly { id: string; name: string }[]): string =>
  list.map(({ id, name }) => `${name}(${id})`).join('、');

/** Only the bureau's own roles, and a unit where the role is a unit's. */
const checkRole = (regulation: Regulation, id: string, people: readonly Person[]): void => {
  const { units } = regulation;
  const posts = postsOf(regulation);
  const role = posts.find((each) => each.id === id);
  if (role === undefined)
    throw new RequestError('ROSTER_ROLE_UNKNOWN', `岗位“${id}”不在本局制度规定之列;可选:${choices(posts)}`);
  const stray = people.find(
    ({ unit }) =>
      (unit === undefined) === role.perUnit ||
      (unit !== undefined && !units.some((each) => each.id === unit)),
  );
  if (stray !== undefined)
    throw new RequestError(
      'UNIT_UNKNOWN',
      `${role.name}“${stray.name}”的股室${role.perUnit ? `缺少或不存在;可选:${choices(units)}` : '不应填写'}`,
    );
};

/** GET and PUT /v1/roster: roles, people, numbers. Only whom the regulation's data let may change it. */
export const createRoster = ({ rosters, regulation, now }: RosterDependencies) => {
  // A roster with gaps is taken, since people are added one by one; what is missing is said at once.
  const shown = (version: number, roster: Roster): RosterReply => ({
    version,
    roles: roster.roles,
    emptyRoles: gapsOf(regulation, roster),
  });
  /** The answer to a first try was lost: its repeat is a success. */
  const isWritten = async ({ version, roster, changedBy }: StoredRoster): Promise<boolean> => {
    const current = await rosters.read();
    return (
      current?.version === version &&
      current.changedBy === changedBy &&
      canonicalize(current.roster) === canonicalize(roster)
    );
  };
  return {
    read: async (): Promise<RosterReply> => {
      const stored = await rosters.read();
      return shown(stored?.version ?? 0, rosterIn(stored));
    },
    change: async (event: HttpEvent, actor: Actor): Promise<RosterReply> => {
      const refused = checkAuthority({ regulation, actor }, null, 'EditRoster');
      if (refused !== undefined) throw new RequestError(refused.code, refused.message);
      const { version, roles } = parseBody(PutRoster, event);
      const mobiles = new Map<string, string>();
      for (const [id, people] of Object.entries(roles)) {
        checkPeople(people, mobiles);
        checkRole(regulation, id, people);
      }
      const next = { version: version + 1, roster: { roles }, changedBy: actor.id, changedAt: now() };
      if (!(await rosters.write(next)) && !(await isWritten(next)))
        throw new RequestError('ROSTER_CHANGED', '名册已被他人修改,请重新读取后再改');
      return shown(next.version, next.roster);
    },
  };
};
