import type { CaseState } from '../../shared/case/state.ts';
import type { OfficeCommand } from '../../shared/contracts/commands.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { recipientsOf } from '../../shared/notices/recipients.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import type { ItemRecord } from '../../shared/records/items.ts';
import { EntryUnreadable } from '../../shared/records/log/chain.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { refuseGiver } from '../../shared/rules/decide.ts';
import { whoIs } from '../../shared/rules/persons.ts';
import {
  type Reading,
  readsAll,
  readsOf,
  refuseCase,
  refuseReading,
} from '../../shared/rules/reading/cases.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import type { HttpEvent } from '../http.ts';
import type { createActorOf } from './actor.ts';

interface Dependencies {
  cases: Pick<Cases, 'load'>;
  rosters: Pick<Rosters, 'read'>;
  regulation: Regulation;
  actorOf: ReturnType<typeof createActorOf>;
}

/** Throws what the rules refuse, as the HTTP API says it. */
export const throwIfRefused = (refusal: Refusal | undefined): void => {
  if (refusal !== undefined) throw new RequestError(refusal.code, refusal.message);
};

/** What somebody may see, from his token, the roster of this moment and the regulation's table. */
export const createSight = ({ cases, rosters, regulation, actorOf }: Dependencies) => {
  /** Whether a case is there for him. One that cannot be read is for whoever reads all: of no other it is known whether it is his. */
  const seesCase = async (reading: Reading, caseId: string): Promise<boolean> => {
    try {
      const state = await cases.load(caseId);
      return state !== null && refuseCase(reading, state) === undefined;
    } catch (error) {
      if (!(error instanceof EntryUnreadable)) throw error;
      return readsAll(reading);
    }
  };
  const find = async (reading: Reading, caseId: string): Promise<CaseState> => {
    const state = await cases.load(caseId).catch((error: unknown) => {
      if (error instanceof EntryUnreadable && !readsAll(reading)) throw new CaseNotFound(caseId);
      throw error;
    });
    if (state === null || refuseCase(reading, state)?.code === 'CASE_UNKNOWN') throw new CaseNotFound(caseId);
    return state;
  };
  return {
    /** Throws TOKEN_MISSING, TOKEN_INCOMPLETE (401). */
    readingOf: async (event: HttpEvent): Promise<Reading> => {
      const actor = actorOf(event);
      const roster = rosterIn(await rosters.read());
      const onDuty = recipientsOf(regulation, roster, regulation.onDuty, undefined)?.people ?? [];
      return { regulation, roster, who: whoIs(roster, actor), onDuty };
    },
    seesCase,
    /** Whether it cannot be shown to anybody: an entry of it cannot be read, or there is none. */
    isLost: async (caseId: string): Promise<boolean> => {
      try {
        return (await cases.load(caseId)) === null;
      } catch (error) {
        if (error instanceof EntryUnreadable) return true;
        throw error;
      }
    },
    /** An item is its case's, else its unit's. */
    seesItem: (reading: Reading, { caseId, unit }: Pick<ItemRecord, 'caseId' | 'unit'>): Promise<boolean> =>
      caseId === undefined ? Promise.resolve(readsOf(reading, unit)) : seesCase(reading, caseId),
    /**
     * The case. Rights are asked before it is looked for. Throws CaseNotFound, also where he may not know that it is there, and
     * NOT_YOURS_TO_READ, NOT_YOUR_UNIT (403).
     */
    readCase: async (reading: Reading, caseId: string): Promise<CaseState> => {
      throwIfRefused(refuseReading(reading, 'ReadCases'));
      const state = await find(reading, caseId);
      throwIfRefused(refuseCase(reading, state));
      return state;
    },
    /**
     * The case that a command is for. Throws, where it is not his to give there, what the rules refuse him with, and only then
     * CaseNotFound.
     */
    caseFor: async (reading: Reading, caseId: string, command: OfficeCommand): Promise<CaseState> => {
      const refuse = (state: CaseState | null): void =>
        throwIfRefused(refuseGiver({ ...reading, actor: reading.who.actor }, state, command));
      const state = await find(reading, caseId).catch((error: unknown) => {
        if (error instanceof CaseNotFound) refuse(null);
        throw error;
      });
      refuse(state);
      throwIfRefused(refuseCase(reading, state));
      return state;
    },
  };
};
export type Sight = ReturnType<typeof createSight>;
