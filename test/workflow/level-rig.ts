import type { AslDefinition } from '../../infra/local/asl.ts';
import { loadDefinitions } from '../../infra/local/definitions/load.ts';
import {
  type Change,
  type Clock,
  EnforceInput,
  NO_CLOCK,
  ScheduleInput,
  type ScheduleOutput,
  WatchInput,
} from '../../shared/contracts/workflow.ts';
import { clockedDuties } from '../../shared/deadlines/clocks.ts';
import { clockedLevels } from '../../shared/regulations/lookup.ts';
import { createRig, instant } from '../infra/local/support.ts';
import { leizhou } from '../support/bureaus.ts';

export const definitions = await loadDefinitions('leizhou');
export const levels = clockedLevels(leizhou).map(({ id }) => id);
export const definitionOf = (level: string): AslDefinition => definitions[`leizhou-${level}`]!;
export const dutiesOf = (level: string): string[] => clockedDuties(leizhou, level).map(({ duty }) => duty.id);

/** The key of the branch for all other duties, among those of the duties. */
export const OTHERS = 'others';

export const CASE = 'C2026-0001';
/** A clock that falls `seconds` after the start. */
export const clockAt = (stage: Clock['stage'], seconds: number, more: Partial<Clock> = {}): Clock => ({
  stage,
  at: instant(seconds),
  occurrence: '1',
  index: 0,
  due: instant(seconds),
  ...more,
});

/** A schedule, also one whose outcome no machine knows. */
type Said = Partial<Omit<ScheduleOutput, 'outcome'>> & { outcome?: string };
export interface Script {
  /** What a schedule says beside its input; the duties that it leaves out have nothing to wait for. */
  schedule?: (input: ScheduleInput, call: number) => Said;
  watch?: (input: WatchInput, call: number) => unknown;
  enforce?: (input: EnforceInput, call: number) => Clock;
  archive?: () => unknown;
  transfer?: () => unknown;
  fault?: () => unknown;
}

/** A level's real machine on a virtual clock, with functions that do what the script says. */
export const createLevelRig = (level: string, script: Script = {}) => {
  const nothing = Object.fromEntries(dutiesOf(level).map((duty) => [duty, NO_CLOCK]));
  const schedule = (input: ScheduleInput, call: number) => {
    const said = script.schedule?.(input, call) ?? {};
    return {
      ...input,
      schedules: input.schedules + 1,
      enforcedBefore: Math.max(0, input.enforcedBefore),
      outcome: 'handle',
      version: call,
      ...said,
      duties: { ...nothing, ...said.duties },
      others: said.others ?? NO_CLOCK,
    };
  };
  const rig = createRig(definitionOf(level), {
    'leizhou-schedule-duties': (payload, call) => schedule(ScheduleInput.parse(payload), call),
    'leizhou-watch-case': (payload, call) => script.watch?.(WatchInput.parse(payload), call) ?? null,
    'leizhou-enforce-duty': (payload, call) =>
      script.enforce?.(EnforceInput.parse(payload), call) ?? NO_CLOCK,
    'leizhou-archive-case': script.archive ?? (() => ({ status: 'archived' })),
    'leizhou-transfer-case': script.transfer ?? (() => null),
    'leizhou-report-fault': script.fault ?? (() => null),
  });
  const callsOf = (name: string) =>
    rig.calls
      .filter(({ functionName }) => functionName === `leizhou-${name}`)
      .map(({ payload, at }) => ({ payload: payload as Record<string, unknown>, at }));
  const input = { caseId: CASE, level, generation: 3 };
  return {
    ...rig,
    callsOf,
    run: () => rig.start(input),
    async signal(change: Change | string) {
      const { token } = callsOf('watch-case').at(-1)!.payload as { token: string };
      rig.engine.sendTaskSuccess(token, { change });
      await rig.engine.idle();
    },
  };
};
export type LevelRig = ReturnType<typeof createLevelRig>;
