import { expect, it } from 'vitest';
import { TRIES } from '../../../shared/contracts/replies/routes.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf, openableLevels } from '../../../shared/regulations/lookup.ts';
import { leizhou } from '../../support/bureaus.ts';
import { createSeenWays } from '../../support/seen-ways.ts';
import { caseIn } from '../../support/told.ts';
import { playMerges, tryRearranging } from './rearranged-in-every-way.ts';
import { openTrying } from './trying.ts';

// Every answer to a try is held against its contract as it is asked for. Here each of its ways comes, so that it allows nothing that
// never comes.

const seen = createSeenWays();
const open = (regulation = leizhou) =>
  openTrying({ regulation, note: (route, told) => seen.note(TRIES[route], told.body) });
const HOUR = 3_600_000;
const note = { title: '群众来电反映某超市销售过期食品', sources: [{ kind: 'monitored' }], unit: 'food' };
const instants = { outbreakAt: '2026-03-02T07:30:00+08:00', occurredAt: '2026-03-02T07:00:00+08:00' };
const correct = (at: string) => ({
  type: 'CorrectInstant',
  instant: 'occurredAt',
  at,
  reason: '当事人确认',
  reference: '通话记录1号',
});
const publish = {
  type: 'RecordPublication',
  form: 'authoritative',
  title: '情况通报',
  link: 'https://example.com/1',
};
const approve = { type: 'RecordAction', action: 'statementApproved', text: '情况通报' };
const said = { channel: '电话', at: '2026-03-02T07:59:00+08:00', person: 'deputy-1', text: '情况通报' };

it('openings: done, there already, refused; by day and by night; with a level and without', async () => {
  const { office, bothOpen } = await open();
  await bothOpen('officeHead', { ...note, instants: { occurredAt: '前天' } });
  await bothOpen('officeHead', { ...note, instants: { occurredAt: '前天' } });
  await bothOpen('officeHead', { ...note, unit: '没有的股室' });
  await bothOpen('officeHead', { ...note, level: 'standing', title: '无' });
  await bothOpen('officeHead', {
    title: '见纸质件',
    flags: ['secret'],
    sources: [{ kind: 'monitored' }],
    level: 'red',
  });
  office.at('2026-03-02T15:30:00.000Z');
  await bothOpen('officeHead', { ...note, title: '夜间来电', level: 'orange', instants });
  expect(office.problems).toEqual([]);
});

it('what becomes of limits: each of it', async () => {
  const { office, both, opened } = await open();
  const opening = { ...note, level: 'orange', instants };
  const [first, second, third] = [
    await opened('officeHead', opening),
    await opened('officeHead', { ...opening, title: '第二件' }),
    await opened('officeHead', { ...opening, title: '第三件' }),
  ];
  // moved, cancelled, planned, refused, nothing.
  await both('officeHead', first, correct('2026-03-02T06:30:00+08:00'));
  await both('officeHead', first, {
    type: 'ChangeLevel',
    level: 'red',
    authority: 'change',
    reason: '多地媒体转发',
  });
  // unconfirmed: under an approval that was entered for somebody.
  await both('officeHead', second, { type: 'RecordAction', action: 'statementApproved', onBehalf: said });
  await both('officeHead', second, publish);
  // lateEntry, unapproved, fulfilledLate; withdrawn: of what was too late by an instant that proves wrong.
  const fourth = await opened('officeHead', {
    ...opening,
    title: '第四件',
    instants: { ...instants, occurredAt: '2026-03-02T05:00:00+08:00' },
  });
  for (const each of [third, fourth]) await both('deputyLeader', each, approve);
  office.pass(46 * HOUR + HOUR / 2);
  await both('officeHead', fourth, publish);
  await both('deputyLeader', fourth, correct('2026-03-02T07:00:00+08:00'));
  office.pass(3 * HOUR);
  await both('officeHead', third, { ...publish, madeAt: '2026-03-02T09:00:00+08:00' });
  await both('officeHead', first, { ...publish, happened: { reason: '已在网站发布' } });
  // missed: the report of each day.
  const daily = { type: 'FileReport', kind: 'progress', form: 'written', to: ['officeHead'] };
  await both({ role: 'unitLiaison', unit: 'food' }, first, daily);
});

