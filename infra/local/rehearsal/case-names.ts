import * as z from 'zod/mini';
import type { System } from '../../../functions/system.ts';
import { otherCaseFields } from '../../../shared/contracts/commands.ts';

/** Name in the scenario → case number. */
export type CaseNames = Record<string, string>;

/** The first letter after as many as there are cases that no case is called by. */
const nextLetter = (names: CaseNames): string => {
  let code = 65 + Object.keys(names).length;
  while (names[String.fromCharCode(code)] !== undefined) code += 1;
  return String.fromCharCode(code);
};

/** Remembers the case that a step opened or joined: by the name that the step gives, its own, or the next letter. */
export const nameCase = (names: CaseNames, caseId: string, name: string | undefined): void => {
  const known = Object.keys(names).find((each) => names[each] === caseId);
  names[name ?? known ?? nextLetter(names)] ??= caseId;
};

/**
 * A command as the API takes it: what a rehearsal calls a case becomes its number, in every field that names another case.
 * Throws an Error that names a case that the rehearsal does not have (yet), but of what is wrong on purpose.
 */
export const numbersFor = <T extends { type: string }>(
  names: CaseNames,
  command: T,
  { isMeantToBeRefused }: { isMeantToBeRefused: boolean },
): T => {
  const given: Record<string, unknown> = command;
  const numbers = otherCaseFields(command.type).flatMap((field) => {
    const name = given[field];
    if (typeof name !== 'string') return [];
    const number = names[name] ?? Object.values(names).find((each) => each === name);
    if (number === undefined && isMeantToBeRefused) return [];
    if (number === undefined)
      throw new Error(
        `${command.type} 的 ${field}:推演至此没有案卷“${name}”;已有:${Object.keys(names).join('、') || '无'}`,
      );
    return [[field, number] as const];
  });
  return { ...command, ...Object.fromEntries(numbers) };
};

const Detached = z.object({ detached: z.array(z.object({ case: z.nullable(z.string()) })) });
/** Names the cases that items which were taken out have got, by the answer to a command. */
export const nameDetached = (names: CaseNames, answer: unknown): void => {
  const { data } = Detached.safeParse(answer);
  for (const { case: own } of data?.detached ?? []) if (own !== null) nameCase(names, own, undefined);
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
