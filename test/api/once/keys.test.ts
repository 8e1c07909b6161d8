import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { breakable } from '../../records/breakable.ts';
import { plain } from '../../support/office.ts';
import { caseIn, logIn, refusalIn } from '../../support/told.ts';
import { DAY, instruct, note, type Once, openOnce, SECOND, saidIn } from './office.ts';

const REUSED = { status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } };
let once: Once;
let caseId: string;
beforeEach(async () => {
  once = await openOnce();
  caseId = await once.opened('dutyOfficer', { ...note, level: 'blue', unit: 'food' });
});
const give = (command: object, key?: string, role = 'deputyLeader') => once.give(role, caseId, command, key);
const given = () => once.instructed(caseId);

describe('a key', () => {
  it('brings the first answer again, as it was, whatever has happened since', async () => {
    const first = await give(instruct, 'k-1');
    await give({ ...instruct, text: '另请通报' });
    once.office.pass(3600 * SECOND);
    const again = await give(instruct, 'k-1');
    expect(saidIn(again)).toEqual(saidIn(first));
    expect(caseIn(again).requestId).not.toBe(caseIn(first).requestId);
    expect(await given()).toBe(2);
  });

  it('belongs to one person, and in quotes it is the same', async () => {
    await give(instruct, 'k-1');
    expect((await give(instruct, '"k-1"')).status).toBe(200);
    expect(await given()).toBe(1);
    expect((await give(instruct, 'k-1', 'chiefLeader')).status).toBe(200);
    expect(await given()).toBe(2);
  });

  it('with another body, for another case or on another route is refused, and nothing is done', async () => {
    await give(instruct, 'k-1');
    const other = await once.opened('dutyOfficer', { ...note, title: '另一件', level: 'blue' });
    const told = [
      await give({ ...instruct, text: '请速核查。' }, 'k-1'),
      await once.give('deputyLeader', other, instruct, 'k-1'),
      await once.open('deputyLeader', { ...note, level: 'blue' }, 'k-1'),
    ];
    for (const each of told) expect(each).toMatchObject(REUSED);
    expect(refusalIn(told[0]!).message).toBe('这一请求编号已用于另一请求;内容不同的请求须用新的请求编号');
    expect(await given()).toBe(1);
    const refused = await once.office.system.refusals.list(once.office.now().slice(0, 10));
    expect(refused).toMatchObject([{ count: 3, last: { actor: 'deputy-1' } }]);
  });

  it('with the same in another order and spacing is the same', async () => {
    await give(instruct, 'k-1');
    const { type, from, text } = instruct;
    expect((await give({ text, from, type }, 'k-1')).status).toBe(200);
    expect(await given()).toBe(1);
  });

  it.each(['', ' ', 'x'.repeat(81), '键', '"', 'a"b', 'a b', '""'])('%j is none', async (key) => {
    expect(await give(instruct, key)).toMatchObject({ status: 422, body: { code: 'INVALID' } });
    expect(await given()).toBe(0);
  });

  it('of a request whose form is wrong is not used up', async () => {
    expect((await give({ ...instruct, from: 'nobody' }, 'k-1')).status).toBe(422);
    expect((await give(instruct, 'k-1')).status).toBe(200);
  });

  it.each([
    ['a second before 24 hours', DAY - SECOND, 200, undefined, 422],
    ['after 24 hours', DAY, 409, 'IDEMPOTENCY_KEY_SPENT', 409],
    ['a second later', DAY + SECOND, 409, 'IDEMPOTENCY_KEY_SPENT', 409],
  ])(
    '%s: the same is %3$i, other words are %5$i, and nothing is done again',
    async (_, later, same, code, other) => {
      const first = await give(instruct, 'k-1');
      once.office.pass(later);
      await once.office.sweep();
      const told = await give(instruct, 'k-1');
      expect(told.status).toBe(same);
      if (code === undefined) expect(saidIn(told)).toEqual(saidIn(first));
      else
        expect(refusalIn(told)).toMatchObject({
          code,
          message: '这一请求编号已于3月2日8时办理过,见案卷日志第2条;另有事项要办,请用新的请求编号',
        });
      expect((await give({ ...instruct, text: '另一件事' }, 'k-1')).status).toBe(
        code === undefined ? other : 422,
      );
      expect(await given()).toBe(1);
    },
  );
});