it('words that are asked for, parts that are missing, what is there already, and what waits for the morning', async () => {
  const { office, both, opened, people } = await open();
  const caseId = await opened('officeHead', { ...note, level: 'orange', instants });
  const charge = { type: 'ChargeSigner', person: people.roles.deputyLeader![0]!.id };
  await both('officeHead', caseId, charge);
  await both('officeHead', caseId, { type: 'Conclude', summary: '该舆情已经处置完毕' });
  await both('officeHead', caseId, charge);
  await both('officeHead', caseId, {
    type: 'FileReport',
    kind: 'first',
    form: 'telephone',
    to: ['chiefLeader'],
  });
  office.at('2026-03-02T15:30:00.000Z');
  const lower = { type: 'ChangeLevel', level: 'blue', authority: 'change', reason: '舆情已趋平稳' };
  await both('dutyOfficer', caseId, lower);
});

it('texts that the clocks send a unit at once', async () => {
  const { both, opened } = await open();
  const caseId = await opened('officeHead', { ...note, level: 'blue' });
  const raise = { type: 'ChangeLevel', level: 'red', authority: 'change', reason: '多地媒体转发' };
  const { tried } = await both('officeHead', caseId, raise);
  expect(tried?.textsAtOnce.map(({ unit }) => unit?.id)).toContain('food');
});

it('texts that somebody above gets instead, and that nobody gets', async () => {
  const { office, both, opened, people } = await open();
  const { unit: _, ...ofNoUnit } = note;
  const caseId = await opened('officeHead', { ...ofNoUnit, level: 'blue' });
  for (const isAnybody of [true, false]) {
    const away = Object.entries(people.roles).map(([role, those]) => [
      role,
      those.map((person) => ({
        ...person,
        available: isAnybody && role !== 'dutyOfficer' && role !== 'leadingGroup',
      })),
    ]);
    const { version = 0 } = (await office.system.rosters.read()) ?? {};
    await office.system.rosters.write({
      version: version + 1,
      roster: { roles: Object.fromEntries(away) },
      ...{ changedBy: 'test', changedAt: office.now() },
    });
    const level = isAnybody ? 'orange' : 'red';
    const raise = { type: 'ChangeLevel', level, authority: 'change', reason: '多地媒体转发' };
    const { tried } = await both('officeHead', caseId, raise);
    const told = [...(tried?.texts ?? []), ...(tried?.textsAtOnce ?? [])];
    expect(told.some(({ instead }) => instead !== null)).toBe(isAnybody);
    expect(told.some(({ nobody }) => nobody)).toBe(!isAnybody);
  }
});

it.each(Object.values(regulations))(
  '$id: openings at each level, with their scales and kinds of limits',
  async (regulation) => {
    const { bothOpen, both } = await open(regulation);
    for (const { id: level } of openableLevels(regulation)) {
      const [role] = giversOf(regulation, 'OpenCase', level);
      const { told } = await bothOpen(role!, { title: '某事项', sources: [{ kind: 'monitored' }], level });
      const deadline = '2026-03-02T18:00:00+08:00';
      const task = { type: 'RecordInstruction', from: 'bureau', text: '请速核查', task: '核查并报告' };
      const by = giversOf(regulation, 'RecordInstruction', level)[0]!;
      for (const more of [{}, { deadline }]) await both(by, caseIn(told).case, { ...task, ...more });
    }
  },
);

it('并案, 移出信息, 恢复办理', async () => {
  await tryRearranging(await open());
});
it.each(Object.values(regulations))('$id: merges at each two levels', async (regulation) => {
  await playMerges(await open(regulation));
});

const NEVER_OPENING = seen.allowed(TRIES['POST /v1/cases/{case}/commands']);
it('a command allows nothing that never comes', () => {
  expect(seen.unseen(TRIES['POST /v1/cases/{case}/commands'])).toEqual([]);
});
it('an opening allows nothing beyond that which never comes', () => {
  const unseen = seen.unseen(TRIES['POST /v1/cases']);
  expect(unseen.filter((way) => !NEVER_OPENING.includes(way))).toEqual([]);
});
