import type { Method } from '@middy/http-router';
import canonicalize from 'canonicalize';
import { RequestError } from '../../shared/contracts/errors.ts';
import { PutRoster } from '../../shared/contracts/roster.ts';
import { gapsOf } from '../../shared/notices/recipients.ts';
import type { Rosters, StoredRoster } from '../../shared/records/roster.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { checkAuthority } from '../../shared/rules/authority.ts';
import { parseBody, type RouteHandler } from '../http.ts';
import { actorOf } from './actor.ts';

export interface RosterDependencies {
  rosters: Rosters;
  regulation: Regulation;
  now: () => string;
}

/** GET and PUT /v1/roster: roles, people, numbers. Only whom the regulation's data let may change it. */
export const createRosterRoutes = ({
  rosters,
  regulation,
  now,
}: RosterDependencies): { method: Method; path: string; handler: RouteHandler }[] => {
  const check = (roles: PutRoster['roles']): void => {
    const mobiles = new Map<string, string>();
    for (const [id, people] of Object.entries(roles)) {
      // What is sent is kept by person: one id is one telephone, and once in a role.
      const ids = people.map((person) => person.id);
      const clash =
        people.find((person, index) => ids.indexOf(person.id) !== index) ??
        people.find((person) => (mobiles.get(person.id) ?? person.mobile) !== person.mobile);
      if (clash !== undefined)
        throw new RequestError('PERSON_TWICE', `人员编号“${clash.id}”重复或对应不同的手机号`);
      for (const person of people) mobiles.set(person.id, person.mobile);
      const role = regulation.roles.find((each) => each.id === id);
      if (role === undefined || role.kind !== 'internal')
        throw new RequestError('ROSTER_ROLE_UNKNOWN', `岗位“${id}”不在本局制度规定之列`);
      const stray = people.find(
        ({ unit }) =>
          (unit === undefined) === role.perUnit ||
          (unit !== undefined && !regulation.units.some((each) => each.id === unit)),
      );
      if (stray !== undefined)
        throw new RequestError(
          'UNIT_UNKNOWN',
          `${role.name}“${stray.name}”的股室${role.perUnit ? '缺少或不存在' : '不应填写'}`,
        );
    }
  };
  /** The answer to a first try was lost: its repeat is a success. */
  const isWritten = async ({ version, roster, changedBy }: StoredRoster): Promise<boolean> => {
    const current = await rosters.read();
    return (
      current?.version === version &&
      current.changedBy === changedBy &&
      canonicalize(current.roster) === canonicalize(roster)
    );
  };
  return [
    {
      method: 'GET',
      path: '/v1/roster',
      handler: async (event) => {
        actorOf(event);
        const stored = await rosters.read();
        return {
          status: 200,
          body: {
            version: stored?.version ?? 0,
            roles: stored?.roster.roles ?? {},
            emptyRoles: gapsOf(regulation, stored?.roster ?? { roles: {} }),
          },
        };
      },
    },
    {
      method: 'PUT',
      path: '/v1/roster',
      handler: async (event) => {
        const actor = actorOf(event);
        const refused = checkAuthority({ regulation, actor, now: now() }, null, 'EditRoster');
        if (refused !== undefined) throw new RequestError(refused.code, refused.message);
        const { version, roles } = parseBody(PutRoster, event);
        check(roles);
        const next = { version: version + 1, roster: { roles }, changedBy: actor.id, changedAt: now() };
        if (!(await rosters.write(next)) && !(await isWritten(next)))
          throw new RequestError('ROSTER_CHANGED', '名册已被他人修改,请重新读取后再改');
        // A roster with gaps is taken, since people are added one by one; what is missing is said at once.
        return {
          status: 200,
          body: { version: next.version, roles, emptyRoles: gapsOf(regulation, next.roster) },
        };
      },
    },
  ];
};
