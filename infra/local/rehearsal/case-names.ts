import type { System } from '../../../functions/system.ts';

/** Name in the scenario → case number. */
export type CaseNames = Record<string, string>;

const nextLetter = (names: CaseNames): string => String.fromCharCode(65 + Object.keys(names).length);

/** Remembers the case that a push opened or joined: by the name that the step gives, its own, or the next letter. */
export const nameCase = (names: CaseNames, caseId: string, name: string | undefined): void => {
  const known = Object.keys(names).find((each) => names[each] === caseId);
  names[name ?? known ?? nextLetter(names)] ??= caseId;
};

/** A case that the sweep opened by itself (定期工作) is called by its level. */
export const nameStandingCases = async (names: CaseNames, cases: System['cases']): Promise<void> => {
  const known = new Set(Object.values(names));
  for (const { caseId } of await cases.open()) {
    const state = known.has(caseId) ? null : await cases.load(caseId);
    if (state?.sources.length !== 0) continue;
    const again = Object.keys(names).filter((name) => name.startsWith(state.handlingLevel)).length;
    names[`${state.handlingLevel}${again === 0 ? '' : again + 1}`] = caseId;
  }
};
