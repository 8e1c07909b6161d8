import type { CaseState } from '../../case/state.ts';
import { SYSTEM_ACTOR } from '../office.ts';
import type { ItemDependencies } from '../take-item.ts';
import type { Merging } from './merging.ts';

type Dependencies = Pick<ItemDependencies, 'cases' | 'office'> & { merging: Pick<Merging, 'finish'> };
type Done = NonNullable<CaseState['takenOver'][number]['done']>[number];

/** What was taken back in the case that goes on, of those that were merged into it. */
const takenBack = ({ takenOver }: CaseState): Done[] =>
  takenOver.flatMap(({ done = [] }) => done.filter(({ withdrawn }) => withdrawn !== undefined));

/**
 * What is left to do about a merge once somebody has decided: the log that was not written when a process died, the proposal that is
 * void, and the log of the case that ended, where what it tells was taken back. Each is a repeat once it is done.
 */
export const createTendMerges = ({ cases, merging, office }: Dependencies) => {
  /** Finishes a merge that was cut off; ends a proposal into a case that has ended itself. */
  const proposed = async (caseId: string): Promise<void> => {
    const done = await merging.finish(caseId);
    if (done?.state.mergedInto) return;
    const from = await cases.load(caseId);
    const other = from?.merging ? await cases.load(from.merging.into) : null;
    if (from === null || other === null) return;
    const lapse = { type: 'LapseMerge', other } as const;
    const { events } = await office.consult(from, SYSTEM_ACTOR, lapse);
    if (events.length > 0) await office.carryOut(caseId, SYSTEM_ACTOR, lapse);
  };

  /** All that were merged into the case, also by way of others. */
  const mergedInto = async ({ takenOver }: CaseState): Promise<CaseState[]> => {
    const own = await Promise.all(takenOver.map(({ case: of }) => cases.load(of)));
    const known = own.filter((each) => each !== null);
    const further = await Promise.all(known.map(mergedInto));
    return [...known, ...further.flat()];
  };

  /** Says in every log that has it what was taken back in the case that goes on, by whoever did it. */
  const tellBack = async (state: CaseState): Promise<void> => {
    const acts = takenBack(state);
    if (acts.length === 0) return;
    for (const other of await mergedInto(state))
      for (const { case: of, act, withdrawn } of acts) {
        const { by, reason } = withdrawn!;
        const command = { type: 'TakeBack', act, of, reason, into: state.caseId } as const;
        const { events } = await office.consult(other, by, command);
        if (events.length > 0) await office.carryOut(other.caseId, by, command);
      }
  };

  return {
    tellBack,
    /** For the sweep: what a crash has left, or time has overtaken. */
    tend: async (state: CaseState): Promise<void> => {
      if (state.merging !== null) await proposed(state.caseId);
      await tellBack(state);
    },
  };
};
export type TendMerges = ReturnType<typeof createTendMerges>;
