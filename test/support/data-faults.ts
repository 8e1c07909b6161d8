import { expect, it } from 'vitest';
import { checkText } from '../../infra/regulation-check/check-text.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { water } from './sixth-bureau.ts';

export type Change = (copy: Regulation) => void;
/** The invented bureau's data file after a change. */
export const fileAfter = (change: Change): string => {
  const copy = structuredClone(water);
  change(copy);
  return JSON.stringify(copy, null, 2);
};

/** `place` with its clauses as the message has them; `line`: what the named line of the file says. */
export type Fault = [what: string, change: Change, place: string, line: string, fault: string, mend: string];

const isSaidOf =
  (text: string, [, , place, line, fault, mend]: Fault) =>
  (message: string): boolean => {
    const [, number, said] = /^第(\d+)行第\d+列 ([\s\S]*)$/.exec(message) ?? [];
    const named = text.split('\n')[Number(number) - 1] ?? '';
    return said === `${place}:${fault};${mend}` && named.includes(line);
  };

/** Each change is found, with its line, clause, fault and mend. */
export const itFinds = (faults: readonly Fault[], among: 'errors' | 'hints' = 'errors'): void =>
  it.each(faults)('finds %s', (...fault) => {
    const text = fileAfter(fault[1]);
    const { [among]: found } = checkText(text);
    expect(found.filter(isSaidOf(text, fault)), `${found.join('\n')}\n`).toHaveLength(1);
  });

/** Each change is as good as the file before it. */
export const itTakes = (changes: readonly [what: string, change: Change][]): void =>
  it.each(changes)('takes %s', (_, change) => {
    const { errors, hints } = checkText(fileAfter(change));
    expect([...errors, ...hints]).toEqual([]);
  });

/** One of a list by its id. */
export const byId = <T extends { id: string }>(list: readonly T[], id: string): T =>
  list.find((each) => each.id === id)!;
export const dutyOf = (copy: Regulation, id: string) => byId(copy.duties, id);
export const termOf = (copy: Regulation, id: string, index = 0) => dutyOf(copy, id).terms[index]!;
export const authorityOf = (copy: Regulation, command: string) =>
  copy.authorities.find((each) => each.command === command)!;
/** Nobody may give this command any more. */
export const forbid = (copy: Regulation, ...commands: string[]): void => {
  copy.authorities = copy.authorities.filter(({ command }) => !commands.includes(command));
};
