import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../../infra/local/definitions/load.ts';
import { exampleRoster } from '../../../infra/local/people.ts';
import { type Rehearsed, rehearse } from '../../../infra/local/rehearsal/run.ts';
import { readScenario, type Scenario } from '../../../infra/local/rehearsal/scenario.ts';
import type { CaseEvent, LogEntry } from '../../../shared/case/events.ts';
import { evolve } from '../../../shared/case/evolve.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import { isNumeric } from '../../../shared/deadlines/limits.ts';
import { ONE_PART } from '../../../shared/notices/render.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { tooClose } from '../../properties/nights/apart.ts';
import { tooOften, withoutReason } from '../../properties/nights/by-night.ts';
import { holdersIn, type Told, textsOf } from '../../properties/nights/texts-of-run.ts';
import { untold } from '../../properties/nights/told-in-time.ts';
import { firstBreak } from '../../records/log/first-break.ts';
import { momentsBeside, momentsOfAll, readExpected } from './moments.ts';

const folder = fileURLToPath(new URL('../../../rehearsals', import.meta.url));
const names = globSync('*.json', { cwd: folder })
  .map((file) => basename(file, '.json'))
  .sort();
const expectedOf = (name: string): string[] =>
  readExpected(readFileSync(new URL(`./expected/${name}.txt`, import.meta.url), 'utf8'));

interface Played {
  scenario: Scenario;
  regulation: Regulation;
  run: Rehearsed;
  /** By the case's name in the scenario. */
  logs: Record<string, LogEntry[]>;
  states: CaseState[];
  /** The only case of most rehearsals, else the first. */
  log: LogEntry[];
  state: CaseState;
}
const play = async (name: string): Promise<Played> => {
  const path = `${folder}/${name}.json`;
  const scenario = readScenario(readFileSync(path, 'utf8'), path);
  const run = await rehearse(scenario, await loadDefinitions(scenario.bureau));
  const logs: Record<string, LogEntry[]> = {};
  const states: CaseState[] = [];
  for (const [own, caseId] of Object.entries(run.cases)) {
    logs[own] = await run.system.cases.log(caseId);
    states.push((await run.system.cases.load(caseId))!);
  }
  return {
    scenario,
    regulation: regulations[scenario.bureau]!,
    run,
    logs,
    states,
    log: Object.values(logs)[0]!,
    state: states[0]!,
  };
};
const eventsOf = (log: readonly LogEntry[]): CaseEvent[] => log.flatMap(({ events }) => events);
const isNumbered = ({ duties }: Regulation, id: string): boolean =>
  duties.find((duty) => duty.id === id)!.terms.some(({ limit }) => isNumeric(limit));
/** Every title and content that a scenario names. */
const contentsOf = ({ steps }: Scenario): string[] =>
  steps
    .flatMap((step) => {
      if ('open' in step) return [step.open.title];
      return 'push' in step ? step.push.items.flatMap(({ title, content }) => [title, content]) : [];
    })
    .filter((text) => typeof text === 'string');

