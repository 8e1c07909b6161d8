import { beforeEach, describe, expect, it } from 'vitest';
import { HealthReply, RosterReply } from '../../shared/contracts/replies/bureau.ts';
import { CaseListReply } from '../../shared/contracts/replies/case.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { Table } from '../../shared/records/table.ts';
import { createOffice, grave, type Office, plain, START } from '../support/office.ts';
import { caseIn, caseOf, logIn, read, refusalIn } from '../support/told.ts';

let table: Table;
let office: Office;
let officer: ReturnType<Office['as']>;
let head: ReturnType<Office['as']>;
beforeEach(async () => {
  table = createMemoryTable();
  office = await createOffice({ table });
  officer = office.as('dutyOfficer');
  head = office.as('officeHead');
});
const note = {
  title: '群众来电反映某超市销售过期食品',
  sources: [{ kind: 'monitored' }],
  level: 'blue',
  unit: 'food',
};
const opened = async (more: object = {}): Promise<string> => {
  const told = await officer('POST', '/v1/cases', { ...note, ...more });
  expect(told.status).toBe(201);
  return caseIn(told).case;
};
const give = (caseId: string, command: unknown, by = officer) =>
  by('POST', `/v1/cases/${caseId}/commands`, command);
const refusals = async () =>
  (await office.system.refusals.list(START.slice(0, 10))) as { sk: string; last?: unknown }[];

describe('routes', () => {
  it.each([
    ['/v1/regulation', { id: 'leizhou' }],
    ['/v1/cases', { cases: [{ case: 'LZ2026-0001' }] }],
    ['/v1/cases/LZ2026-0001', { case: 'LZ2026-0001' }],
    ['/v1/cases/LZ2026-0001/schedule', { case: 'LZ2026-0001', duties: expect.any(Array) }],
    ['/v1/cases/LZ2026-0001/log', { intact: true }],
    ['/v1/items', { items: [{ id: 'a' }] }],
    ['/v1/items/demo/a', { id: 'a' }],
    ['/v1/refusals', { refusals: [] }],
    ['/v1/roster', { version: 1 }],
  ])('GET %s answers a person, and nobody without a token', async (path, body) => {
    await opened();
    await office.push([plain('a')]);
    const told = await officer('GET', path);
    expect(told).toMatchObject({ status: 200, body: { ...body, requestId: expect.stringMatching(/.+/) } });
    expect(await office.http({ method: 'GET', path })).toMatchObject({
      status: 401,
      body: { code: 'TOKEN_MISSING' },
    });
  });

  it('health needs no token and tells little', async () => {
    const told = await office.http({ method: 'GET', path: '/v1/health' });
    expect(Object.keys(read(HealthReply, told)).sort()).toEqual(['bureau', 'requestId', 'status', 'time']);
  });

  it.each([
    ['GET', '/v1/nothing'],
    ['DELETE', '/v1/cases'],
    ['GET', '/v1/cases/LZ2026-0001/nothing'],
    ['GET', '/v1/feeds/demo/items'],
    ['GET', '/'],
  ])('%s %s is no route', async (method, path) => {
    expect(await officer(method, path)).toMatchObject({ status: 404, body: { code: 'ROUTE_UNKNOWN' } });
  });

  it.each(['%E4%', '%', 'LZ2026-9999', 'constructor', '__proto__', 'a%23b', 'x'.repeat(3000), '案卷'])(
    'a case called %s is unknown',
    async (name) => {
      for (const rest of ['', '/log', '/schedule'])
        expect(await officer('GET', `/v1/cases/${name}${rest}`)).toMatchObject({
          status: 404,
          body: { code: 'CASE_UNKNOWN', message: '没有这个案卷' },
        });
      expect(refusalIn(await give(name, { type: 'Acknowledge' })).code).toBe('CASE_UNKNOWN');
      expect((await refusals()).map(({ sk }) => sk.split('#')[1])).toEqual(['CASE_UNKNOWN']);
    },
  );

  it.each(['demo/none', 'demo/%E4%', `demo/${'x'.repeat(3000)}`, 'nobody/a', '%/%'])(
    'an item called %s is unknown',
    async (name) => {
      expect(await officer('GET', `/v1/items/${name}`)).toMatchObject({
        status: 404,
        body: { code: 'ITEM_UNKNOWN' },
      });
    },
  );

  it('refusals are read by day', async () => {
    expect((await officer('GET', '/v1/refusals', undefined, { day: 'x'.repeat(3000) })).status).toBe(422);
    expect((await officer('GET', '/v1/refusals', undefined, { day: '2026-03-01' })).body).toMatchObject({
      refusals: [],
    });
  });
});