describe('the first answer again', () => {
  it('is that of an opening: 201 with its notes, also after the case has gone on', async () => {
    const body = { ...note, title: '又一件', level: 'blue', instants: { occurredAt: 'now-2h' } };
    const first = await once.open('dutyOfficer', body, 'o-1');
    expect(first.status).toBe(201);
    expect(caseIn(first).notes).toHaveLength(1);
    await once.give('deputyLeader', caseIn(first).case, instruct);
    expect(saidIn(await once.open('dutyOfficer', body, 'o-1'))).toEqual(saidIn(first));
    expect((await once.open('dutyOfficer', body)).status).toBe(200);
    // The key of the note is another thing: it opens one case for whoever comes with it.
    expect(caseIn(await once.open('officeHead', { ...body, key: 'n-1' }, 'o-2')).case).toBe('LZ2026-0003');
    expect(caseIn(await once.open('dutyOfficer', { ...body, key: 'n-1' })).case).toBe('LZ2026-0003');
    expect(await once.open('dutyOfficer', { ...body, title: '改' }, 'o-1')).toMatchObject(REUSED);
  });

  it('is that of a roster, also when there is a newer one', async () => {
    const put = (version: number, key: string) =>
      once.send(
        'officeHead',
        ['PUT', '/v1/roster'],
        { version, reason: '轮换', roles: once.people.roles },
        key,
      );
    const first = await put(1, 'r-1');
    expect((await put(2, 'r-2')).status).toBe(200);
    expect(saidIn(await put(1, 'r-1'))).toEqual(saidIn(first));
    expect(await put(1, 'r-3')).toMatchObject({ status: 409, body: { code: 'ROSTER_CHANGED' } });
    expect(await put(2, 'r-1')).toMatchObject(REUSED);
  });

  it.each<[string, string, object, number, string]>([
    ['by the rules', 'operator', { type: 'Acknowledge' }, 403, 'ROLE_NOT_ALLOWED'],
    ['as things stand', 'dutyOfficer', { type: 'ResumeDuty', duty: 'dailyReport', reason: '已查' }, 409, ''],
    [
      'for an unknown item',
      'dutyOfficer',
      { type: 'AttachItem', feed: 'demo', id: 'a' },
      404,
      'ITEM_UNKNOWN',
    ],
  ])('is a refusal again, %s, and is recorded once', async (_, role, command, status, code) => {
    const first = await give(command, 'x-1', role);
    if (code !== '') expect(first).toMatchObject({ status, body: { code } });
    const recorded = async () => [
      (await once.office.system.cases.log(caseId)).length,
      await once.office.system.refusals.list(once.office.now().slice(0, 10)),
    ];
    const before = await recorded();
    await once.office.push([plain('a')]);
    expect(saidIn(await give(command, 'x-1', role))).toEqual(saidIn(first));
    expect(await recorded()).toEqual(before);
  });

  it('says nothing that was purged meanwhile', async () => {
    const first = await give(instruct, 'k-1');
    const unchanged = { type: 'AssignUnit', unit: 'food' };
    const refused = refusalIn(await give(unchanged, 'k-2', 'officeHead'));
    expect(refused.code).toBe('UNIT_UNCHANGED');
    const log = logIn(await once.send('officeHead', ['GET', `/v1/cases/${caseId}/log`], undefined));
    const { cases } = once.office.system;
    const actor = { id: 'head-1', name: '负责人', role: 'officeHead' };
    const state = await once.stateOf(caseId);
    const order = { at: once.office.now(), actor, command: 'PurgeContent', events: [], rearms: false };
    const events = [{ type: 'CommandRefused' as const, command: 'PurgeContent', code: 'X', message: '清除' }];
    expect(await cases.append(state.caseId, state, { ...order, events, purges: [1, 2, 3] })).not.toBeNull();
    await cases.purge(state.caseId);
    expect(log.entries).toHaveLength(3);
    const again = JSON.stringify([await give(instruct, 'k-1'), await give(unchanged, 'k-2', 'officeHead')]);
    expect(JSON.stringify(first)).toContain(note.title);
    expect(again).toContain('〔内容已清除〕');
    expect(again).not.toMatch(/某超市|请速核查/);
    expect(again).not.toContain(refused.message);
  });
});

