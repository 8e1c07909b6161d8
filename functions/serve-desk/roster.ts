import canonicalize from 'canonicalize';
import { RequestError } from '../../shared/contracts/errors.ts';
import type { RosterReply } from '../../shared/contracts/replies/bureau.ts';
import type { Person, PutRoster, Roster } from '../../shared/contracts/roster.ts';
import { scheduleCase } from '../../shared/deadlines/schedule.ts';
import type { DispatchNotices } from '../../shared/notices/dispatch.ts';
import { gapsOf } from '../../shared/notices/recipients.ts';
import type { Cases } from '../../shared/records/cases.ts';
import type { Finder } from '../../shared/records/lists/finder.ts';
import { readLine } from '../../shared/records/lists/lines.ts';
import { EntryUnreadable } from '../../shared/records/log/chain.ts';
import { type Rosters, rosterIn, type StoredRoster } from '../../shared/records/roster.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import type { Mailboxes } from '../../shared/records/texts/mailboxes.ts';
import { dayPlanOf, endOfNight } from '../../shared/regulations/day.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import { postsOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { checkAuthority } from '../../shared/rules/authority.ts';
import { ofUnit, ownScopes } from '../../shared/rules/listing/scopes.ts';
import { type Reading, refuseCase, refuseReading } from '../../shared/rules/reading/cases.ts';
import {
  peopleToCall,
  readsNumbers,
  readsWholeRoster,
  rosterFor,
} from '../../shared/rules/reading/roster.ts';
import type { TaskKind } from '../../shared/rules/tasks/tasks-of.ts';
import { withOffset } from '../../shared/time/instants.ts';
import { type HttpEvent, queryOf } from '../http.ts';
import type { By, Outcome } from './once.ts';
import { toldOfChange } from './roster-changes.ts';
import { throwIfRefused } from './sight.ts';

export interface RosterDependencies {
  rosters: Rosters;
  cases: Cases;
  finder: Finder;
  mailboxes: Mailboxes;
  dispatch: DispatchNotices;
  regulation: Regulation;
  now: () => string;
}

/** What somebody may have to call about. */
const TO_CALL_FOR: readonly TaskKind[] = ['duty', 'immediate', 'climbed', 'sign', 'telephone'];
const AT_ONCE = 100;

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

const everybody = ({ roles }: Roster): Person[] => Object.values(roles).flat();
/**
 * An id is its person's for good, since what waits for his word waits under it (decision 035): who is under it must have the name or
 * the number of whoever was last. `history`: every roster there was, the oldest first.
 */
