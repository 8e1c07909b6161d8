import type { LogEntry } from './events.ts';
import { evolve } from './evolve.ts';
import type { CaseState } from './state.ts';

/** The how-manieth of a case's executions, and at which level it keeps the clocks. */
export interface Generation {
  generation: number;
  level: string;
}

/** Of each generation that an entry of this log left the case with, oldest first. */
export const generationsIn = (log: readonly LogEntry[]): Generation[] => {
  const levels = new Map<number, string>();
  let state: CaseState | null = null;
  for (const entry of log) {
    state = evolve(state, entry);
    levels.set(state.generation, state.handlingLevel);
  }
  return [...levels].map(([generation, level]) => ({ generation, level }));
};