describe('whatever single write of a request with a key fails', () => {
  const report = { type: 'FileReport', kind: 'progress', form: 'written', to: ['officeHead'] };
  it.each(['before', 'after'] as const)(
    '%s it is done, the same again ends in one act and one answer',
    async (when) => {
      for (let broken = 1; ; broken += 1) {
        const { table, control } = breakable(createMemoryTable());
        once = await openOnce({ table });
        caseId = await once.opened('dutyOfficer', { ...note, level: 'blue', unit: 'food' });
        Object.assign(control, { left: broken, when });
        const first = await give(report, 'k-1', 'officeHead');
        control.left = Number.POSITIVE_INFINITY;
        const tries = [await give(report, 'k-1', 'officeHead')];
        once.office.pass(60 * SECOND);
        tries.push(await give(report, 'k-1', 'officeHead'), await give(report, 'k-1', 'officeHead'));
        const label = `write ${broken} ${when}`;
        expect((await once.stateOf(caseId)).reports, label).toHaveLength(1);
        expect(tries[1]!.status, label).toBe(200);
        expect(saidIn(tries[2]!), label).toEqual(saidIn(tries[1]!));
        expect(caseIn(tries[2]!).version, label).toBe(2);
        expect(await give({ ...report, summary: '另' }, 'k-1', 'officeHead'), label).toMatchObject(REUSED);
        if (first.status === 200 && tries[0]!.status === 200 && broken > 3) break;
      }
    },
  );

  it('a roster that failed is written once, and whom it concerns is told once', async () => {
    for (const when of ['before', 'after'] as const)
      for (let broken = 1; broken <= 8; broken += 1) {
        const { table, control } = breakable(createMemoryTable());
        once = await openOnce({ table });
        const { office, people } = once;
        const roles = structuredClone(people.roles);
        roles.deputyLeader![0]!.mobile = '+8613800000098';
        const put = (key?: string) =>
          once.send('officeHead', ['PUT', '/v1/roster'], { version: 1, reason: '轮换', roles }, key);
        Object.assign(control, { left: broken, when });
        await put('r-1');
        control.left = Number.POSITIVE_INFINITY;
        office.pass(60 * SECOND);
        const label = `write ${broken} ${when}`;
        expect(await put('r-1'), label).toMatchObject({ status: 200, body: { version: 2 } });
        await office.notify();
        expect((await put()).status, label).toBe(200);
        expect((await put('r-1')).status, label).toBe(200);
        office.pass(120 * SECOND);
        await office.notify();
        expect(new Set(office.sent.map(({ to }) => to)).size, label).toBe(2);
        expect(office.sent, label).toHaveLength(2);
      }
  });

  it('an opening that failed is opened once, and its answer is that of an opening', async () => {
    for (const when of ['before', 'after'] as const)
      for (let broken = 1; broken <= 12; broken += 1) {
        const { table, control } = breakable(createMemoryTable());
        once = await openOnce({ table });
        const open = () => once.open('dutyOfficer', { ...note, level: 'blue', unit: 'food' }, 'o-1');
        Object.assign(control, { left: broken, when });
        await open();
        control.left = Number.POSITIVE_INFINITY;
        once.office.pass(60 * SECOND);
        const told = await open();
        const label = `write ${broken} ${when}`;
        expect(told.status, label).toBe(201);
        expect(caseIn(told), label).toMatchObject({ case: 'LZ2026-0001', version: 1 });
        expect(await once.opened('dutyOfficer', { ...note, title: '另' })).toBe('LZ2026-0002');
      }
  });
});
