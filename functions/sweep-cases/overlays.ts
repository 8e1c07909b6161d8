import type { CaseState } from '../../shared/case/state.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/office/office.ts';
import type { Cases } from '../../shared/records/cases.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import { isStanding, levelOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';

interface Dependencies {
  cases: Cases;
  office: Office;
  onProblem: (what: string, error: unknown) => void;
}
/** An open matter whose level lays a flag over every other case (特护期). */
interface Period {
  caseId: string;
  name: string;
  flag: string;
}

const hasFlag = ({ flags }: Regulation, flag: string): boolean => flags.some(({ id }) => id === flag);

/**
 * 特护期 (附件2): while a matter of a level with `overlay` is open, every open case of 舆情 bears that flag. One sweep's
 * share: it is shown each open case (`note`), then puts the flags where they lack (`apply`). A flag is only ever added; a
 * person may take it off when the period is over.
 */
export const createOverlays = ({ cases, office, onProblem }: Dependencies) => {
  const periods: Period[] = [];
  const ordinary: { caseId: string; flags: readonly string[] }[] = [];

  const lay = async (caseId: string, period: Period): Promise<boolean> => {
    const state = await cases.load(caseId);
    if (state?.status !== 'open' || state.flags.includes(period.flag)) return false;
    // A case of an older version may not know the flag.
    if (!hasFlag(regulationOfCase(state), period.flag)) return false;
    const { entry } = await office.carryOut(caseId, SYSTEM_ACTOR, {
      type: 'ApplyOverlay',
      flag: period.flag,
      reason: `处于${period.name}(${period.caseId}),自动标记`,
    });
    return entry !== null;
  };

  return {
    note: (state: CaseState): void => {
      if (state.status !== 'open') return;
      const { caseId, flags, handlingLevel } = state;
      const regulation = regulationOfCase(state);
      const { name, overlay: flag } = levelOf(regulation, handlingLevel);
      if (flag !== undefined) periods.push({ caseId, name, flag });
      else if (!isStanding(regulation, handlingLevel)) ordinary.push({ caseId, flags });
    },
    /** Whether such a matter is open. */
    isSpecial: (): boolean => periods.length > 0,
    /** Returns the cases that got a flag. One that fails is told and tried again by the next sweep. */
    apply: async (): Promise<string[]> => {
      const laid: string[] = [];
      for (const period of periods) {
        for (const { caseId, flags } of ordinary) {
          if (flags.includes(period.flag)) continue;
          try {
            if (await lay(caseId, period)) laid.push(caseId);
          } catch (error) {
            onProblem(caseId, error);
          }
        }
      }
      return laid;
    },
  };
};
export type Overlays = ReturnType<typeof createOverlays>;
