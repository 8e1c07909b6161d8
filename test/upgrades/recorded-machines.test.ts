import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../infra/local/definitions/load.ts';
import { type Rehearsed, rehearse } from '../../infra/local/rehearsal/run.ts';
import { readScenario } from '../../infra/local/rehearsal/scenario.ts';
import {
  ArchiveInput,
  EnforceInput,
  FaultInput,
  ScheduleInput,
  TransferInput,
  WatchInput,
} from '../../shared/contracts/workflow.ts';
import { recordedContracts } from './fixtures.ts';
import { exists, pathsOfClock, pathsOfSchedule } from './paths.ts';
import type { Machines, TaskCall } from './rig.ts';
import { playStory } from './story.ts';

const SCENARIOS = [
  'blue-rises-to-yellow',
  'gateway-and-crash',
  'nobody-answers',
  'orange-calm-review',
  'red-found-late',
  'rekindled',
];
const play = async (name: string, machines: Machines): Promise<Rehearsed> => {
  const path = new URL(`../../rehearsals/${name}.json`, import.meta.url);
  return rehearse(readScenario(readFileSync(path, 'utf8'), name), machines);
};

const SCHEMAS = {
  'schedule-duties': ScheduleInput,
  'watch-case': WatchInput,
  'enforce-duty': EnforceInput,
  'transfer-case': TransferInput,
  'archive-case': ArchiveInput,
  'report-fault': FaultInput,
} as const;
const isOf = (name: keyof typeof SCHEMAS) => (call: TaskCall) => call.function === name;

/** Log versions count every entry, also such as no clock depends on. */
const withoutVersion = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'version' in value
    ? { ...value, version: undefined }
    : value;
/** Tasks that run at the same instant come in no order. */
const inOrder = (calls: TaskCall[]): TaskCall[] =>
  calls
    .map((call) => ({
      ...call,
      input: withoutVersion(call.input) as TaskCall['input'],
      output: withoutVersion(call.output),
    }))
    .map((call) => [`${call.at} ${call.function} ${JSON.stringify(call.input)}`, call] as const)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, call]) => call);

describe.each(recordedContracts)('a machine of contract $contract', ({ machines, executionInput, tasks }) => {
  it.each(SCENARIOS)('keeps the timeline of %s under the present functions', async (name) => {
    const present = await play(name, await loadDefinitions('leizhou'));
    const recorded = await play(name, machines);
    expect(recorded.timeline).toEqual(present.timeline);
    expect(recorded.timersLeft).toBe(present.timersLeft);
  });

  it('was recorded with every task and every reason to call it', () => {
    const reasons = tasks.map(({ function: name, input }) =>
      [name, input.reason, (input.clock as { stage?: string } | undefined)?.stage].filter(Boolean).join(' '),
    );
    expect([...new Set(reasons)].sort()).toEqual([
      'archive-case',
      'enforce-duty due',
      'enforce-duty overdue',
      'enforce-duty remind',
      'report-fault',
      'schedule-duties',
      'transfer-case history',
      'transfer-case level',
      'watch-case',
    ]);
  });

  it('sends what the present functions take', () => {
    for (const { function: name, input } of tasks) {
      const parsed = SCHEMAS[name as keyof typeof SCHEMAS].safeParse(input);
      expect(parsed.error, `${name} ${JSON.stringify(input)}`).toBeUndefined();
    }
  });

  describe('whose execution runs on', () => {
    let present: TaskCall[];
    beforeAll(async () => {
      present = await playStory(machines);
    });

    it('begins with the input that it always began with', () => {
      const { caseId, level, generation } = present[0]!.input;
      expect({ caseId, level, generation }).toEqual(executionInput);
    });

    it('is told by the present functions all that it was told before', () => {
      const [now, before] = [inOrder(present), inOrder(tasks)];
      expect(now.map(({ at, function: name, input }) => ({ at, name, input }))).toEqual(
        before.map(({ at, function: name, input }) => ({ at, name, input })),
      );
      now.forEach(({ output, function: name }, index) => {
        const { output: told } = before[index]!;
        if (typeof told !== 'object' || told === null) expect(output ?? null, name).toEqual(told ?? null);
        else expect(output, name).toMatchObject(told);
      });
    });

    it('finds everything that it reads in what they answer', () => {
      const schedules = present.filter(isOf('schedule-duties')).filter(({ output }) => output !== undefined);
      expect(schedules).not.toHaveLength(0);
      for (const { input, output } of schedules) {
        const paths = pathsOfSchedule(machines[`leizhou-${input.level}`]);
        expect(paths).toContain('$.duties.zhanjiangTelephone');
        expect(paths.filter((path) => !exists(output, path))).toEqual([]);
      }
      const clocks = pathsOfClock(machines['leizhou-orange']);
      expect(clocks).toContain('$.at');
      for (const { output } of present.filter(isOf('enforce-duty')))
        expect(clocks.filter((path) => !exists(output, path))).toEqual([]);
    });
  });
});