describe.each(names)('%s', (name) => {
  let played: Played;
  beforeAll(async () => {
    played = await play(name);
  });

  it('keeps the timeline that the clauses give', () => {
    const { regulation, run, logs } = played;
    const moments = [...momentsOfAll(regulation, logs), ...momentsBeside(run)];
    expect(moments.sort()).toEqual(expectedOf(name));
  });

  it('sends short messages without a word of any item, and of a 涉密 case none that says anything', () => {
    const { run, scenario, state } = played;
    const messages = run.timeline.filter(({ kind }) => kind === 'sms').map(({ text }) => text);
    expect(messages.filter((text) => text.length > ONE_PART)).toEqual([]);
    const contents = contentsOf(scenario);
    expect(messages.filter((text) => contents.some((content) => text.includes(content)))).toEqual([]);
    if (state.flags.includes('secret'))
      expect([...new Set(messages)]).toEqual([
        expect.stringMatching(/^【.{2,12}】有一件急件,请立即到办公室办理。$/),
      ]);
    else expect(messages.length).toBeGreaterThan(0);
  });

  it('hands each message over once', () => {
    const { run, logs, states } = played;
    const handOversOf = (log: readonly LogEntry[]) =>
      eventsOf(log).flatMap((event) => (event.type === 'NoticesHandedOver' ? event.handOvers : []));
    for (const [index, log] of Object.values(logs).entries()) {
      const handOvers = handOversOf(log);
      const own = handOvers.map(({ key, status, to }) => `${key} ${status} ${to?.address} ${to?.tries}`);
      expect(own).toEqual([...new Set(own)]);
      const made = eventsOf(log)
        .flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
        .filter(({ byTelephone }) => !byTelephone)
        .map(({ key }) => key);
      // What waits for a digest or the morning beyond the end of the scenario is handed over then.
      const waiting = Object.keys(states[index]!.pendingNotices);
      const keys = new Set([...handOvers.map(({ key }) => key), ...waiting]);
      expect(made.sort()).toEqual([...keys].sort());
    }
    // One text may carry several notices; each text that went out stands in some log.
    const handOvers = handOversOf(Object.values(logs).flat());
    const ids = new Set(handOvers.flatMap(({ to }) => to?.messageId ?? []));
    const sent = run.timeline.filter(({ kind, data }) => kind === 'sms' && data?.ofCase === true);
    expect(ids.size).toBe(sent.length);
  });

  it('tells of its limits in time, by night only what may ring, and no number twice within a minute', () => {
    const { run, scenario, logs } = played;
    const { regulation } = run.system;
    const told: Told = {
      regulation,
      logs: Object.values(logs),
      texts: textsOf(run.timeline, Object.values(logs)),
      end: Date.parse(scenario.until),
      holdersOf: holdersIn(regulation, exampleRoster(regulation)),
    };
    expect(withoutReason(told).faults).toEqual([]);
    expect(tooOften(told)).toEqual([]);
    expect(tooClose(told.texts)).toEqual([]);
    // Nobody can be told while the gateway or the process is down, nor of a 涉密 case.
    const isHindered = scenario.steps.some((step) => 'fault' in step);
    if (!isHindered && !played.state.flags.includes('secret')) expect(untold(told).faults).toEqual([]);
  });

  it('calls only numbers of the law overdue, and numbers each order once', () => {
    const events = eventsOf(Object.values(played.logs).flat());
    const enforced = events.flatMap((event) =>
      event.type === 'DutyOverdue' || event.type === 'SupervisionOrderDrafted' ? (event.duty ?? []) : [],
    );
    expect(enforced.filter((duty) => !isNumbered(played.regulation, duty))).toEqual([]);
    const orders = events.flatMap((event) => (event.type === 'SupervisionOrderIssued' ? event.number : []));
    expect(orders).toEqual([...new Set(orders)]);
  });

  it('has an unbroken log, and a head that is nothing but its fold', async () => {
    const { logs, run, states } = played;
    for (const caseId of Object.values(run.cases))
      expect(firstBreak(await run.system.cases.evidence(caseId))).toBeNull();
    expect(Object.values(logs).map((log) => log.reduce<CaseState | null>(evolve, null))).toEqual(states);
  });

  it('leaves no clock running once the case is concluded, and none stopped before', () => {
    const { run, states } = played;
    if (states.some(({ status }) => status === 'open')) expect(run.timersLeft).toBeGreaterThan(0);
    else expect(run.timersLeft).toBe(0);
    expect(
      run.timeline.filter(({ text, data }) => data?.status === 'FAILED' || text.includes('计时程序故障')),
    ).toEqual([]);
  });
});

/** By whose number each went out: the chief's is that of the leading group's 组长, the same person. */
const messagesOf = ({ run }: Played) =>
  run.timeline
    .filter(({ kind }) => kind === 'sms')
    .map(({ at, data }) => ({
      at: at.slice(5, 16).replace('T', ' '),
      role: data?.role,
      template: data?.template,
      to: data?.to,
    }));

describe('a 常规 item that a leader of the bureau instructs on', () => {
  it('is pushed once to each leader, unit and clerk, and owes no report in ten days', async () => {
    const played = await play('routine-bureau-instruction');
    const routine = messagesOf(played).filter(({ template }) => template === 'SX16');
    expect(new Set(routine.map(({ at }) => at))).toEqual(new Set(['03-10 10:00']));
    expect(new Set(routine.map(({ to }) => to)).size).toBe(routine.length);
    expect(Map.groupBy(routine, ({ role }) => role)).toMatchObject(
      new Map([
        ['deputyLeader', expect.any(Array)],
        ['leadingGroup', [expect.objectContaining({ to: '局主要负责人(领导小组组长)' })]],
        ['unitLiaison', expect.any(Array)],
        ['dutyOfficer', expect.any(Array)],
      ]),
    );
    expect(played.state).toMatchObject({ warningLevel: 'routine', handlingLevel: 'blue' });
    expect(JSON.stringify(played.log)).not.toContain('zhanjiang');
  });
});

describe('an outage', () => {
  it('is silent while the gateway or the process is down, and makes up for it in one message each', async () => {
    const messages = messagesOf(await play('gateway-and-crash'));
    expect(
      messages.filter(({ at }) => at < '03-02 10:05' || (at > '03-02 19:50' && at < '03-02 22:50')),
    ).toEqual([]);
    expect(
      messages.filter(({ at }) => at === '03-02 22:50').map(({ role, template }) => [role, template]),
    ).toEqual([
      ['dutyOfficer', 'SX07'],
      ['officeHead', 'SX42'],
      ['deputyLeader', 'SX42'],
      ['leadingGroup', 'SX42'],
    ]);
  });
});

describe('a feed', () => {
  it('that tells a known story joins its case, and one that repeats itself changes nothing', async () => {
    const { run, state } = await play('pushed-item-grows');
    const notes = run.timeline.filter(({ text }) => text.startsWith('推送')).map(({ text }) => text);
    expect(notes).toEqual([
      '推送 a-1 已接收 初判一般舆情 → LZ2026-0001',
      '推送 b-77 已接收 初判一般舆情 → LZ2026-0001',
      '推送 a-1 已接收 初判敏感舆情 → LZ2026-0001',
      '推送 a-1 重复,不再处理 初判敏感舆情 → LZ2026-0001',
    ]);
    expect(state.items).toHaveLength(2);
  });
});
