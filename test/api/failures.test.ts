import { describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import { breakable } from '../records/breakable.ts';
import { machineOf } from '../support/machine.ts';
import { createOffice, grave, type Office, plain } from '../support/office.ts';
import { logIn, scheduleIn } from '../support/told.ts';

const FAILED = { status: 500 };
const HOUR = 3_600_000;
const CASE = 'LZ2026-0001';

interface Play {
  prepare?: (office: Office) => Promise<unknown>;
  /** What is disturbed. */
  act: (office: Office) => Promise<unknown>;
  /** Who asked asks again if he was told that it failed, as clerks do, or in any case, as senders and workflows do. */
  again: 'whenTold' | 'always';
}
const open = { title: '来电', sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food', key: 'k' };
const file = { type: 'FileReport', kind: 'first', form: 'written', to: ['deputyLeader'] };
const command = (office: Office, body: unknown) =>
  office.as('dutyOfficer')('POST', `/v1/cases/${CASE}/commands`, body);
const openByHand = (office: Office) => office.as('dutyOfficer')('POST', '/v1/cases', open);
const overdue = async (office: Office) => {
  const told = await office.as('dutyOfficer')('GET', `/v1/cases/${CASE}/schedule`);
  const first = scheduleIn(told)
    .duties.filter(({ next }) => next !== null)
    .sort((a, b) => (a.next!.at < b.next!.at ? -1 : 1))[0]!;
  office.at(first.next!.at);
  const { duties } = await machineOf(office, CASE, 'yellow').schedule();
  return [first.duty, duties[first.duty]] as const;
};
let enforced: Awaited<ReturnType<typeof overdue>>;

const plays: Record<string, Play> = {
  'an intake that opens a case': { act: (office) => office.push([grave('a'), plain('b')]), again: 'always' },
  'an intake that joins a case': {
    prepare: (office) => office.push([grave('a')]),
    act: (office) => office.push([grave('b', { url: grave('a').url, title: '另一个标题' })]),
    again: 'always',
  },
  'an intake that is repeated only if it failed': {
    act: (office) => office.push([grave('a')]),
    again: 'whenTold',
  },
  'a case entered by hand from an item': {
    prepare: (office) => office.push([plain('a')]),
    act: (office) =>
      office.as('dutyOfficer')('POST', '/v1/cases', { ...open, items: [{ feed: 'demo', id: 'a' }] }),
    again: 'always',
  },
  'a command': { prepare: openByHand, act: (office) => command(office, file), again: 'whenTold' },
  'an enforcement': {
    prepare: async (office) => {
      await openByHand(office);
      enforced = await overdue(office);
    },
    act: (office) => machineOf(office, CASE, 'yellow').enforce(...enforced),
    again: 'always',
  },
  'a notification': { prepare: openByHand, act: (office) => office.notify(CASE), again: 'always' },
  'a sweep that pushes 常规 items': {
    prepare: async (office) => {
      await office.push([plain('a'), plain('b')]);
      office.pass(HOUR);
    },
    act: (office) => office.sweep(),
    again: 'always',
  },
};

/** What must be the same in the end: cases by what they say, items, numbers, and whether anything still waits. */
const outcome = async (office: Office) => {
  const rows = [...(await office.system.cases.open()), ...(await office.system.cases.archived())];
  const cases = await Promise.all(
    rows.map(async ({ caseId }) => {
      const state = await office.system.cases.load(caseId);
      const told = await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/log`);
      const events = (await office.system.cases.log(caseId)).flatMap(({ events }) =>
        events.map(({ type }) => type),
      );
      return {
        caseId,
        intact: logIn(told).intact,
        items: state?.items.map(({ id }) => id).sort(),
        level: state?.handlingLevel,
        reports: state?.reports.length,
        pending: Object.keys(state?.pendingNotices ?? {}),
        telephone: Object.keys(state?.telephoneTasks ?? {}),
        refusals: state?.refusals,
        enforcements: state?.enforcements,
        events: [...new Set(events)].sort(),
      };
    }),
  );
  const items = await Promise.all(['a', 'b'].map((id) => office.system.items.find('demo', id)));
  return {
    cases,
    items: items.map((item) => [item?.outcome, item?.caseId]),
    started: office.flows.started.filter((name, index, all) => all.indexOf(name) === index),
  };
};
const messages = (office: Office) => office.sent.map(({ to, message }) => `${to} ${message.text}`).sort();

/** Plays it with one write broken, and then lets an hour of sweeps and notifications make it good. */
const run = async (play: Play, broken: number, when: 'before' | 'after') => {
  const { table, control } = breakable(createMemoryTable());
  const office = await createOffice({ table });
  await play.prepare?.(office);
  const from = control.writes;
  Object.assign(control, { left: broken, when });
  const told = await play.act(office).catch(() => FAILED);
  const writes = control.writes - from;
  control.left = Number.POSITIVE_INFINITY;
  const hasFailed = ((told as { status?: number } | null)?.status ?? 200) >= 500;
  if (hasFailed || play.again === 'always') await play.act(office);
  for (let turn = 0; turn < 3; turn += 1) {
    office.pass(5 * 60_000);
    await office.sweep();
    for (const caseId of office.asked.splice(0)) await office.notify(caseId).catch(() => undefined);
  }
  return { office, writes };
};

describe('whatever single write fails', () => {
  it.each(Object.keys(plays))('%s ends as if undisturbed, and no message goes out twice', async (name) => {
    const play = plays[name]!;
    const calm = await run(play, Number.POSITIVE_INFINITY, 'before');
    const expected = await outcome(calm.office);
    const expectedMessages = messages(calm.office);
    expect(calm.writes).toBeGreaterThan(0);
    for (const when of ['before', 'after'] as const)
      for (let broken = 1; broken <= calm.writes; broken += 1) {
        const { office } = await run(play, broken, when);
        const label = `${name}, write ${broken} of ${calm.writes} ${when}`;
        expect(await outcome(office), label).toEqual(expected);
        expect(messages(office), label).toEqual(expectedMessages);
      }
  });
});

it('a message that was cut between sending and keeping goes out once more, not more often', async () => {
  const { table } = breakable(createMemoryTable());
  const office = await createOffice({ table });
  await openByHand(office);
  const { put, set } = table;
  const killed = async (): Promise<never> => {
    throw new Error('killed');
  };
  table.put = async (record, condition) =>
    record.status === 'sent' || record.sk.startsWith('LOG#') ? killed() : put(record, condition);
  table.set = killed;
  await office.notify(CASE).catch(() => undefined);
  const first = office.sent.length;
  Object.assign(table, { put, set });
  await office.notify(CASE);
  expect(office.sent).toHaveLength(first);
  office.pass(91_000);
  for (let turn = 0; turn < 3; turn += 1) await office.notify(CASE);
  expect(office.sent).toHaveLength(2 * first);
});
