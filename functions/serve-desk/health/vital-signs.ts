import type { ClocksHealth, HealthReply } from '../../../shared/contracts/replies/health.ts';
import type { Signs, Sweep } from '../../../shared/records/register/signs.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Workflows } from '../../../shared/workflows/executions.ts';
import { createReplyParts } from '../../reply-parts.ts';

export interface VitalDependencies {
  signs: Signs;
  workflows: Pick<Workflows, 'isUp'>;
  regulation: Regulation;
  now: () => string;
  isIssuerUp?: () => Promise<boolean>;
}

/** Store, clocks and issuer are asked so often at most: anybody may ask for the health. */
const ASKED_EVERY_MILLISECONDS = 10_000;
/** Three sweeps as they come on AWS (infra/constructs/sweep-schedule.ts) have not come: `sweep-silent` says the same. */
const UNATTENDED_AFTER_MILLISECONDS = 15 * 60_000;

/** What was found when it was asked last. */
interface Found {
  clocks: ClocksHealth;
  sweep: Sweep | undefined;
  isLoginUp: boolean | undefined;
}
interface Asked {
  at: number;
  answer: Promise<Found>;
}

const isLongAgo = (instant: string, at: string, tolerated = 0): boolean =>
  Date.parse(at) - Date.parse(instant) > UNATTENDED_AFTER_MILLISECONDS + tolerated;

const clocksHealth = (
  at: string,
  { isUp, sweep, unsweptSince }: { isUp: boolean; sweep: Sweep | undefined; unsweptSince: string },
): ClocksHealth => {
  if (!isUp) return 'unreachable';
  if (sweep === undefined) return isLongAgo(unsweptSince, at) ? 'unattended' : 'starting';
  // It is counted from its end.
  return isLongAgo(sweep.at, at, sweep.milliseconds) ? 'unattended' : 'ok';
};

/**
 * Well is who can write down something and read it again, whose clocks are looked after, and whose executions can be asked for;
 * not who can log in: pushes and clocks go on without. Throws StoreUnavailable (503) while the store takes nothing.
 */
export const createVitalSigns = ({ signs, workflows, regulation, now, isIssuerUp }: VitalDependencies) => {
  let last: Asked | undefined;
  const ask = async (at: string): Promise<Found> => {
    const unsweptSince = await signs.probe(at);
    const [sweep, isUp, isLoginUp] = await Promise.all([signs.lastSweep(), workflows.isUp(), isIssuerUp?.()]);
    if (sweep === undefined && unsweptSince === undefined) await signs.noteUnswept(at);
    return { clocks: clocksHealth(at, { isUp, sweep, unsweptSince: unsweptSince ?? at }), sweep, isLoginUp };
  };
  /** The health as anybody is told it, and the sweep that it rests on. */
  return async (): Promise<{ health: HealthReply; sweep: Sweep | undefined }> => {
    const at = now();
    const isFresh = last !== undefined && Math.abs(Date.parse(at) - last.at) < ASKED_EVERY_MILLISECONDS;
    if (last === undefined || !isFresh) last = { at: Date.parse(at), answer: ask(at) };
    const { clocks, sweep, isLoginUp } = await last.answer;
    const isWell = clocks === 'ok' || clocks === 'starting';
    const health: HealthReply = {
      status: isWell ? 'ok' : 'degraded',
      bureau: regulation.bureau,
      time: createReplyParts(regulation).time(at),
      store: 'ok',
      clocks,
      ...(isLoginUp === undefined ? {} : { login: isLoginUp ? 'ok' : 'unreachable' }),
    };
    return { health, sweep };
  };
};
export type VitalSigns = ReturnType<typeof createVitalSigns>;
