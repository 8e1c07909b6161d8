import { describe, expect, it } from 'vitest';
import type { HandOver } from '../../shared/case/events.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { caseIn } from '../support/told.ts';
import { createLine, type Line, type Way } from './line.ts';
import { numberOf, openYellow } from './phones.ts';

const START = '2026-03-02T02:00:00.000Z';
const on = (hours: number, seconds = 0): string =>
  new Date(Date.parse(START) + (hours * 3600 + seconds) * 1000).toISOString();
const FIRST = { level: 'orange', instants: { occurredAt: START } };

const openAll = async (line: Line, count: number): Promise<string[]> => {
  const cases: string[] = [];
  for (let n = 0; n < count; n += 1)
    cases.push(await openYellow(line.office(), `k${n}`, n === 0 ? FIRST : { level: 'orange' }));
  for (const caseId of cases) await line.office().notify(caseId);
  return cases;
};
/** Opens so many cases with a gateway that is down from that second on. */
const down = async (way: Way, count = 1): Promise<{ line: Line; cases: string[] }> => {
  const line = await createLine(way);
  line.office().at(START);
  line.setDown(true);
  const cases = await openAll(line, count);
  await line.runTo(START);
  return { line, cases };
};
const textsTo = ({ taken }: Line, mobile: string): string[] =>
  taken.filter(({ to }) => to === mobile).map(({ text }) => text);
const handOversOf = async (line: Line, caseId: string): Promise<HandOver[]> =>
  (await line.office().system.cases.log(caseId)).flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'NoticesHandedOver' ? event.handOvers : [])),
  );
const HEAD = numberOf('officeHead');

