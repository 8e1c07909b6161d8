import { replay } from '../../shared/case/evolve.ts';
import { type CaseState, isSecret } from '../../shared/case/state.ts';
import type { Kept } from '../../shared/records/answers.ts';
import type { Cases } from '../../shared/records/cases.ts';
import type { Rosters } from '../../shared/records/roster.ts';
import { type Reading, refuseReading } from '../../shared/rules/reading/cases.ts';
import type { Told } from './once.ts';
import { showCase } from './reading.ts';
import { showRoster } from './roster.ts';
import { type Sight, throwIfRefused } from './sight.ts';

interface Dependencies {
  cases: Cases;
  rosters: Rosters;
  sight: Sight;
}

/** The answer for a case as it stood at `at`, to `reading`; `notes`: what counts otherwise than it was written; `suspects`: the
 * cases that he may know of, of those that its items are suspected to belong to. */
export const caseTold = (
  { status, at, notes = [] }: { status: number; at: string; notes?: readonly string[] },
  state: CaseState,
  reading: Reading,
  suspects?: ReadonlySet<string>,
): Told => ({
  status,
  body: { ...showCase(state, at, reading, suspects), ...(notes.length === 0 ? {} : { notes }) },
});

/**
 * Makes an answer anew from what is kept of it: the case from its log, so that a text that was purged meanwhile reads as
 * purged; the roster from its version.
 */
export const createRetell =
  ({ cases, rosters, sight }: Dependencies) =>
  async (
    { kept, caseId }: { kept: Kept; caseId: string },
    reading: Reading,
    notesOn: (state: CaseState) => string[],
  ): Promise<Told> => {
    if (kept.is === 'refused') {
      // A refusal quotes what it refused, perhaps before the case was marked.
      const state = caseId === '' ? null : await cases.load(caseId);
      const isHidden = state !== null && isSecret(state);
      return { code: kept.code, message: isHidden ? '本案涉密,当时的答复不再显示' : kept.message };
    }
    if (kept.is === 'roster') {
      throwIfRefused(refuseReading(reading, 'ReadRoster'));
      return { status: 200, body: showRoster(reading, await rosters.at(kept.version)) };
    }
    // He may have lost sight of it since.
    await sight.readCase(reading, kept.caseId);
    const entries = (await cases.log(kept.caseId)).slice(0, kept.version);
    if (kept.is === 'refusedInLog') {
      const refused = entries.at(-1)?.events.find(({ type }) => type === 'CommandRefused');
      return { code: kept.code, message: refused?.type === 'CommandRefused' ? refused.message : '' };
    }
    const state = replay(entries)!;
    const suspects = await sight.suspectsSeen(reading, state);
    return caseTold({ ...kept, notes: notesOn(state) }, state, reading, suspects);
  };