describe('tokens', () => {
  it.each<Record<string, string>>([
    {},
    { sub: 'a' },
    { role: 'officeHead' },
    { sub: '', role: 'officeHead' },
  ])('with claims %j are incomplete', async (claims) => {
    const told = await office.http({ method: 'GET', path: '/v1/cases', claims });
    expect(told).toMatchObject({ status: 401, body: { code: 'TOKEN_INCOMPLETE' } });
  });

  it('are asked for before the body is read', async () => {
    const told = await office.http({ method: 'POST', path: '/v1/cases', body: '{' });
    expect(refusalIn(told).code).toBe('TOKEN_MISSING');
  });
});

describe('opening a case', () => {
  it('starts its clocks, and a repeat with or without a key returns it', async () => {
    const caseId = await opened();
    expect(office.flows.started).toEqual([`${caseId}-blue-1`]);
    expect(await officer('POST', '/v1/cases', note)).toMatchObject({ status: 200, body: { case: caseId } });
    const other = await opened({ key: 'note-1' });
    expect(other).not.toBe(caseId);
    const again = await officer('POST', '/v1/cases', { ...note, key: 'note-1', title: '改了字' });
    expect(again).toMatchObject({ status: 200, body: { case: other } });
    expect((await office.system.cases.log(caseId)).length).toBe(1);
  });

  it('at once with one key is one case, opened once', async () => {
    const told = await Promise.all(
      Array.from({ length: 5 }, () => officer('POST', '/v1/cases', { ...note, key: 'k' })),
    );
    expect(told.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(told.map((each) => caseIn(each).case)).size).toBe(1);
    expect(caseIn(told[0]!).refusalCount).toBe(0);
  });

  it('from items takes them in, and a later push joins', async () => {
    await office.push([plain('a'), plain('b')]);
    const items = [
      { feed: 'demo', id: 'a' },
      { feed: 'demo', id: 'a' },
      { feed: 'demo', id: 'b' },
    ];
    const told = await officer('POST', '/v1/cases', { items, sources: note.sources, level: 'blue' });
    expect(told).toMatchObject({ status: 201, body: { title: plain('a').title } });
    expect(caseIn(told).items).toHaveLength(2);
    expect(await office.system.items.onBoard('routine')).toEqual([]);
    const later = await office.push([plain('c', { url: plain('b').url })]);
    expect(caseOf(later)).toBe(caseIn(told).case);
    const twice = await officer('POST', '/v1/cases', { items: [items[0]], sources: note.sources });
    expect(twice).toMatchObject({ status: 409, body: { code: 'ITEM_IN_CASE' } });
  });

  it.each([
    ['an unknown item', { items: [{ feed: 'demo', id: 'none' }] }, 404, 'ITEM_UNKNOWN', '没有舆情信息'],
    ['an unknown source', { sources: [{ kind: 'x' }] }, 422, 'SOURCE_UNKNOWN', '来源'],
    ['no source', { sources: [] }, 422, 'INVALID', '至少填写一个来源'],
    ['an unknown level', { level: 'purple' }, 422, 'LEVEL_UNKNOWN', '没有级别'],
    ['an unknown unit', { unit: 'x' }, 422, 'UNIT_UNKNOWN', '没有单位'],
    ['an unknown flag', { flags: ['x'] }, 422, 'FLAG_UNKNOWN', '标记'],
    [
      'a future instant',
      { instants: { occurredAt: '2027-01-01' } },
      422,
      'INSTANT_IN_FUTURE',
      '不能晚于现在',
    ],
    [
      'an impossible date',
      { instants: { occurredAt: '2026-02-30' } },
      422,
      'INVALID',
      'instants.occurredAt 不是有效的日期',
    ],
    ['an unknown field', { colour: 'red' }, 422, 'INVALID', '不认识的字段:colour'],
    ['a title of another type', { title: 5 }, 422, 'INVALID', 'title 类型不对,应为文字'],
    ['no title', { title: undefined }, 422, 'INVALID', 'title 没有引用舆情信息时必须填写标题'],
    ['a wrong key', { key: 'a b' }, 422, 'INVALID', 'key 只能含字母'],
    ['a wrong factor', { factors: { heat: 5 } }, 422, 'INVALID', 'factors.heat'],
  ])('with %s is refused, kept, and takes no number', async (_, more, status, code, message) => {
    const told = await officer('POST', '/v1/cases', { ...note, ...more });
    expect(told).toMatchObject({ status, body: { code } });
    expect(refusalIn(told).message).toContain(message);
    expect((await refusals()).map(({ sk }) => sk.split('#')[1])).toEqual([code]);
    expect(await opened({ key: 'next' })).toBe('LZ2026-0001');
  });

  it.each([
    ['deputyLeader', 'ROLE_NOT_ALLOWED'],
    ['mayor', 'ROLE_UNKNOWN'],
    ['constructor', 'ROLE_UNKNOWN'],
  ])('by the %s is refused and kept with his name', async (role, code) => {
    const told = await office.as(role)('POST', '/v1/cases', note);
    expect(told).toMatchObject({ status: 403, body: { code } });
    expect((await refusals())[0]?.last).toMatchObject({
      request: 'POST /v1/cases',
      actor: expect.any(String),
    });
  });

  it('that is no JSON is malformed', async () => {
    expect(await officer('POST', '/v1/cases', '{')).toMatchObject({
      status: 400,
      body: { code: 'MALFORMED_JSON' },
    });
    expect(
      (await office.http({ method: 'POST', path: '/v1/cases', claims: { sub: 'a', role: 'dutyOfficer' } }))
        .status,
    ).toBe(400);
    const big = await officer('POST', '/v1/cases', `"${'x'.repeat(256 * 1024)}"`);
    expect(big).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
  });
});

