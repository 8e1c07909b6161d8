import { beforeEach, describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { plain } from '../../support/office.ts';
import { caseIn, logIn, refusalIn, triedIn } from '../../support/told.ts';
import { openTrying, type Trying } from './trying.ts';

// That a try writes nothing is held in each of these by the table, which throws, and by what it holds before and after.

const note = { title: '群众来电反映某超市销售过期食品', sources: [{ kind: 'monitored' }], unit: 'food' };
const instruct = { type: 'RecordInstruction', from: 'bureau', text: '请速核查' };
const calm = { type: 'Conclude', summary: '该舆情已经处置完毕' };

let trying: Trying;
let caseId: string;
let path: string;
beforeEach(async () => {
  trying = await openTrying();
  caseId = await trying.opened('officeHead', { ...note, level: 'orange' });
  path = `/v1/cases/${caseId}/commands`;
});
const refusalsKept = () => trying.office.system.refusals.list(trying.office.now().slice(0, 10));
const versionOf = async () => (await trying.logOf(caseId)).length;

describe('what is refused', () => {
  it('is told with its code and words in a 200, and stands nowhere; when it is meant it stands in the log', async () => {
    const told = await trying.attempt('officeHead', path, calm);
    const tried = triedIn(told);
    expect(tried).toMatchObject({
      wouldBe: 'refused',
      wouldBeText: '不予办理',
      limits: [],
      log: [],
      after: null,
    });
    expect(await versionOf()).toBe(1);
    const { code, message } = refusalIn(await trying.send('officeHead', path, calm));
    expect(tried.refusal).toEqual({ code, message });
    const [, entry] = await trying.logOf(caseId);
    expect(entry?.events).toEqual([expect.objectContaining({ type: 'CommandRefused', code })]);
  });

  it('a post that may read the case and not give the command hears so in the answer', async () => {
    const declare = { type: 'DeclareCalm', reason: '已平息' };
    const tried = triedIn(await trying.attempt('dutyOfficer', path, declare));
    expect(tried.refusal?.code).toBe('ROLE_NOT_ALLOWED');
    await trying.both('dutyOfficer', caseId, declare);
    expect(await versionOf()).toBe(1);
  });

  it.each([
    ['of another unit', { sub: 'drug-1', role: 'unitLiaison', unit: 'drug' }, 'NOT_YOUR_UNIT'],
    ['of no post of the bureau', { sub: 'x', role: 'mayor' }, 'ROLE_UNKNOWN'],
    ['who may neither act nor read', { sub: 'operator-1', role: 'operator' }, 'ROLE_NOT_ALLOWED'],
    ['whom the roster does not know', { sub: 'nobody', role: 'officeHead' }, 'PERSON_UNKNOWN'],
    ['in a post that he does not hold', { sub: 'duty-1', role: 'officeHead' }, 'POST_NOT_HELD'],
  ])('a stranger %s is at the door, and no refusal is kept of him', async (_, claims, code) => {
    const { office, people } = trying;
    const roles = Object.values(people.roles).flat();
    // Whoever stands in the example roster in that post, where the test names nobody else.
    const known = ['NOT_YOUR_UNIT', 'ROLE_NOT_ALLOWED'].includes(code)
      ? (people.roles[claims.role]?.find(({ unit }) => unit !== 'food')?.id ?? claims.sub)
      : code === 'POST_NOT_HELD'
        ? people.roles.dutyOfficer![0]!.id
        : claims.sub;
    const unit = roles.find(({ id }) => id === known)?.unit;
    const before = trying.stored();
    const command = code === 'NOT_YOUR_UNIT' ? { type: 'Acknowledge' } : calm;
    const send = (query: Record<string, string>) =>
      office.http({
        method: 'POST',
        path,
        query,
        body: JSON.stringify(command),
        claims: { ...claims, name: '某人', sub: known, ...(unit === undefined ? {} : { unit }) },
      });
    const told = await send({ try: '' });
    expect({ status: told.status, code: refusalIn(told).code }).toEqual({ status: 403, code });
    expect(trying.stored()).toEqual(before);
    expect(await refusalsKept()).toEqual([]);
    const meant = await send({});
    expect(refusalIn(meant)).toMatchObject({ code, message: refusalIn(told).message });
    expect(await refusalsKept()).toHaveLength(1);
  });

  it('an unknown command, an unknown case, no token: as ever, and nothing is kept', async () => {
    const { office } = trying;
    const unknown = await trying.attempt('officeHead', path, { type: 'Abolish' });
    expect({ status: unknown.status, code: refusalIn(unknown).code }).toEqual({
      status: 422,
      code: 'INVALID',
    });
    const nowhere = await trying.attempt('officeHead', '/v1/cases/LZ2026-0099/commands', calm);
    expect({ status: nowhere.status, code: refusalIn(nowhere).code }).toEqual({
      status: 404,
      code: 'CASE_UNKNOWN',
    });
    const nobody = await office.http({
      method: 'POST',
      path,
      query: { try: '' },
      body: JSON.stringify(calm),
    });
    expect(nobody.status).toBe(401);
    const broken = await trying.attempt('officeHead', path, undefined);
    expect(broken.status).toBe(400);
    expect(await refusalsKept()).toEqual([]);
  });
});

describe('the parameter', () => {
  const by = (query: Record<string, string>) => trying.office.as('officeHead')('POST', path, instruct, query);

  it.each(['', 'true', '1'])('try=%s tries', async (value) => {
    expect(triedIn(await by({ try: value })).wouldBe).toBe('done');
    expect(await versionOf()).toBe(1);
  });
  it.each(['false', '0'])('try=%s carries out', async (value) => {
    expect(caseIn(await by({ try: value })).version).toBe(2);
  });
  it.each([{ tri: '' }, { try: 'maybe' }, { Try: '' }, { try: 'true,false' }] as Record<string, string>[])(
    '%o is refused, and nothing is carried out',
    async (query) => {
      const told = await by(query);
      expect({ status: told.status, code: refusalIn(told).code }).toEqual({ status: 422, code: 'INVALID' });
      expect(await versionOf()).toBe(1);
      const opening = await trying.office.as('officeHead')('POST', '/v1/cases', { ...note, key: 'x' }, query);
      expect(opening.status).toBe(422);
      expect(await trying.office.system.cases.open()).toHaveLength(1);
    },
  );
  it('there is nothing to try where something is only read, or of the roster', async () => {
    const head = trying.office.as('officeHead');
    expect((await head('GET', `/v1/cases/${caseId}`, undefined, { try: '' })).status).toBe(422);
    expect((await head('PUT', '/v1/roster', {}, { try: '' })).status).toBe(422);
  });
});

it('a key beside a try is neither spent nor looked at', async () => {
  const told = triedIn(await trying.attempt('officeHead', path, instruct, 'k-1'));
  expect(told.wouldBe).toBe('done');
  const done = await trying.send('officeHead', path, instruct, { key: 'k-1' });
  expect(caseIn(done).version).toBe(2);
  // What the key stands for by now is not told again.
  expect(triedIn(await trying.attempt('officeHead', path, instruct, 'k-1')).wouldBe).toBe('done');
  expect(triedIn(await trying.attempt('officeHead', path, instruct, 'not a "key"')).wouldBe).toBe('done');
  expect(await versionOf()).toBe(2);
});

it('what is done already would do nothing', async () => {
  const charge = { type: 'ChargeSigner', person: trying.people.roles.deputyLeader![0]!.id };
  await trying.both('officeHead', caseId, charge);
  const { tried } = await trying.both('officeHead', caseId, charge);
  expect(tried).toMatchObject({ wouldBe: 'nothing', refusal: null, limits: [], after: null });
  expect(tried?.wouldBeText).toBe('已经办过或无须办理,不会有任何变化');
});

it('a 督办通知 is tried without a number, and the first that is signed is the first of its year', async () => {
  await trying.send('officeHead', path, { type: 'DraftSupervisionOrder', reason: '处置不当' });
  const order = (await trying.office.system.cases.load(caseId))!.orders[0]!.entry;
  const sign = { type: 'SignSupervisionOrder', order, answerBy: '2026-03-09T18:00:00+08:00' };
  for (const _ of [1, 2]) {
    const tried = triedIn(await trying.attempt('officeHead', path, sign));
    expect(tried.log.join()).toContain('签发督办通知(签发时编号)');
    expect(JSON.stringify(tried)).not.toMatch(/〔2026〕\d+号/);
  }
  await trying.both('officeHead', caseId, sign);
  const { number } = (await trying.office.system.cases.load(caseId))!.orders[0]!.issued!;
  expect(number).toBe('雷市监舆督〔2026〕1号');
});

it('an item that is tried into a case stays where it is', async () => {
  await trying.office.push([plain('a')]);
  const attach = { type: 'AttachItem', feed: 'demo', id: 'a' };
  expect(triedIn(await trying.attempt('officeHead', path, attach)).wouldBe).toBe('done');
  expect((await trying.office.system.items.find('demo', 'a'))?.outcome).not.toBe('inCase');
  await trying.both('officeHead', caseId, attach);
  const other = await trying.opened('officeHead', { ...note, title: '另一件', level: 'blue' });
  for (const [id, code] of [
    ['a', 'ITEM_IN_CASE'],
    ['nothing', 'ITEM_UNKNOWN'],
  ]) {
    const { tried } = await trying.both('officeHead', other, { ...attach, id });
    expect(tried?.refusal?.code).toBe(code);
  }
});

describe('a 涉密 case', () => {
  const secret = { title: '见纸质件', sources: [{ kind: 'monitored' }], level: 'yellow', flags: ['secret'] };

  it('is not there for who may not know of it; who looks at it by a try stands on record, and no text has words', async () => {
    const own = await trying.opened('officeHead', secret);
    const to = `/v1/cases/${own}/commands`;
    const reads = async () => (await trying.office.system.reads.list(own)).map(({ role }) => role);
    const hidden = await trying.attempt('unitLiaison', to, { type: 'Acknowledge' });
    expect(hidden.status).toBe(404);
    const before = await reads();
    expect(before).not.toContain('dutyOfficer');
    const { texts, wouldBe } = triedIn(
      await trying.attempt('dutyOfficer', to, { type: 'AssignUnit', unit: 'food' }),
    );
    expect(wouldBe).toBe('done');
    expect(texts.length).toBeGreaterThan(0);
    for (const { text } of texts) expect(text ?? '').not.toContain(own);
    expect(await reads()).toEqual([...before, 'dutyOfficer']);
  });

  it('the order to clear it is tried and clears nothing', async () => {
    const own = await trying.opened('officeHead', { ...secret, flags: [], title: '某单位来电' });
    await trying.send('officeHead', `/v1/cases/${own}/commands`, { ...instruct, text: '请核查某单位' });
    await trying.send('officeHead', `/v1/cases/${own}/commands`, {
      type: 'SetFlags',
      add: ['secret'],
      reason: '见纸质件',
    });
    const { tried } = await trying.both('officeHead', own, { type: 'PurgeContent' });
    expect(tried?.wouldBe).toBe('done');
    const log = logIn(await trying.office.as('officeHead')('GET', `/v1/cases/${own}/log`));
    expect(log.intact).toBe(true);
  });
});

it.each(Object.values(regulations))(
  '$id: who may not open or act is told so, and nothing is kept',
  async (regulation) => {
    const other = await openTrying({ regulation });
    const role = regulation.roles.find(
      ({ id, kind }) =>
        kind === 'internal' &&
        !regulation.authorities.some(({ command, roles }) => command === 'OpenCase' && roles.includes(id)),
    );
    if (role === undefined) return;
    const { tried } = await other.bothOpen(role.id, { title: '某事项', sources: [{ kind: 'monitored' }] });
    expect(tried?.refusal?.code).toBe('ROLE_NOT_ALLOWED');
  },
);