describe.each<Way>(['direct', 'bridged'])('a gateway that was down, %s', (way) => {
  it.each([
    ['1 hour', on(1)],
    ['12 hours', on(12)],
    ['a second less than 72 hours', on(71, 3599)],
    ['72 hours', on(72)],
  ])('for %s: each person gets one text for all, and the tasks end', async (_, back) => {
    const { line, cases } = await down(way);
    await line.runTo(new Date(Date.parse(back) - 1).toISOString());
    expect(line.taken).toEqual([]);
    const [caseId] = cases;
    const asked = Object.keys((await line.stateOf(caseId!)).telephoneTasks);
    expect(asked.length).toBeGreaterThan(0);
    line.setDown(false);
    line.office().at(back);
    await line.runTo(new Date(Date.parse(back) + 20 * 60_000).toISOString());
    const head = textsTo(line, HEAD);
    expect(head).toHaveLength(1);
    expect(head[0]).toMatch(/短信中断漏发\d+项,最早时限3月4日10时(\(已过\))?:LZ2026-0001\(橙\)/);
    expect(head[0]!.includes('已过')).toBe(back > on(48));
    for (const { to } of line.taken) expect(textsTo(line, to)).toHaveLength(1);
    const state = await line.stateOf(caseId!);
    expect([state.pendingNotices, state.telephoneTasks]).toEqual([{}, {}]);
    await line.office().sweep();
    const sent = line.taken.length;
    await line.runTo(new Date(Date.parse(back) + 40 * 60_000).toISOString());
    expect(line.taken).toHaveLength(sent);
  });

  it('for 72 hours and a second: nothing is sent any more, who is to be called still is, and the file says why', async () => {
    const { line, cases } = await down(way);
    const [caseId] = cases;
    await line.runTo(on(72));
    line.setDown(false);
    line.office().at(on(72, 1));
    await line.runTo(on(72, 1200));
    expect(textsTo(line, HEAD)).toEqual([]);
    const state = await line.stateOf(caseId!);
    expect(state.pendingNotices).toEqual({});
    const tasks = Object.values(state.telephoneTasks);
    expect(tasks.map(({ role }) => role)).toContain('officeHead');
    for (const { givenUp } of tasks) expect(givenUp).toBe(on(72));
    const given = (await handOversOf(line, caseId!)).filter(({ status }) => status === 'givenUp');
    expect(new Set(given.map(({ detail }) => detail))).toEqual(
      new Set([way === 'direct' ? '短信网关一直未接收' : '短信网关答复503']),
    );
    expect(line.office().problems).toContain(`${caseId} text`);
    const view = caseIn(await line.office().as('dutyOfficer')('GET', `/v1/cases/${caseId}`));
    expect(view.telephoneTasks[0]!.text).toMatchObject({ state: 'givenUp', retriedUntil: null });
    expect(view.telephoneTasks[0]!.text!.stateText).toMatch(/^短信未送出\(短信网关.+\),不再补发$/);
    // Whoever is on duty is asked to call, and again an hour after he has read it.
    await line.office().sweep();
    await line.runTo(on(73));
    expect(textsTo(line, numberOf('dutyOfficer'))).toEqual([
      `【雷州市监】有${tasks.filter(({ role }) => role !== 'dutyOfficer').length}条短信未送达,请立即登录查看名单并电话告知。`,
    ]);
  });

  it('of 30 cases, over a restart: one text a person, by which limit ends first', async () => {
    const { line, cases } = await down(way, 30);
    await line.runTo(on(1));
    await line.restart();
    line.office().at(on(12));
    await line.runTo(on(12, 60));
    expect(line.taken).toEqual([]);
    line.setDown(false);
    await line.restart();
    await line.runTo(on(12, 1200));
    for (const { to } of line.taken) expect(textsTo(line, to)).toHaveLength(1);
    expect(textsTo(line, HEAD)[0]).toMatch(/漏发\d+项,最早时限3月4日10时:LZ2026-0001\(橙\)/);
    for (const caseId of cases) {
      const { pendingNotices, telephoneTasks } = await line.stateOf(caseId);
      expect([pendingNotices, telephoneTasks]).toEqual([{}, {}]);
      // Each log holds its own part alone.
      for (const { to } of await handOversOf(line, caseId))
        for (const other of to?.text?.match(/LZ2026-\d{4}/g) ?? []) expect(other).toBe(caseId);
    }
  });

  it('while the process stood still beyond the 72 hours: it is given up, and not sent', async () => {
    const { line, cases } = await down(way);
    await line.runTo(on(1));
    await line.restart();
    line.setDown(false);
    line.office().at(on(72, 1));
    await line.office().sweep();
    await line.runTo(on(72, 60));
    expect(textsTo(line, HEAD)).toEqual([]);
    const given = (await handOversOf(line, cases[0]!)).filter(({ status }) => status === 'givenUp');
    expect(given.length).toBeGreaterThan(0);
  });

  it('is asked again at growing distances, at last four times an hour, and the log does not grow by it', async () => {
    const { line, cases } = await down(way);
    await line.runTo(on(1));
    const entries = (await line.office().system.cases.log(cases[0]!)).length;
    const numbers = new Set(
      (await handOversOf(line, cases[0]!)).flatMap(({ to }) => (to === undefined ? [] : [to.mobile])),
    ).size;
    const before = line.asked();
    await line.runTo(on(13));
    const tries = (line.asked() - before) / numbers / (way === 'direct' ? 1 : 3);
    expect(tries / 12).toBeGreaterThan(3.5);
    expect(tries / 12).toBeLessThan(6);
    expect(await line.office().system.cases.log(cases[0]!)).toHaveLength(entries);
  });

  it('does not tell what has been done meanwhile', async () => {
    const { line, cases } = await down(way);
    const [caseId] = cases;
    const pending = Object.values((await line.stateOf(caseId!)).pendingNotices);
    expect(pending.map(({ duty }) => duty)).toContain('publicResponse');
    for (const [role, command] of [
      ['deputyLeader', { type: 'RecordAction', action: 'statementApproved', text: '通报' }],
      [
        'officeHead',
        { type: 'RecordPublication', form: 'authoritative', title: '通报', link: 'https://example.com/a' },
      ],
    ] as const)
      await line.office().as(role)('POST', `/v1/cases/${caseId}/commands`, command);
    await line.runTo(on(1));
    line.setDown(false);
    await line.runTo(on(1, 1200));
    const told = (await handOversOf(line, caseId!)).filter(({ key }) => key.startsWith('publicResponse'));
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set(['failed', 'moot']));
    expect(textsTo(line, HEAD).join('')).not.toContain('3月4日10时');
  });
});

describe('of another bureau', () => {
  it.each<Way>(['direct', 'bridged'])('the same, %s', async (way) => {
    const line = await createLine(way, regulations.nanning!);
    line.office().at(START);
    line.setDown(true);
    const told = await line.office().as('officeHead')('POST', '/v1/cases', {
      title: '群众来电',
      sources: [{ kind: 'monitored' }],
      level: 'major',
      key: 'k',
    });
    const caseId = caseIn(told).case;
    await line.office().notify(caseId);
    await line.runTo(on(12));
    expect(line.taken).toEqual([]);
    line.setDown(false);
    await line.runTo(on(12, 1200));
    expect(line.taken.length).toBeGreaterThan(0);
    for (const { to, text } of line.taken) {
      expect(line.taken.filter((each) => each.to === to)).toHaveLength(1);
      expect(text).toContain('短信中断漏发');
    }
  });
});