describe('commands', () => {
  it('that are allowed change the case, and the log shows them whole and in words', async () => {
    const caseId = await opened();
    const told = await give(caseId, { type: 'AssignUnit', unit: 'drugs' });
    expect(told).toMatchObject({ status: 200, body: { unit: { id: 'drugs' }, version: 2 } });
    const log = logIn(await officer('GET', `/v1/cases/${caseId}/log`));
    expect(log).toMatchObject({ intact: true, case: caseId });
    expect(log.entries[1]?.localTime).toMatch(/\+08:00$/);
    expect(log.entries.every(({ labels }) => labels.every((label) => label.length > 1))).toBe(true);
  });

  it('take names as well as ids, and store ids', async () => {
    const caseId = await opened({ level: '橙色', unit: '食品安全监管股', sources: [{ kind: '监测发现' }] });
    expect(await opened({ level: 'orange', key: 'by-id' })).not.toBe(caseId);
    const again = await officer('POST', '/v1/cases', { ...note, level: '橙', unit: '食品安全监管股' });
    expect(again).toMatchObject({ status: 200, body: { case: caseId } });
    await give(caseId, { type: 'AssignUnit', unit: '药械监管股' }, head);
    const [first, second] = await office.system.cases.log(caseId);
    expect(first?.events).toMatchObject([
      { unit: 'food', sources: [{ kind: 'monitored' }] },
      { grade: { level: 'orange' } },
      {},
      {},
    ]);
    expect(second?.events[0]).toMatchObject({ type: 'UnitAssigned', unit: 'drugs' });
    const wrong = await give(caseId, {
      type: 'ChangeLevel',
      level: '紫',
      reason: '扩散',
      authority: 'change',
    });
    expect(refusalIn(wrong).message).toBe(
      '没有级别“紫”;可选:常规舆情、一般舆情、敏感舆情、重大舆情、特别重大舆情',
    );
  });

  it('a log that was edited says where', async () => {
    const caseId = await opened();
    await give(caseId, { type: 'AssignUnit', unit: 'drugs' });
    const key = { pk: `CASE#${caseId}`, sk: 'LOG#000001' };
    const record = structuredClone(await table.get(key)) as {
      entry: { actor: { name: string } };
    } & typeof key;
    record.entry.actor.name = '别人';
    await table.remove(key);
    await table.put(record, { absent: true });
    expect((await officer('GET', `/v1/cases/${caseId}/log`)).body).toMatchObject({
      intact: false,
      brokenAtVersion: 1,
    });
  });

  const liaison = (unit: string) => (o: Office) => o.as('unitLiaison', unit);
  it.each<[string, (o: Office) => ReturnType<Office['as']>, unknown, number, string]>([
    [
      'a role that may not',
      (o) => o.as('deputyLeader'),
      { type: 'ConfirmGrade', level: 'blue' },
      403,
      'ROLE_NOT_ALLOWED',
    ],
    ['another unit', liaison('drugs'), { type: 'Acknowledge' }, 403, 'NOT_YOUR_UNIT'],
    ['an unknown role', (o) => o.as('mayor'), { type: 'Acknowledge' }, 403, 'ROLE_UNKNOWN'],
    [
      'an unknown level',
      (o) => o.as('officeHead'),
      { type: 'ConfirmGrade', level: 'purple' },
      422,
      'LEVEL_UNKNOWN',
    ],
    [
      'a future instant',
      (o) => o.as('officeHead'),
      { type: 'RecordMeeting', madeAt: '2027-01-01' },
      422,
      'INSTANT_IN_FUTURE',
    ],
    ['the same unit', (o) => o.as('officeHead'), { type: 'AssignUnit', unit: 'food' }, 409, 'UNIT_UNCHANGED'],
    [
      'the same instant',
      (o) => o.as('officeHead'),
      { type: 'CorrectInstant', instant: 'detectedAt', at: START, reason: '核对' },
      409,
      'INSTANT_UNCHANGED',
    ],
    [
      'nothing to approve',
      (o) => o.as('officeHead'),
      { type: 'ApproveLevelChange' },
      409,
      'NO_LOWERING_PENDING',
    ],
  ])('refused for %s are in the log', async (_, by, command, status, code) => {
    const caseId = await opened();
    const told = await give(caseId, command, by(office));
    expect(told).toMatchObject({ status, body: { code } });
    expect(refusalIn(told).message).toMatch(/[\u4e00-\u9fff]/);
    expect(refusalIn(told).requestId).toMatch(/.+/);
    expect((await office.system.cases.log(caseId)).at(-1)?.events).toMatchObject([
      { type: 'CommandRefused', code },
    ]);
    expect(await refusals()).toEqual([]);
  });

  it.each([
    ['no type', {}, 'type'],
    ['an unknown type', { type: 'Explode' }, 'type 不认识的命令类型'],
    ['a type that the system alone has', { type: 'EnforceStage' }, 'type 不认识的命令类型'],
    ['a type named by a prototype', { type: 'constructor' }, 'type 不认识的命令类型'],
    ['a field missing', { type: 'ConfirmGrade' }, 'level 缺少该字段'],
    ['a field of another type', { type: 'AssignUnit', unit: 5 }, 'unit 类型不对,应为文字'],
    ['no list', { type: 'FileReport', kind: 'first', form: 'written', to: 'x' }, 'to 类型不对,应为列表'],
    ['a wrong date', { type: 'RecordMeeting', madeAt: '2026-13-01' }, 'madeAt 不是有效的日期时间'],
    ['an unknown field', { type: 'Acknowledge', orderNumber: '1' }, '不认识的字段:orderNumber'],
    ['a long reason', { type: 'EndPlan', reason: '长'.repeat(2001) }, 'reason 不能超过2000字'],
    ['a list', [], '(整体) 类型不对,应为对象'],
    ['null', null, '(整体) 类型不对,应为对象'],
  ])('with %s are invalid, named by field, and kept', async (_, command, message) => {
    const caseId = await opened();
    const told = await give(caseId, command);
    expect(told).toMatchObject({ status: 422, body: { code: 'INVALID' } });
    expect(refusalIn(told).message).toContain(message);
    expect(refusalIn(told).problems?.[0]?.field).toMatch(/.+/);
    expect((await office.system.cases.log(caseId)).length).toBe(1);
    expect((await refusals()).map(({ sk }) => sk.split('#')[1])).toEqual(['INVALID']);
  });

  it('two people lower a level, one alone cannot', async () => {
    const caseId = await opened({ level: 'orange' });
    const lower = { type: 'ChangeLevel', level: 'yellow', reason: '降温', authority: 'change' };
    expect(caseIn(await give(caseId, lower, head)).awaitingSecondPerson?.to.id).toBe('yellow');
    expect(await give(caseId, { type: 'ApproveLevelChange' }, head)).toMatchObject({
      status: 403,
      body: { code: 'SECOND_PERSON_REQUIRED' },
    });
    const done = await give(caseId, { type: 'ApproveLevelChange' }, office.as('deputyLeader'));
    expect(caseIn(done).handlingLevel.id).toBe('yellow');
    expect(office.flows.started.at(-1)).toBe(`${caseId}-yellow-2`);
  });

  it('an item attached by hand is in the case: it is not pushed, and its story joins', async () => {
    const caseId = await opened();
    await office.push([plain('a')]);
    const attach = { type: 'AttachItem', feed: 'demo', id: 'a' };
    expect(caseIn(await give(caseId, attach)).items).toHaveLength(1);
    expect((await give(caseId, attach)).status).toBe(200);
    expect(await office.system.items.find('demo', 'a')).toMatchObject({ outcome: 'inCase', caseId });
    const told = await office.push([plain('b', { url: plain('a').url })]);
    expect(caseOf(told)).toBe(caseId);
    const other = await opened({ key: 'other' });
    expect(refusalIn(await give(other, attach)).code).toBe('ITEM_IN_CASE');
    expect(refusalIn(await give(caseId, { ...attach, id: 'none' })).code).toBe('ITEM_UNKNOWN');
    expect((await give(caseId, { ...attach, id: 'x'.repeat(5000) })).status).toBe(422);
  });

  it('an order by hand has one number however often it is given, and a refused one takes none', async () => {
    const caseId = await opened();
    const order = { type: 'IssueSupervisionOrder', reason: '处置不当'.repeat(400) };
    expect((await give(caseId, order, office.as('unitLiaison', 'food'))).status).toBe(403);
    expect(refusalIn(await give(caseId, { ...order, duty: 'none' })).code).toBe('DUTY_UNKNOWN');
    expect(caseIn(await give(caseId, order)).orders).toMatchObject([{ number: '雷市监舆督〔2026〕1号' }]);
    expect(caseIn(await give(caseId, order)).orders).toHaveLength(1);
    expect(caseIn(await give(caseId, { ...order, reason: '另一件' })).orders[1]?.number).toContain('〕2号');
  });
});

