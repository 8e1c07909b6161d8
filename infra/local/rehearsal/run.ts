import { Temporal } from 'temporal-polyfill';
import type { System } from '../../../functions/system.ts';
import type { AslDefinition } from '../asl.ts';
import type { Engine } from '../engine/engine.ts';
import { type CaseNames, nameStandingCases } from './case-names.ts';
import type { Scenario } from './scenario.ts';
import { type Stage, type Substitutes, setStage } from './stage.ts';
import { perform } from './steps.ts';
import type { TimelineEntry } from './timeline.ts';

export interface Rehearsed {
  title: string;
  timeline: TimelineEntry[];
  cases: CaseNames;
  system: System;
  /** The first engine, and one more after each crash. */
  engines: readonly Engine[];
  /** Waits that were still armed at the end: none once every case is concluded. */
  timersLeft: number;
}

/** Moves the stage's clock, with a sweep every so many milliseconds. */
const createAdvance = ({ clock, bureau, cases, system, settled }: Stage, sweepMilliseconds: number) => {
  let nextSweep = clock.now() + sweepMilliseconds;
  return async (to: number): Promise<void> => {
    for (; nextSweep <= to; nextSweep += sweepMilliseconds) {
      await clock.advanceTo(Math.max(nextSweep, clock.now()), settled);
      await bureau.sweep();
      await settled();
      await nameStandingCases(cases, system.cases);
    }
    if (to > clock.now()) await clock.advanceTo(to, settled);
    await settled();
  };
};

/** Writes what the logs of all cases have gained since the last look. */
const follow = async ({ timeline, cases, system }: Stage): Promise<void> => {
  for (const caseId of new Set([...timeline.followed(), ...Object.values(cases)]))
    timeline.follow(caseId, await system.cases.log(caseId));
};

/**
 * Plays a scenario on a virtual clock, through the synthesized state machines and the real handlers, with the table in
 * memory. Nothing is sent. Throws when a step is refused that was not meant to be, or the other way round.
 */
export const rehearse = async (
  scenario: Scenario,
  definitions: Record<string, AslDefinition>,
  substitutes: Substitutes = {},
): Promise<Rehearsed> => {
  const stage = await setStage(scenario, definitions, substitutes);
  const { clock, timeline, bureau, system, cases, settled } = stage;
  const advance = createAdvance(stage, Temporal.Duration.from(scenario.sweepEvery).total('milliseconds'));
  for (const step of scenario.steps) {
    await advance(Date.parse(step.at));
    await perform(stage, step);
    await settled();
    await clock.advanceTo(clock.now(), settled);
    await follow(stage);
  }
  await advance(Date.parse(scenario.until));
  await follow(stage);
  const timersLeft = clock.pendingTimers();
  bureau.engine().stopAll();
  return {
    title: scenario.title,
    timeline: timeline.entries(),
    cases,
    system,
    engines: bureau.engines,
    timersLeft,
  };
};
