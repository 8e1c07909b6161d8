import { templateOf, variablesOf } from './templates.ts';

/** One part of a UCS-2 message. */
export const ONE_PART = 70;
const CUT = '…';

export interface Message {
  templateId: string;
  /** Exactly those of the registered text; filled into it they give `text`. */
  variables: Record<string, string>;
  text: string;
}

type Variables = Record<string, string>;
/** Makes the variables shorter by `excess` characters, or by as much as may be. */
type Shorten = (variables: Variables, excess: number) => Variables;

const fill = (text: string, variables: Variables): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name] ?? '');

/** The beginning of a text, shorter by `excess`, but not below `least` characters and what shows the cut. */
const cut = (text: string, excess: number, least: number): string => {
  const kept = Math.max(least, text.length - excess - CUT.length);
  return kept + CUT.length >= text.length ? text : `${text.slice(0, kept)}${CUT}`;
};

/** What the widest of the gateways takes of one variable; only a link may be longer. */
export const LONGEST_VARIABLE = 35;
const forGateway = (variables: Variables): Variables => {
  const { left = '', duty = '', now = '', person = '', what = '' } = variables;
  return {
    ...(left.length > LONGEST_VARIABLE ? countLeft(variables, 0) : variables),
    ...(duty.length > LONGEST_VARIABLE ? { duty: cut(duty, duty.length - LONGEST_VARIABLE, 0) } : {}),
    ...(now.length > LONGEST_VARIABLE ? { now: cut(now, now.length - LONGEST_VARIABLE, 0) } : {}),
    ...(what.length > LONGEST_VARIABLE ? { what: cut(what, what.length - LONGEST_VARIABLE, 0) } : {}),
    ...(person.length > LONGEST_VARIABLE ? { person: cut(person, person.length - LONGEST_VARIABLE, 0) } : {}),
  };
};

/** A title that is cut to less says nothing. */
const LEAST_SUBJECT = 6;
const cutSubject: Shorten = (variables, excess) => {
  const { subject = '' } = variables;
  const shorter = `“${cut(subject.slice(1, -1), excess, LEAST_SUBJECT)}”`;
  return { ...variables, subject: subject.length - shorter.length >= excess ? shorter : '' };
};
/** The clause, and which entry of the log: both stand in the file. */
const withoutPlace: Shorten = (variables) => ({ ...variables, clause: '', act: '' });
/** Whose task it is stands in the file. */
const withoutOwner: Shorten = (variables) => ({ ...variables, owner: '' });
/** (尚缺局主要负责人、分管局领导) → (尚缺2方). */
const countLeft: Shorten = (variables) => ({
  ...variables,
  left: (variables.left ?? '').replace(
    /^\(尚缺(.*)\)$/,
    (_, who: string) => `(尚缺${who.split('、').length}方)`,
  ),
});
/** Who is not there is told by the case's log; that the text went up must be said. */
const shortWhy =
  (from: RegExp, to: string): Shorten =>
  (variables) => ({ ...variables, why: (variables.why ?? '').replace(from, to) });
const cutOf =
  (name: 'duty' | 'now' | 'person' | 'grader' | 'what', least: number): Shorten =>
  (variables, excess) => ({ ...variables, [name]: cut(variables[name] ?? '', excess, least) });
/** Of what else there is something is 立即. */
export const WITH_AT_ONCE = '(含急办)';
const plainMore: Shorten = (variables) => ({
  ...variables,
  more: (variables.more ?? '').replace(WITH_AT_ONCE, ''),
});
const shortNext: Shorten = (variables) => ({
  ...variables,
  next: (variables.next ?? '').replace('下一期', '下期').replace(/前$/, ''),
});
const withoutMore: Shorten = (variables) => ({ ...variables, more: '' });
const withoutNext: Shorten = (variables) => ({ ...variables, next: '' });

/** What gives way, in this order. The case's number, its level, the due instant and the beginning of the duty never do. */
const STEPS: readonly Shorten[] = [
  cutSubject,
  withoutPlace,
  cutOf('duty', 12),
  plainMore,
  cutOf('now', 15),
  countLeft,
  shortNext,
  shortWhy(/人可通知,/, '人,'),
  cutOf('duty', 8),
  cutOf('now', 11),
  withoutOwner,
  shortWhy(/^\(.*人,改发上一级\)$/, '(由你办)'),
  shortWhy(/^\(尚未转办,.*\)$/, '(尚未转办)'),
  cutOf('person', 4),
  cutOf('grader', 4),
  cutOf('what', 6),
  cutOf('duty', 2),
  withoutMore,
  withoutNext,
];

/**
 * Renders a message of at most 70 characters. Beyond that only goes what a switched-on link makes longer: a text of two parts
 * is told, one that is not sent is not. Throws for an unknown template.
 */
export const render = (name: string, variables: Readonly<Variables>): Message => {
  const { id, text } = templateOf(name);
  const names = variablesOf(text);
  const excessOf = (each: Variables): number => fill(text, each).length - ONE_PART;
  const fitted = STEPS.reduce<Variables>(
    (each, shorten) => (excessOf(each) > 0 ? shorten(each, excessOf(each)) : each),
    forGateway(Object.fromEntries(names.map((each) => [each, variables[each] ?? '']))),
  );
  const told = Object.fromEntries(names.map((each) => [each, fitted[each] ?? '']));
  return { templateId: id, variables: told, text: fill(text, told) };
};
