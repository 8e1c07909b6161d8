import type { Level } from '../../../shared/regulations/schema.ts';
import type { MeasuredCase } from '../measure/measure-case.ts';
import { mean, sum, times, type Usage } from '../meter/usage.ts';
import type { Bill } from './bill.ts';

export interface CaseCost extends MeasuredCase {
  /** What the deployed sweeps use for this case while it is open. */
  sweeps: Usage;
  /** The case's own usage and the sweeps' together. */
  bill: Bill;
}
export interface LevelCost {
  id: string;
  /** With its colour where it has one, as the office calls it. */
  name: string;
  /** The rehearsals whose case was closed at this level: what the means are taken of. */
  rehearsals: string[];
  /** The sweeps' part is in it. */
  usage: Usage;
  perView: Usage;
  bill: Bill;
  lowest: number;
  highest: number;
}
type BillUsage = (usage: Usage) => Bill;

/** What a rehearsed case would cost where sweeps run so many times a day. */
export const costCase = (measured: MeasuredCase, sweepsPerDay: number, bill: BillUsage): CaseCost => {
  const sweeps = times(measured.perSweep, measured.days * sweepsPerDay);
  return { ...measured, sweeps, bill: bill(sum([measured.usage, sweeps])) };
};

/** The mean of the cases that were closed at a level, and between what it lies; null when there are none. */
export const costLevel = (
  { id, name, short, colour }: Level,
  cases: readonly CaseCost[],
  bill: BillUsage,
): LevelCost | null => {
  const closed = cases.filter(({ level, isClosed }) => level === id && isClosed);
  if (closed.length === 0) return null;
  const usage = mean(closed.map((each) => sum([each.usage, each.sweeps])));
  const amounts = closed.map(({ bill: { amount } }) => amount);
  return {
    id,
    name: colour === null ? name : `${short}色(${name})`,
    rehearsals: closed.map((each) => each.name),
    usage,
    perView: mean(closed.map(({ perView }) => perView)),
    bill: bill(usage),
    lowest: Math.min(...amounts),
    highest: Math.max(...amounts),
  };
};