describe('the list', () => {
  const listed = async (query?: Record<string, string>) =>
    read(CaseListReply, await officer('GET', '/v1/cases', undefined, query)).cases.map((row) => row.case);

  it('shows what is owed by an instant, also what is long overdue', async () => {
    const early = await opened({ level: 'yellow', instants: { occurredAt: '2026-03-01' } });
    const late = await opened({ key: 'late', level: 'red', sources: [{ kind: 'zhanjiang-assigned' }] });
    expect(await listed()).toEqual(expect.arrayContaining([early, late]));
    expect(await listed({ 'due-before': '2026-03-02 08:00' })).not.toEqual([]);
    expect(await listed({ 'due-before': '2020-01-01' })).toEqual([]);
    office.pass(10 * 86_400_000);
    expect(await listed({ 'due-before': '2026-03-03' })).toContain(late);
  });

  it('shows concluded and archived cases', async () => {
    const red = await opened();
    await give(red, { type: 'Conclude', summary: '办结', acknowledgeUnmet: '已了结' }, head);
    expect(await listed({ state: 'concluded' })).toEqual([red]);
    expect(await listed()).toEqual([]);
    office.flows.statuses.set(`${red}-blue-1`, 'FAILED');
    await office.notify(red);
    await office.sweep();
    expect(await listed({ state: 'archived' })).toEqual([red]);
    expect(await listed({ state: 'concluded' })).toEqual([]);
  });

  it.each<Record<string, string>>([
    { state: 'gone' },
    { 'due-before': 'soon' },
    { 'due-before': '2026-02-30' },
  ])('does not know %j', async (query) => {
    const told = await officer('GET', '/v1/cases', undefined, query);
    expect(told).toMatchObject({ status: 422, body: { code: 'INVALID' } });
  });
});

