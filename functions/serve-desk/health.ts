import type { HealthReply } from '../../shared/contracts/replies/bureau.ts';
import type { Table } from '../../shared/records/table.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { createReplyParts } from '../reply-parts.ts';

/** The store is asked so often at most: anybody may ask for the health. */
const ASKED_EVERY_MILLISECONDS = 10_000;
const PROBE = { pk: 'HEALTH', sk: 'HEALTH' };

interface Asked {
  at: number;
  answer: Promise<unknown>;
}

/** Well is who can write down something and read it again. Throws StoreUnavailable (503) while the store takes nothing. */
export const createHealth = ({
  table,
  regulation,
  now,
}: {
  table: Pick<Table, 'get' | 'set'>;
  regulation: Regulation;
  now: () => string;
}) => {
  let last: Asked | undefined;
  const ask = async (at: string): Promise<void> => {
    await table.set(PROBE, 'at', at);
    await table.get(PROBE);
  };
  return async (): Promise<HealthReply> => {
    const at = now();
    const isFresh = last !== undefined && Math.abs(Date.parse(at) - last.at) < ASKED_EVERY_MILLISECONDS;
    if (last === undefined || !isFresh) last = { at: Date.parse(at), answer: ask(at) };
    await last.answer;
    return { status: 'ok', bureau: regulation.bureau, time: createReplyParts(regulation).time(at) };
  };
};
