import { describe, expect, it } from 'vitest';
import { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { Call } from '../../../shared/contracts/replies/parts.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, type Office } from '../../support/office.ts';
import { caseIn, dutiesIn, read } from '../../support/told.ts';
import { openCase } from './desk.ts';
import { playStory } from './story.ts';

const BUREAUS = ['leizhou', 'nanning', 'hohhot', 'petition', 'yinzhou'];
const AN_HOUR = 3_600_000;
const MASKED = /^138\*{4}\d{4}$/;

/** An office whose gateway takes nothing, and a case in it of which everybody has to be told by telephone. */
const untold = async (bureau: string, more: object = {}) => {
  const regulation = regulations[bureau]!;
  const office = await createOffice({ regulation });
  const caseId = await openCase(office, regulation, { unit: regulation.units[0]!.id, ...more });
  office.sms.isDown = true;
  await office.notify(caseId);
  for (let hour = 0; hour < 3; hour += 1) {
    office.pass(AN_HOUR);
    await office.sweep();
    await office.notify();
  }
  return { regulation, office, caseId };
};
const toRing = async (office: Office, role: string, unit?: string): Promise<TaskReply[]> =>
  dutiesIn(
    await office.as(role, unit)('GET', '/v1/duties', undefined, {
      of: 'all',
      kind: 'telephone',
      limit: '200',
    }),
  );
const taskIn = async (office: Office, caseId: string, role = 'officeHead') =>
  read(CaseReply, await office.as(role)('GET', `/v1/cases/${caseId}`)).telephoneTasks;

describe.each(BUREAUS)('%s: who has to be told by telephone', (bureau) => {
  it('stands there with his number, and what would have been texted', async () => {
    const { regulation, office, caseId } = await untold(bureau);
    const { roles } = (await office.system.rosters.read())!.roster;
    const tasks = await toRing(office, 'officeHead');
    expect(tasks.length).toBeGreaterThan(0);
    for (const { call, say, text } of tasks) {
      expect(call.length, text).toBeGreaterThan(0);
      for (const { role, name, mobile, masked } of call) {
        const line = roles[role.id]!.find((person) => person.name === name);
        expect([name, mobile, masked]).toEqual([name, line?.mobile, false]);
      }
      expect(say).toContain(caseId);
      expect(say).not.toContain(regulation.smsSignature);
      expect(say).not.toContain('【');
      expect(say).toMatch(/。$/);
    }
    // The case says the same of each.
    const ofCase = await taskIn(office, caseId);
    expect(ofCase.map(({ notice, call, say }) => ({ notice, call, say }))).toEqual(
      tasks
        .map(({ notice, call, say }) => ({ notice, call, say }))
        .sort(
          (one, other) =>
            ofCase.findIndex(({ notice }) => notice === one.notice) -
            ofCase.findIndex(({ notice }) => notice === other.notice),
        ),
    );
  });

  it('has his number masked for whoever is not at the telephone', async () => {
    const { office, caseId } = await untold(bureau);
    const calls = (await taskIn(office, caseId, 'deputyLeader')).flatMap(({ call }) => call);
    const own = ({ name }: Call): boolean => name === me!.name;
    const { roles } = (await office.system.rosters.read())!.roster;
    const [me] = roles.deputyLeader!;
    expect(calls.some((call) => !own(call))).toBe(true);
    for (const call of calls)
      if (own(call)) expect(call).toMatchObject({ mobile: me!.mobile, masked: false });
      else expect([call.masked, call.mobile]).toEqual([true, expect.stringMatching(MASKED)]);
  });

  it('is told nothing of a 涉密 case but that there is something to come for', async () => {
    const { office, caseId } = await untold(bureau, { title: '见纸质件', flags: ['secret'] });
    for (const tasks of [await toRing(office, 'officeHead'), await taskIn(office, caseId)]) {
      expect(tasks.length).toBeGreaterThan(0);
      for (const { say, call } of tasks) {
        expect(say).toBe('有一件急件,请立即到办公室办理。');
        expect(call.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('雷州', () => {
  it('a case that was marked after it was told says no more either, nor once the mark is gone what was found', async () => {
    const { office, caseId } = await untold('leizhou');
    const give = async (role: string, command: object) =>
      expect((await office.as(role)('POST', `/v1/cases/${caseId}/commands`, command)).status).toBe(200);
    await give('officeHead', { type: 'SetFlags', add: ['secret'], reason: '见纸质件' });
    const says = async () => (await taskIn(office, caseId)).map(({ say }) => say);
    expect(new Set(await says())).toEqual(new Set(['有一件急件,请立即到办公室办理。']));
    const lift = { type: 'SetFlags', remove: ['secret'], reason: '误标', reference: '保密〔2026〕3号' };
    await give('chiefLeader', lift);
    for (const say of await says()) expect(say).not.toContain('涉密');
  });

  it('who is away is not rung, and where nobody holds a post who is above him is, and hears why', async () => {
    const { office, caseId } = await untold('leizhou');
    const [task] = await taskIn(office, caseId);
    const before = (await office.system.rosters.read())!;
    const roles = structuredClone(before.roster.roles);
    for (const person of roles[task!.tell.id]!) person.available = false;
    await office.system.rosters.write({
      ...{ version: 2, roster: { roles }, changedBy: 'test', changedAt: office.now() },
    });
    const [again] = await taskIn(office, caseId);
    expect(again!.tell).toEqual(task!.tell);
    expect(again!.call.every(({ role }) => role.id !== task!.tell.id)).toBe(true);
    expect(again!.call.length).toBeGreaterThan(0);
    expect(again!.say).toContain('无人可通知,改发上一级');
  });

  it('what nobody could have done by telephone has nobody to ring', async () => {
    const { office } = await untold('leizhou');
    const all = dutiesIn(
      await office.as('officeHead')('GET', '/v1/duties', undefined, { of: 'all', limit: '200' }),
    );
    for (const { kind, call, say } of all) {
      if (kind !== 'telephone') expect(say).toBeNull();
      if (kind === 'confirm' || kind === 'complete' || kind === 'sign') expect(call).toEqual([]);
    }
  });

  it('a report to the leaders names those whom it has not reached (办法第十六条), to the unit that owes it in full', async () => {
    const office = await createOffice();
    const officer = office.as('dutyOfficer');
    const given = { title: '来电', sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food' };
    const caseId = caseIn(await officer('POST', '/v1/cases', given)).case;
    const give = (by: typeof officer, command: object) => by('POST', `/v1/cases/${caseId}/commands`, command);
    await give(officer, { type: 'ReleaseWarning', duty: 'warnUnits' });
    await office.notify(caseId);
    office.pass(60_000);
    await office.notify();
    const liaison = office.as('unitLiaison', 'food');
    const tasksOf = async (by: typeof officer): Promise<TaskReply[]> =>
      dutiesIn(await by('GET', '/v1/duties', undefined, { of: 'all', case: caseId }));
    const owed = (await tasksOf(liaison)).find(({ call }) => call.length === 3)?.duty;
    expect(owed).toBeDefined();
    const callsOf = async (by: typeof officer): Promise<Record<string, string>> => {
      const task = (await tasksOf(by)).find(({ duty }) => duty === owed);
      return Object.fromEntries((task?.call ?? []).map(({ role, mobile }) => [role.id, mobile]));
    };
    const { roles } = (await office.system.rosters.read())!.roster;
    expect(await callsOf(liaison)).toMatchObject({ chiefLeader: roles.chiefLeader![0]!.mobile });
    expect(await callsOf(office.as('deputyLeader'))).toMatchObject({
      chiefLeader: expect.stringMatching(MASKED),
    });
    const report = {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      summary: '已到现场',
      post: '值班室',
    };
    await give(liaison, { ...report, to: ['chiefLeader', 'deputyLeader', 'officeHead'] });
    expect(await callsOf(liaison)).toEqual({});
  });
});

describe.each(BUREAUS)('%s: what has climbed', (bureau) => {
  it('names who has not done it with his number, for whoever is to press him and for as long, and never who asks', async () => {
    const { office, regulation, cases } = await playStory(bureau);
    const { roles } = (await office.system.rosters.read())!.roster;
    const readsAll = regulation.authorities.find(({ command }) => command === 'ReadNumbers')!.roles;
    const climbedOf = async (role: string, of = 'mine'): Promise<TaskReply[]> =>
      dutiesIn(await office.as(role)('GET', '/v1/duties', undefined, { of, kind: 'climbed', limit: '200' }));
    const rosterOf = async (role: string): Promise<string[]> => {
      const shown = read(RosterReply, await office.as(role)('GET', '/v1/roster')).roles;
      return Object.values(shown).flatMap((people) => people.map(({ mobile }) => mobile));
    };
    let pressed = 0;
    for (const role of ['officeHead', 'deputyLeader', 'chiefLeader']) {
      const rows = await climbedOf(role);
      const numbers = await rosterOf(role);
      for (const { call, text } of rows)
        for (const each of call) {
          expect(text).toContain(regulation.roles.find(({ id }) => id === each.role.id)!.name);
          const line = roles[each.role.id]!.find(({ name }) => name === each.name);
          expect(each).toMatchObject({ masked: false, mobile: line?.mobile });
          expect(numbers).toContain(each.mobile);
          pressed += readsAll.includes(role) ? 0 : 1;
        }
      // Whoever has nothing to press in a case sees no number more in it.
      if (readsAll.includes(role)) continue;
      const mine = new Set(rows.flatMap(({ call }) => call.map(({ mobile }) => mobile)));
      const own = roles[role]!.map(({ mobile }) => mobile);
      const others = numbers.filter((mobile) => !mine.has(mobile) && !own.includes(mobile));
      const called = new Set(
        dutiesIn(await office.as(role)('GET', '/v1/duties', undefined, { limit: '200' })).flatMap(
          ({ call }) => call.map(({ mobile }) => mobile),
        ),
      );
      for (const mobile of others) if (!called.has(mobile)) expect(mobile).toMatch(MASKED);
    }
    expect(cases.length).toBeGreaterThan(0);
    expect(pressed).toBeGreaterThan(0);
  });
});
