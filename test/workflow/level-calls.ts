import { expect } from 'vitest';
import * as z from 'zod/mini';
import { SECOND, START } from '../infra/local/support.ts';
import type { LevelRig } from './level-rig.ts';

export const secondsOf = (calls: { at: number }[]): number[] => calls.map(({ at }) => (at - START) / SECOND);
export const ended = (rig: LevelRig, arn: string) => {
  expect(rig.clock.pendingTimers()).toBe(0);
  return rig.engine.describeExecution(arn);
};
/** The schema of a payload that must hold nothing else. */
export const strict = <S extends z.core.$ZodLooseShape>({ shape }: { shape: S }) => z.strictObject(shape);
