import { describe, expect, it } from 'vitest';
import { REPLIES } from '../../../shared/contracts/replies/routes.ts';
import { entryOf, masked } from '../../../shared/records/log/chain.ts';
import { isSecretLog } from '../../../shared/records/log/fold.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { openableLevels } from '../../../shared/regulations/lookup.ts';
import { leizhou } from '../../support/bureaus.ts';
import { caseFile, officer, opening } from '../../support/case-file.ts';
import { concluding } from '../../support/conclude.ts';
import { playDoubts, pushDoubts } from '../../support/doubt-story.ts';
import { claimsFor, createNotedDesks, type Route } from '../../support/noted-desk.ts';
import { createOffice, grave } from '../../support/office.ts';
import { playOrders } from '../../support/order-story.ts';
import { caseOf } from '../../support/told.ts';
import { textsInEveryState } from '../../texts/in-every-state.ts';
import { readEvidence, recordings } from '../../upgrades/recorded-logs.ts';
import { DAMAGED_LOGS } from './damaged-logs.ts';
import { IN_EVERY_WAY } from './in-every-way.ts';

// Every answer that a test asks for is held against its contract (test/support/told.ts). Here many are asked for, so that
// it shows as well that the contract allows nothing that never comes.
const { seen, note, deskOf, officeHead } = createNotedDesks();

// Every fourth version will do, and what comes once only.
const RARE = ['DutyHeld', 'LoweringProposed', 'NoticeUndelivered', 'CaseConcluded', 'CaseArchived'];
describe.each(recordings.at(-1)!.logs)('the recorded case $name', ({ entries }) => {
  it('is answered to the letter of the contract as it goes on', async () => {
    const log = entries.map(readEvidence);
    const [first] = entryOf(log[0]!).events;
    const { caseId } = log[0]!.stored;
    const bureau = first?.type === 'CaseOpened' ? first.regulation.id : '';
    const table = createMemoryTable();
    const office = await createOffice({ table, regulation: regulations[bureau]! });
    const desk = deskOf(office);
    for (const { stored: entry, texts } of log) {
      office.at(entry.at);
      const { version } = entry;
      const [pk, place] = [`CASE#${caseId}`, String(version).padStart(6, '0')];
      await table.put({ pk, sk: `CONTENT#${place}#write#0`, version, texts }, { absent: true });
      await table.put({ pk, sk: `LOG#${place}`, entry }, { absent: true });
      const isRare = entry.events.some(({ type }) => RARE.includes(type));
      if (version % 4 !== 1 && version !== log.length && !isRare) continue;
      await office.system.cases.refresh(caseId);
      await desk.readCase(caseId);
      await desk.readList();
    }
    // An entry stays whole, so that whoever reads it can compute its hash.
    const shown = await desk.readLog(caseId);
    expect(
      shown.entries.map(({ localTime: _, labels: __, texts, ...stored }) => ({ stored, texts })),
    ).toEqual((isSecretLog(log) ? log.map(masked) : log).map(({ stored, texts }) => ({ stored, texts })));
  });
});

/** Days before they are entered, found by a clock that is fast; and at the New Year of a year without a holiday list. */
const LATE = { occurredAt: '2026-02-27T06:30:00+08:00', detectedAt: '2026-03-02T08:04:00+08:00' };
const WITHOUT_CALENDAR = '2030-12-30T00:00:00.000Z';

describe.each([
  ['leizhou', 'officeHead'],
  ['nanning', 'officeHead'],
  ['hohhot', 'commandGroup'],
  ['petition', 'chiefLeader'],
  ['yinzhou', 'officeHead'],
])('%s', (bureau, role) => {
  it('answers of a case at each level and of itself to the letter of the contract', async () => {
    const regulation = regulations[bureau]!;
    const office = await createOffice({ regulation });
    const desk = deskOf(office, role);
    const all = regulation.sources.map(({ id: kind }) => ({ kind }));
    const flags = regulation.flags.map(({ id }) => id);
    const read = async (key: string, more: object): Promise<void> => {
      for (const { id: level } of openableLevels(regulation)) {
        const given = {
          title: key,
          key: `${level}.${key}`,
          level,
          sources: [{ kind: 'monitored' }],
          ...more,
        };
        await desk.readCase(await desk.open(given));
      }
    };
    await read('plain', {});
    await read('late', { instants: LATE });
    await desk.readList();
    office.at(WITHOUT_CALENDAR);
    await read('from-everywhere', { sources: all });
    await read('with-every-mark', { flags, title: '见纸质件' });
    await desk.readList();

    await desk.get('GET /v1/roster', '/v1/roster');
    note('GET /v1/health', await office.http({ method: 'GET', path: '/v1/health' }));
    const told = await office.http({
      method: 'GET',
      path: '/v1/regulation',
      claims: claimsFor(office, 'officeHead'),
    });
    expect(told).toMatchObject({ status: 200, body: { id: bureau } });
  });
});