describe('the roster', () => {
  const person = { id: 'a', name: '甲', mobile: '+8613800000001' };
  const put = (body: unknown, by = head) => by('PUT', '/v1/roster', body);

  it('is changed from the version that was read, and names empty roles', async () => {
    const told = await put({ version: 1, roles: { officeHead: [person] } });
    expect(told).toMatchObject({ status: 200, body: { version: 2 } });
    expect(read(RosterReply, told).emptyRoles.map(({ id }) => id)).toContain('dutyOfficer');
    const roster = read(RosterReply, await officer('GET', '/v1/roster'));
    expect(roster).toMatchObject({ version: 2, roles: { officeHead: [{ id: 'a', available: true }] } });
    expect(roster.emptyRoles.map(({ id }) => id)).toContain('dutyOfficer');
    expect(await put({ version: 1, roles: {} })).toMatchObject({
      status: 409,
      body: { code: 'ROSTER_CHANGED' },
    });
    expect(await put({ version: 1, roles: { officeHead: [person] } })).toMatchObject({ status: 200 });
    expect(await office.system.rosters.history()).toHaveLength(2);
  });

  it('is edited by the head of the office and the operator only', async () => {
    expect((await put({ version: 1, roles: {} }, office.as('operator'))).status).toBe(200);
    expect(await put({ version: 2, roles: {} }, officer)).toMatchObject({
      status: 403,
      body: { code: 'ROLE_NOT_ALLOWED' },
    });
    expect((await refusals()).map(({ sk }) => sk.split('#')[1])).toEqual(['ROLE_NOT_ALLOWED']);
  });

  it.each([
    ['a short number', { officeHead: [{ ...person, mobile: '+861380000' }] }, '手机号应为 +86 加11位号码'],
    ['a foreign number', { officeHead: [{ ...person, mobile: '+4915112345678' }] }, '手机号'],
    ['a number without a country', { officeHead: [{ ...person, mobile: '13800000001' }] }, '手机号'],
    ['an unknown role', { mayor: [person] }, '岗位“mayor”'],
    ['a superior', { zhanjiang: [person] }, '岗位“zhanjiang”'],
    ['no unit where one belongs', { unitHead: [person] }, '股室缺少或不存在'],
    ['an unknown unit', { unitHead: [{ ...person, unit: 'x' }] }, '股室缺少或不存在'],
    ['a unit where none belongs', { officeHead: [{ ...person, unit: 'food' }] }, '不应填写'],
    ['a person twice', { officeHead: [person, { ...person, name: '乙' }] }, '人员编号“a”重复'],
    [
      'one id for two telephones',
      { officeHead: [person], operator: [{ ...person, mobile: '+8613800000002' }] },
      '人员编号“a”',
    ],
    ['an unknown field', { officeHead: [{ ...person, age: 5 }] }, '不认识的字段:age'],
  ])('with %s is refused', async (_, roles, message) => {
    const told = await put({ version: 1, roles });
    expect(told.status).toBe(422);
    expect(refusalIn(told).message).toContain(message);
    expect((await office.system.rosters.read())?.version).toBe(1);
  });
});

it('a 涉密 item joining a case stops its messages', async () => {
  const told = await office.push([grave('a')]);
  const caseId = caseOf(told);
  await office.push([grave('b', { url: grave('a').url, flags: ['secret'] })]);
  await office.notify(caseId);
  expect(office.sent).toEqual([]);
  const shown = caseIn(await officer('GET', `/v1/cases/${caseId}`));
  expect(shown.telephoneTasks.length).toBeGreaterThan(0);
});
