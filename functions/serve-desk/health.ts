import type { HealthReply } from '../../shared/contracts/replies/bureau.ts';
import type { Table } from '../../shared/records/table.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { createReplyParts } from '../reply-parts.ts';

/** The store is asked so often at most: anybody may ask for the health. */
const ASKED_EVERY_MILLISECONDS = 10_000;
const PROBE = { pk: 'HEALTH', sk: 'HEALTH' };

interface Asked {
  at: number;
  answer: Promise<boolean | undefined>;
}

/**
 * Well is who can write down something and read it again, also while nobody can log in: pushes and clocks go on. Throws
 * StoreUnavailable (503) while the store takes nothing.
 */
export const createHealth = ({
  table,
  regulation,
  now,
  isIssuerUp,
}: {
  table: Pick<Table, 'get' | 'set'>;
  regulation: Regulation;
  now: () => string;
  isIssuerUp?: () => Promise<boolean>;
}) => {
  let last: Asked | undefined;
  const ask = async (at: string): Promise<boolean | undefined> => {
    await table.set(PROBE, 'at', at);
    await table.get(PROBE);
    return isIssuerUp?.();
  };
  return async (): Promise<HealthReply> => {
    const at = now();
    const isFresh = last !== undefined && Math.abs(Date.parse(at) - last.at) < ASKED_EVERY_MILLISECONDS;
    if (last === undefined || !isFresh) last = { at: Date.parse(at), answer: ask(at) };
    const isUp = await last.answer;
    const login = isUp === undefined ? {} : { login: isUp ? ('ok' as const) : ('unreachable' as const) };
    return { status: 'ok', bureau: regulation.bureau, time: createReplyParts(regulation).time(at), ...login };
  };
};