describe('what is rare', () => {
  it.each(Object.entries(DAMAGED_LOGS))('%s', (_, play) => play(deskOf));

  it('a note of a call, with little in it and with all', async () => {
    const [, desk] = await officeHead();
    const at = '2026-03-02T07:50:00+08:00';
    const all = { caller: '来电人', number: '+8613800000000', post: '市民', at, takenBy: '值班员' };
    for (const note of [{ call: {} }, { text: '原文', call: all }])
      await desk.readCase(
        await desk.open({ title: '来电', sources: [{ kind: 'monitored' }], level: 'blue', ...note }),
      );
  });

  it('a log whose content was purged', async () => {
    const [office, desk] = await officeHead();
    const caseId = await desk.open({ title: '来电', sources: [{ kind: 'monitored' }], level: 'blue' });
    const { cases } = office.system;
    await cases.append(caseId, await cases.load(caseId), {
      at: office.now(),
      actor: { id: 'p-1', name: '办公室负责人', role: 'officeHead' },
      command: 'RecordAction',
      events: [{ type: 'ActionRecorded', action: 'verified', madeAt: office.now() }],
      rearms: false,
      purges: [1],
    });

    await cases.purge(caseId);
    const { intact, entries } = await desk.readLog(caseId);
    expect(intact).toBe(true);
    expect(entries[0]?.texts).toEqual({});
    expect(entries[0]?.labels[0]).toContain('〔内容已清除〕');
    expect(entries[1]?.purges).toEqual([1]);
  });

  it('a limit that its year’s holiday list has made past', async () => {
    const regulation = regulations.nanning!;
    const office = await createOffice({ regulation });
    const [opened, listed] = ['2026-01-05T02:00:00.000Z', '2026-01-13T02:00:00.000Z'];
    const file = caseFile(regulation);
    const flags = ['netizenPost', 'byProcedure'];
    const instants = { detectedAt: opened, knownAt: opened };
    file.give(opened, officer, opening({ level: 'pending', unit: 'business', flags, instants }));
    const { cases } = office.system;
    const { caseId, actor, command, rearms, events } = file.log[0]!;
    const before = events.map((event) =>
      event.type === 'CaseOpened' ? { ...event, holidayListsTo: 2025 } : event,
    );
    await cases.append(caseId, null, { at: opened, actor, command, rearms, events: before });
    office.at(listed);
    const learned = [{ type: 'HolidayListsLearned' as const, to: 2026 }];
    const state = (await cases.refresh(caseId))!;
    await cases.append(caseId, state, {
      at: listed,
      actor,
      command: 'LearnHolidayLists',
      rearms: true,
      events: learned,
    });
    await cases.refresh(caseId);
    await deskOf(office).readCase(caseId);
  });

  it('a repetition that the conclusion ends before its next time', async () => {
    const [, desk] = await officeHead();
    const sources = [{ kind: 'zhanjiang-assigned' }];
    const caseId = await desk.open({ title: '交办', sources, level: 'blue', unit: 'food' });
    await desk.give(caseId, concluding(leizhou.duties.map(({ id }) => ({ duty: id }))));
    await desk.readCase(caseId);
  });

  it('orders in every state, what a body outside lets go, and a conclusion that waits for a second person', async () => {
    const [office, head] = await officeHead();
    const caseId = await playOrders(office, head);
    await head.readCase(caseId);
    await head.readList();
    const agree = office.as('chiefLeader')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'ApproveConclusion',
    });
    note('POST /v1/cases/{case}/commands', await agree);
    await head.readCase(caseId);
  });

  it('instants in doubt, and entries that wait for a word', async () => {
    await playDoubts(officeHead);
    const [office, head] = await officeHead();
    await head.readCase(caseOf(note('POST /v1/feeds/{feed}/items', await pushDoubts(office))));
    for (const id of ['day', 'old']) await head.readItem(id);
  });

  it('a text to nobody, told by telephone', async () => {
    const [office, desk] = await officeHead();
    const told = await office.push([grave('a', { flags: ['secret'] })]);
    note('POST /v1/feeds/{feed}/items', told);
    const { caseId = '' } = (await office.system.items.find('demo', 'a'))!;
    await desk.readCase(caseId);
    await desk.get('GET /v1/cases/{case}/reads', `/v1/cases/${caseId}/reads`);
    note('GET /v1/cases', await office.as('dutyOfficer')('GET', '/v1/cases'));
  });

  it('texts in every state, and what the gateway says of them', () => textsInEveryState(note));

  it('what was turned away, by a feed, by the office, and with its record cut off', async () => {
    const table = createMemoryTable();
    const office = await createOffice({ table });
    await office.push([{}]);
    await office.push([], { feed: '没有#的' });
    await office.as('dutyOfficer')('POST', '/v1/cases', {});
    await table.increment({ pk: 'REFUSED#2026-03-02', sk: '00:07#INVALID#demo' }, 'count');
    const told = await deskOf(office).get('GET /v1/refusals', '/v1/refusals');
    expect(told.body).toMatchObject({
      day: '2026-03-02',
      refusals: expect.arrayContaining([
        expect.objectContaining({ code: 'ITEM_INVALID', feed: 'demo', minute: '2026-03-02T08:00:00+08:00' }),
        expect.objectContaining({ code: 'INVALID', feed: null, count: 1 }),
        { code: 'INVALID', feed: 'demo', minute: '2026-03-02T08:07:00+08:00', count: 1, last: null },
      ]),
    });
  });

  it.each(Object.entries(IN_EVERY_WAY))('%s', (_, play) => play({ deskOf, note, officeHead }));
});

/** Whoever opens a case or takes an item in states them; the log and the record would let them be left out. */
const ALWAYS_STATED = ['.instants.detectedAt left out', '.source.receivedAt null'];
it.each(Object.keys(REPLIES) as Route[])('%s allows nothing that never comes', (route) => {
  // An opening answers the case, which is asked for in all its ways, and says more.
  const known = route === 'POST /v1/cases' ? seen.allowed(REPLIES['GET /v1/cases/{case}']) : ALWAYS_STATED;
  expect(seen.unseen(REPLIES[route]).filter((way) => !known.includes(way))).toEqual([]);
});
