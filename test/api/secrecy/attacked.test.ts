import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { casePartition } from '../../../shared/records/table.ts';
import { claimsFor } from '../../support/noted-desk.ts';
import { createOffice, grave, type Office } from '../../support/office.ts';
import { caseIn, caseOf } from '../../support/told.ts';

// Found by somebody who tried to bring words into a 涉密 case, to hide another's case, and to keep one to himself.

const WORDS = '密文甲乙丙';
let office: Office;
let table: ReturnType<typeof createMemoryTable>;
let caseId: string;
const give = (role: string, command: object, id = caseId, headers: Record<string, string> = {}) =>
  office.as(role, role.startsWith('unit') ? 'food' : undefined)(
    'POST',
    `/v1/cases/${id}/commands`,
    command,
    headers,
  );
const note = { sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food' };
beforeEach(async () => {
  table = createMemoryTable();
  office = await createOffice({ table });
  const opening = { ...note, title: '见纸质件', flags: ['secret'] };
  caseId = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', opening)).case;
});
const stored = async (): Promise<string> =>
  JSON.stringify(
    await Promise.all([casePartition(caseId), 'REFUSED#2026-03-02'].map((pk) => table.list(pk, ''))),
  );

it.each<[string, string, object]>([
  [
    'the name of a field',
    'unitLiaison',
    {
      ...{ type: 'FileReport', kind: 'first', form: 'telephone', to: ['officeHead'], summary: '见纸质件' },
      fields: { [WORDS]: '见纸质件' },
    },
  ],
  ['a point of a review', 'officeHead', { type: 'FileReview', points: { [WORDS]: '见纸质件' } }],
  [
    'the number of a paper',
    'dutyOfficer',
    { type: 'AddSource', source: { kind: 'zhanjiang-assigned', reference: WORDS } },
  ],
  [
    'blanks around it',
    'officeHead',
    { type: 'RecordPublication', form: 'authoritative', title: ` ${WORDS} ` },
  ],
  [
    'a link',
    'officeHead',
    { type: 'RecordPublication', form: 'authoritative', link: `https://x.example/${WORDS}` },
  ],
  [
    'a duty that a refusal would quote',
    'dutyOfficer',
    { type: 'ReleaseDuty', duty: WORDS, reason: '见纸质件' },
  ],
  [
    'an answer that a refusal would quote',
    'unitLiaison',
    { type: 'FileReport', kind: 'first', form: 'telephone', to: ['officeHead'], answers: [WORDS] },
  ],
  ['a flag that there is not', 'dutyOfficer', { type: 'SetFlags', add: [WORDS], reason: '见纸质件' }],
])('%s is no way in', async (_, role, command) => {
  const told = await give(role, command);
  expect(told).toMatchObject({ status: 422, body: { code: 'SECRET_CONTENT' } });
  expect(await stored()).not.toContain(WORDS);
});

it('what a refusal quoted before the mark is not told again after it', async () => {
  const id = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', { ...note, title: '来电' })).case;
  const ask = () =>
    office.http({
      ...{ method: 'POST', path: `/v1/cases/${id}/commands`, headers: { 'idempotency-key': 'k' } },
      claims: claimsFor(office, 'dutyOfficer'),
      body: JSON.stringify({ type: 'SetFlags', add: [WORDS], reason: '核实' }),
    });
  expect(JSON.stringify((await ask()).body)).toContain(WORDS);
  await give('dutyOfficer', { type: 'SetFlags', add: ['secret'], reason: '见纸质件' }, id);
  expect(await ask()).toMatchObject({
    status: 422,
    body: { code: 'FLAG_UNKNOWN', message: '本案涉密,当时的答复不再显示' },
  });
});

it('nor are the papers of an opening, nor those of a marked item', async () => {
  const sources = [{ kind: 'zhanjiang-assigned', reference: WORDS }];
  const opening = { ...note, title: '见纸质件', flags: ['secret'], sources };
  expect(await office.as('dutyOfficer')('POST', '/v1/cases', opening)).toMatchObject({
    status: 422,
    body: { code: 'SECRET_CONTENT' },
  });
  await office.push([
    grave('s', { flags: ['secret'], source: { kind: 'zhanjiang-assigned', reference: WORDS } }),
  ]);
  const item = (await office.system.items.find('demo', 's'))!;
  expect(JSON.stringify([item, await office.system.cases.load(item.caseId!)])).not.toContain(WORDS);
});

it('an item that is put in by hand leaves its words and its paper outside', async () => {
  const source = { kind: 'zhanjiang-assigned', reference: WORDS };
  await office.push([{ id: 'i', title: `市民咨询${WORDS}`, source }]);
  expect((await give('officeHead', { type: 'AttachItem', feed: 'demo', id: 'i' })).status).toBe(200);
  const item = await office.system.items.find('demo', 'i');
  expect(JSON.stringify([item, await stored()])).not.toContain(WORDS);
});

it('the day’s refusals do not say which case it was', async () => {
  await give('dutyOfficer', { type: 'RecordAction', action: 'verified', note: WORDS });
  const { body } = await office.as('operator')('GET', '/v1/refusals');
  expect(JSON.stringify(body)).toContain('SECRET_CONTENT');
  expect(JSON.stringify(body)).not.toContain(caseId);
});

it('the office’s own words, ids, instants and numbers of papers before the mark still go in', async () => {
  const id = caseIn(
    await office.as('dutyOfficer')('POST', '/v1/cases', {
      ...{ ...note, title: '来文', level: 'orange' },
      sources: [
        {
          kind: 'zhanjiang-assigned',
          receivedAt: '2026-03-02T07:50:00+08:00',
          reference: '湛市监函〔2026〕9号',
        },
      ],
    }),
  ).case;
  await give('dutyOfficer', { type: 'SetFlags', add: ['涉密'], reason: '见纸质件' }, id);
  expect(await office.system.cases.load(id)).toMatchObject({ flags: ['secret'] });
  const answered = {
    ...{ type: 'FileReport', kind: '初报', form: '电话', to: ['湛江市市场监督管理局(知识产权局)'] },
    ...{ madeAt: '2026-03-02T08:00:00+08:00', answers: ['湛市监函〔2026〕9号'], summary: '见纸质件' },
  };
  expect((await give('dutyOfficer', answered, id)).status).not.toBe(422);
  expect(JSON.stringify((await office.as('officeHead')('GET', `/v1/cases/${id}`)).body)).not.toContain(
    '湛市监函',
  );
});

describe('a vendor that marks an item', () => {
  it('hides no case that the item had only joined: it goes into one of its own', async () => {
    const plain = caseOf(await office.push([grave('a')]));
    await office.push([grave('b')]);
    expect((await office.system.items.find('demo', 'b'))?.caseId).toBe(plain);
    await office.push([grave('b', { flags: ['secret'] })]);
    expect((await office.system.cases.load(plain))?.flags).toEqual([]);
    const own = (await office.system.items.find('demo', 'b'))?.caseId;
    expect(own).not.toBe(plain);
    expect((await office.system.cases.load(own!))?.flags).toEqual(['secret']);
  });

  it('does not mark again what a leader has taken the mark off by a paper', async () => {
    const own = caseOf(await office.push([grave('a')]));
    await office.push([grave('a', { flags: ['secret'] })]);
    const lift = { type: 'SetFlags', remove: ['secret'], reason: '误标', reference: '保密〔2026〕3号' };
    expect((await give('deputyLeader', lift, own)).status).toBe(200);
    await office.push([grave('a', { metrics: { views: 1_000_000 } })]);
    await office.push([grave('a', { flags: ['secret'], metrics: { views: 2_000_000 } })]);
    expect((await office.system.cases.load(own))?.flags).toEqual([]);
  });
});

it('a clerk who marks a case does not keep it to himself: the head of the office is called at once', async () => {
  const id = caseIn(
    await office.as('dutyOfficer')('POST', '/v1/cases', { ...note, title: '来电', level: 'orange' }),
  ).case;
  await office.notify(id);
  office.pass(2 * 60_000);
  const before = office.sent.length;
  await give('dutyOfficer', { type: 'SetFlags', add: ['secret'], reason: '见纸质件' }, id);
  await office.notify(id);
  const called = office.sent.slice(before).map(({ to, message }) => `${to} ${message.text}`);
  expect(called).toContain('+8613800000002 【雷州市监】有一件急件,请立即到办公室办理。');
});
