import { describe, expect, it } from 'vitest';
import type { AslState } from '../../infra/local/asl.ts';
import { createVirtualClock } from '../../infra/local/clock/virtual-clock.ts';
import { createEngine } from '../../infra/local/engine/engine.ts';
import { CONTRACT_VERSION } from '../../shared/contracts/workflow.ts';
import { clockedDuties } from '../../shared/deadlines/clocks.ts';
import { shortClause } from '../../shared/regulations/lookup.ts';
import {
  checkStateNames,
  clockStateNames,
  dutyStateNames,
  machineName,
} from '../../statemachines/state-names.ts';
import { leizhou } from '../support/bureaus.ts';
import { definitionOf, definitions, levels } from './level-rig.ts';

type States = [string, AslState][];
const statesOf = (states: Record<string, AslState>): States =>
  Object.entries(states).flatMap(
    ([name, state]): States => [
      [name, state],
      ...(state.Branches ?? []).flatMap((branch) => statesOf(branch.States)),
    ],
  );
/** The clauses as they are called where there is little room. */
const places = Object.keys(leizhou.clauses).map((clause) => shortClause(leizhou, clause));
const citedIn = (comment: string): string[] => /依据:([^。]+)/.exec(comment)?.[1]?.split(';') ?? [];

it('there is one machine for every level with clocks, with an ASCII name', () => {
  expect(Object.keys(definitions)).toEqual(levels.map((level) => `leizhou-${level}`));
  for (const name of Object.keys(definitions)) expect(name).toMatch(/^[A-Za-z-]{1,80}$/);
});

it('the machines are valid Amazon States Language', () => {
  expect(() =>
    createEngine({ definitions, clock: createVirtualClock(0), invoke: async () => null, validate: true }),
  ).not.toThrow();
});

describe.each(levels)('the machine of %s', (level) => {
  const all = statesOf(definitionOf(level).States);

  it('has state names that Step Functions takes', () => {
    expect(() => checkStateNames(all.map(([name]) => name))).not.toThrow();
  });

  it('says of every state on which clauses it rests', () => {
    for (const [name, { Comment }] of [...all, ['the machine', definitionOf(level)] as const]) {
      const cited = citedIn(String(Comment));
      expect(cited, name).not.toHaveLength(0);
      for (const clause of cited) expect(places, name).toContain(clause);
    }
  });

  it('has one branch for every duty with a clock, which cites its clauses and quotes one where it waits', () => {
    const branches = definitionOf(level).States.处置中!.Branches!;
    const clocked = clockedDuties(leizhou, level);
    // Beside them the watch, which comes first, and the branch for all others, which comes last.
    expect(branches).toHaveLength(clocked.length + 2);
    clocked.forEach((each, index) => {
      const { States } = branches[index + 1]!;
      const names = dutyStateNames(leizhou, each);
      expect(Object.keys(States).sort()).toEqual(Object.values(names).sort());
      expect(States[names.take]).toMatchObject({ Parameters: { 'clock.$': `$.duties.${each.duty.id}` } });
      for (const { Comment } of Object.values(States))
        expect(citedIn(String(Comment))).toEqual([
          ...new Set(each.term.cite.map((clause) => shortClause(leizhou, clause))),
        ]);
      const opening = leizhou.clauses[each.term.cite[0]!]!.replaceAll('\n', '').slice(0, 20);
      for (const wait of [names.waitToRemind, names.waitForDue, names.waitOverdue])
        expect(States[wait]!.Comment).toContain(opening);
    });
  });

  it('has a last branch for the duties without one, of the same shape, which cites the clauses of the level', () => {
    const { StartAt, States } = definitionOf(level).States.处置中!.Branches!.at(-1)!;
    const names = clockStateNames(leizhou, '其余职责', '等待时限');
    expect(StartAt).toBe(names.take);
    expect(Object.keys(States).sort()).toEqual(Object.values(names).sort());
    expect(States[names.take]!.Comment).toContain('其中本流程未单列的职责在此一并计时');
    const cite = citedIn(String(definitionOf(level).Comment));
    for (const { Comment } of Object.values(States)) expect(citedIn(String(Comment))).toEqual(cite);
    const one = definitionOf(level).States.处置中!.Branches![1]!;
    expect(Object.values(States).map(({ Type }) => Type)).toEqual(
      Object.values(one.States).map(({ Type }) => Type),
    );
  });

  it('remembers from its start which contract it speaks and which duties have a branch', () => {
    expect(definitionOf(level).States.开始!.Parameters).toMatchObject({
      contract: CONTRACT_VERSION,
      branches: clockedDuties(leizhou, level).map(({ duty }) => duty.id),
    });
  });

  it('gives every task retries without jitter and an explicit time-out', () => {
    for (const [name, state] of all.filter(([, { Type }]) => Type === 'Task')) {
      const isWatch = name === '等待案卷变更';
      expect(state.TimeoutSeconds, name).toBe(isWatch ? 86_400 : 60);
      expect(state.Retry, name).toEqual([
        {
          ErrorEquals: [isWatch ? 'States.TaskFailed' : 'States.ALL'],
          IntervalSeconds: 2,
          MaxAttempts: 6,
          BackoffRate: 2,
        },
      ]);
    }
  });

  it('catches every error outside the branches', () => {
    for (const [name, state] of Object.entries(definitionOf(level).States)) {
      if (state.Type !== 'Task' && state.Type !== 'Parallel') continue;
      const last = (state.Catch as { ErrorEquals: string[]; Next: string }[]).at(-1)!;
      expect(last.ErrorEquals).toEqual(['States.ALL']);
      expect(last.Next).toBe(name === '时钟故障' ? '时钟故障终止' : '时钟故障');
    }
  });
});

it('names the waits as the office reads them', () => {
  const states = statesOf(definitionOf('red').States).map(([name]) => name);
  expect(states).toEqual(
    expect.arrayContaining([
      '电话报告湛江市局·等待时限(3小时)',
      '发布权威信息·等待时限(5小时)',
      '每日书面报告·等待时限(每24小时)',
      '上报本局领导·立即办理',
    ]),
  );
});

it('refuses names that Step Functions or CloudWatch would not take', () => {
  expect(() => checkStateNames(['字'.repeat(80), '另一个'])).not.toThrow();
  expect(() => checkStateNames(['字'.repeat(81)])).toThrow('over 80');
  expect(() => checkStateNames(['同名', '同名'])).toThrow('同名');
  expect(machineName('leizhou', 'red')).toBe('leizhou-red');
  expect(() => machineName('雷州', 'red')).toThrow('雷州');
  expect(() => machineName('a'.repeat(80), 'red')).toThrow();
});
