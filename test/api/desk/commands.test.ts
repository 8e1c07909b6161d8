import { beforeEach, describe, expect, it } from 'vitest';
import { grave, type Office, plain, START } from '../../support/office.ts';
import { caseIn, caseOf, logIn, refusalIn } from '../../support/told.ts';
import { type Desk, note, openDesk } from './desk.ts';

let table: Desk['table'];
let office: Desk['office'];
let officer: Desk['officer'];
let head: Desk['head'];
let opened: Desk['opened'];
let give: Desk['give'];
let refusals: Desk['refusals'];
beforeEach(async () => {
  ({ table, office, officer, head, opened, give, refusals } = await openDesk());
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
    expect(first?.events.slice(0, 2)).toMatchObject([
      { unit: 'food', sources: [{ kind: 'monitored' }] },
      { grade: { level: 'orange' } },
    ]);
    expect(second?.events[0]).toMatchObject({ type: 'UnitAssigned', unit: 'drugs' });
    const wrong = await give(caseId, {
      type: 'ChangeLevel',
      level: '紫',
      reason: '扩散',
      authority: 'change',
    });
    expect(refusalIn(wrong).message).toBe('级别请填:常规、蓝、黄、橙、红(没有“紫”)');
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
      findings: [{ kind: 'changed', entry: 1 }],
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
      { type: 'RecordMeeting', madeAt: '2027-01-01 08:00' },
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
  ])(
    'refused for %s: in the log what was somebody’s business, apart what was not, or a slip',
    async (_, by, command, status, code) => {
      const caseId = await opened();
      const told = await give(caseId, command, by(office));
      expect(told).toMatchObject({ status, body: { code } });
      expect(refusalIn(told).message).toMatch(/[\u4e00-\u9fff]/);
      expect(refusalIn(told).requestId).toMatch(/.+/);
      const entries = await office.system.cases.log(caseId);
      if (status === 409) {
        expect(entries.at(-1)?.events).toMatchObject([{ type: 'CommandRefused', code }]);
        expect(await refusals()).toEqual([]);
      } else {
        expect(entries).toHaveLength(1);
        expect((await refusals()).map(({ sk }) => sk.split('#')[1])).toEqual([code]);
      }
    },
  );

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

  it('an order has one number however often it is signed, and a refused signature takes none', async () => {
    const caseId = await opened();
    const draft = { type: 'DraftSupervisionOrder', reason: '处置不当'.repeat(400) };
    expect((await give(caseId, draft, office.as('unitLiaison', 'food'))).status).toBe(403);
    expect(refusalIn(await give(caseId, { ...draft, duty: 'none' })).code).toBe('DUTY_UNKNOWN');
    const [drafted] = caseIn(await give(caseId, draft)).orders;
    expect(drafted).toMatchObject({ state: 'draft', number: null });
    expect(caseIn(await give(caseId, draft)).orders).toHaveLength(1);
    const sign = {
      type: 'SignSupervisionOrder',
      order: drafted!.order,
      answerBy: '2026-03-09T18:00:00+08:00',
    };
    expect((await give(caseId, sign)).status).toBe(403);
    const head = office.as('officeHead');
    expect(caseIn(await give(caseId, sign, head)).orders).toMatchObject([
      { number: '雷市监舆督〔2026〕1号' },
    ]);
    expect(caseIn(await give(caseId, sign, head)).orders).toMatchObject([
      { number: '雷市监舆督〔2026〕1号' },
    ]);
    const second = caseIn(await give(caseId, { ...draft, reason: '另一件' })).orders[1]!.order;
    expect(caseIn(await give(caseId, { ...sign, order: second }, head)).orders[1]?.number).toContain('〕2号');
    const after = caseIn(
      await give(caseId, { type: 'AcknowledgeOrder', order: second }, office.as('unitLiaison', 'food')),
    );
    expect(after.orders[1]).toMatchObject({ state: 'issued', acknowledgedAt: expect.any(String) });
    expect(after.duties.map(({ duty }) => duty)).toContain(`order-${second}-answer`);
  });
});

it('a 涉密 item hides no other story’s case: it has one of its own, without a word of it', async () => {
  const caseId = caseOf(await office.push([grave('a')]));
  await office.push([grave('b', { url: grave('a').url, flags: ['secret'] })]);
  const { caseId: own = '' } = (await office.system.items.find('demo', 'b'))!;
  expect(own).not.toBe(caseId);
  expect(caseIn(await officer('GET', `/v1/cases/${caseId}`)).title).toBe(grave('a').title);
  const shown = caseIn(await officer('GET', `/v1/cases/${own}`));
  expect(shown).toMatchObject({ title: '〔涉密〕', items: [{ title: '〔涉密〕' }] });
  expect(shown.telephoneTasks.length).toBeGreaterThan(0);
  await office.notify(own);
  expect(office.sent.map(({ message }) => message.text)).toEqual([
    '【雷州市监】有一件急件,请立即到办公室办理。',
  ]);
});