const checkIds = (history: readonly StoredRoster[], next: Roster): void => {
  const last = new Map(
    history.flatMap(({ roster }) => everybody(roster)).map((person) => [person.id, person]),
  );
  const taken = everybody(next).find(({ id, name, mobile }) => {
    const owner = last.get(id);
    return owner !== undefined && owner.name !== name && owner.mobile !== mobile;
  });
  if (taken !== undefined)
    throw new RequestError(
      'PERSON_TWICE',
      `人员编号“${taken.id}”是“${last.get(taken.id)?.name}”的,不能再给“${taken.name}”;确为同一人的,请姓名、号码分两次更改`,
    );
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

/** Whatever happens, somebody on duty must hear of it, and the head of the office above him. */
const checkDuty = (regulation: Regulation, roster: Roster): void => {
  const { onDuty, headOfOffice } = regulation;
  const missing = gapsOf(regulation, roster).filter(({ id }) => id === onDuty || id === headOfOffice);
  if (missing.length > 0)
    throw new RequestError(
      'ROSTER_WITHOUT_DUTY',
      `名册中须至少各有一名在岗的${missing.map(({ name }) => name).join('、')},否则夜间无人收到通知`,
    );
};

/** What somebody held and nobody would hold any more is said first. */
const checkEmptied = (regulation: Regulation, before: Roster, after: Roster): void => {
  const names = (roster: Roster): string[] => gapsOf(regulation, roster).map(({ name }) => name);
  const known = Object.keys(before.roles).length === 0 ? undefined : new Set(names(before));
  const emptied = known === undefined ? [] : names(after).filter((name) => !known.has(name));
  if (emptied.length > 0)
    throw new RequestError(
      'ROSTER_EMPTIES_POST',
      `更改后下列岗位无人在岗:${emptied.join('、')};确属如此的,请确认空缺后再提交`,
    );
};

/** Tells whom a change concerns, at the old number and at the new one; by night in the morning. */
const tellChange = async (
  { mailboxes, dispatch, regulation, now }: RosterDependencies,
  { version }: StoredRoster,
  people: readonly Person[],
): Promise<void> => {
  const at = endOfNight(dayPlanOf(regulation), now()) ?? now();
  const about = { group: `ROSTER#${version}`, template: 'rosterChanged', variables: {} };
  for (const { id, name, mobile } of people)
    await mailboxes.put({
      mobile,
      person: id,
      name,
      address: `${id}#${mobile.slice(-4)}`,
      tries: 0,
      at,
      about,
    });
  if (people.length > 0) await dispatch();
};

/**
 * The roster of `reading` as it is shown to who reads. One with gaps is taken too, since people are added one by one; what is missing is
 * said at once. `toCall`: whose numbers he needs.
 */
export const showRoster = (
  { regulation, ...reader }: Reading,
  stored: StoredRoster | undefined,
  toCall: ReadonlySet<string> = new Set(),
): RosterReply => {
  const reading = { ...reader, regulation, roster: rosterIn(stored) };
  return {
    version: stored?.version ?? 0,
    changed:
      stored === undefined
        ? null
        : {
            at: withOffset(stored.changedAt, regulation.zone),
            by: stored.changedBy,
            reason: stored.reason ?? null,
          },
    // The posts of who reads are those of today, the lines those of then.
    roles: rosterFor({ ...reader, regulation }, toCall, reading.roster).roles,
    emptyRoles: readsWholeRoster(reading) ? gapsOf(regulation, reading.roster) : [],
  };
};

/** GET and PUT /v1/roster: roles, people, numbers. Only whom the regulation's data let may change it. */
export const createRoster = (dependencies: RosterDependencies) => {
  const { rosters, cases, finder, regulation, now } = dependencies;
  /** The cases in which something is his to do, or his unit's. */
  const casesToDo = async (reading: Reading): Promise<string[]> => {
    const units = reading.who.posts.flatMap(({ unit }) => unit ?? []);
    const walk = finder.tasks([...ownScopes(reading), ...units.map(ofUnit)], TO_CALL_FOR);
    const caseIds = new Set<string>();
    for (let from: string | null = ''; from !== null; ) {
      const walked = await walk({ from, most: AT_ONCE });
      for (const place of walked.places) caseIds.add(readLine(place).caseId);
      from = walked.places.length === 0 ? null : walked.next;
    }
    return [...caseIds];
  };
  /** Whom he has to call, over all open cases that he may read. One that cannot be read now names nobody. */
  const peopleOfOpenCases = async (reading: Reading): Promise<ReadonlySet<string>> => {
    const open = await mapEach(await casesToDo(reading), async (caseId) => {
      const state = await cases.load(caseId).catch((error: unknown) => {
        if (error instanceof EntryUnreadable) return null;
        throw error;
      });
      if (state === null || refuseCase(reading, state) !== undefined) return [];
      const own = regulationOfCase(state);
      return [{ regulation: own, state, duties: scheduleCase(own, state).duties }];
    });
    return peopleToCall(reading, open.flat(), now());
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
  return {
    /** `?at=`: the one that held then. Throws INVALID (422). */
    read: async (event: HttpEvent, reading: Reading): Promise<RosterReply> => {
      throwIfRefused(refuseReading(reading, 'ReadRoster'));
      const { at } = queryOf('GET /v1/roster', event);
      const stored = await (at === undefined ? rosters.read() : rosters.inForceAt(at));
      const toCall = readsNumbers(reading) ? undefined : await peopleOfOpenCases(reading);
      return showRoster(reading, stored, toCall);
    },
    change: async (
      { version, roles, reason, confirmEmpty }: PutRoster,
      { actor, reading, request }: By,
    ): Promise<Outcome> => {
      const refused = checkAuthority({ regulation, actor }, null, 'EditRoster');
      if (refused !== undefined) throw new RequestError(refused.code, refused.message);
      const mobiles = new Map<string, string>();
      for (const [id, people] of Object.entries(roles)) {
        checkPeople(people, mobiles);
        checkRole(regulation, id, people);
      }
      checkDuty(regulation, { roles });
      checkIds(await rosters.history(), { roles });
      if (!confirmEmpty) checkEmptied(regulation, reading.roster, { roles });
      const next = {
        ...{ version: version + 1, roster: { roles }, changedBy: actor.id, changedAt: now() },
        ...(reason === undefined ? {} : { reason }),
      };
      const isNew = await rosters.write(next);
      if (!isNew && !(await isWritten(next)))
        throw new RequestError('ROSTER_CHANGED', '名册已被他人修改,请重新读取后再改');
      // The first roster changes nobody's place. A try that was cut off may not have told whom this one concerns.
      if (version > 0 && (isNew || request?.again === true)) {
        const before = await rosters.at(version);
        await tellChange(dependencies, next, toldOfChange(before.roster, next.roster));
      }
      return {
        told: { status: 200, body: showRoster(reading, next) },
        kept: { is: 'roster', version: next.version },
      };
    },
  };
};
