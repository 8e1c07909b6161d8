import { CALLS_TO_OFFICE } from '../case/secret.ts';
import type { Regulation } from '../regulations/schema.ts';
import { linkOf, withoutAtOnce } from './phrases.ts';
import { type Message, render, WITH_AT_ONCE } from './render.ts';
import type { Part } from './words.ts';

/** What opens a case or hands it over comes before whatever else is said of it, but for what has passed. */
const FIRST = /^(opened|assigned)/;
const AT_ONCE: readonly string[] = [
  'openedAtOnce',
  'assignedAtOnce',
  'atOnce',
  'chase',
  'gradeFirstAtOnce',
  'gradeAskedBare',
  'releaseWarning',
];

/** The smaller the sooner: what has passed or ends within the hour, what is 立即, other limits by their ends, the rest in its order. */
const urgency = ({ due, ends, template }: Part): string => {
  if (due !== undefined && (ends === 'passed' || ends === 'soon')) return `0${due}`;
  if (due === undefined) return AT_ONCE.includes(template) ? '1' : '3';
  return `2${due}`;
};
const soonest = (parts: readonly Part[]): Part =>
  parts.reduce((best, each) => (urgency(each) < urgency(best) ? each : best));
/** Of several cases a limit comes before what has none. */
const earliest = (parts: readonly Part[]): Part => {
  const limits = parts.filter(({ due }) => due !== undefined);
  return limits.length === 0
    ? soonest(parts)
    : limits.reduce((best, each) => (each.due! < best.due! ? each : best));
};

const leading = (parts: readonly Part[]): Part => {
  const passed = parts.filter(({ ends }) => ends === 'passed');
  if (passed.length > 0) return soonest(passed);
  const first = parts.filter(({ template }) => FIRST.test(template));
  return soonest(first.length > 0 ? first : parts);
};

/** Of those that name the same duty and instant one counts. */
const distinct = (parts: readonly Part[]): number =>
  new Set(
    parts.map(({ caseId, template, duty, due }, index) =>
      duty === undefined ? `${index}#${template}` : `${caseId}#${duty}#${due ?? ''}`,
    ),
  ).size;

/** Whether a text that asks for something at once says no more than what the other asks for anyhow. */
const isAskedIn = ({ asks }: Part, { template, duty, occurrence }: Part): boolean =>
  template === 'atOnce' && asks === `${duty}#${occurrence}`;

/** What a text asks for at once, and whether its end was cut off. */
const ASKED_AT_ONCE = /立即([^;。…(]+)(…?)/g;
/** Whether a text that asks for something at once says no more than one that its person has just had. */
export const saysNothingNew = ({ caseId, template, variables }: Part, said: string): boolean =>
  template === 'atOnce' &&
  said.includes(`${caseId}(`) &&
  [...said.matchAll(ASKED_AT_ONCE)].some(([, asked, isCut]) =>
    isCut === '' ? variables.duty === asked : variables.duty?.startsWith(asked!) === true,
  );

/** While the level is only proposed nothing else is asked for. */
const ASKS_TO_GRADE = /^(openedGradeFirst|gradeFirst|gradeAsked)/;
/** What is said of several cases, by what their first text says. */
const severalOf = ({ template, due, ends, variables }: Part): string => {
  if (ASKS_TO_GRADE.test(template)) return template.includes('Above') ? 'severalAbove' : 'severalAtOnce';
  if (template.startsWith('gradeAwaited')) return 'severalBare';
  if (template.endsWith('Above')) return 'severalAbove';
  if (due !== undefined && variables.due !== undefined)
    return ends === 'passed' ? 'severalPassed' : 'several';
  return AT_ONCE.includes(template) ? 'severalAtOnce' : 'severalBare';
};
/** Of all cases the one whose limit or task comes first; its text names it. */
const ofSeveral = (
  parts: readonly Part[],
  kind: 'several' | 'digest' | 'retold',
): { lead: Part; template: string; said: Part['variables'] } => {
  const lead = earliest(parts);
  const { duty = '', due } = lead.variables;
  if (kind === 'several') {
    const template = severalOf(lead);
    const { grader = '' } = lead.variables;
    if (ASKS_TO_GRADE.test(lead.template))
      return { lead, template, said: { duty: '研判定级', clause: '', person: grader } };
    return { lead, template, said: { duty: template === 'several' ? duty : withoutAtOnce(duty) } };
  }
  if (lead.due === undefined || due === undefined) return { lead, template: `${kind}Bare`, said: {} };
  return { lead, template: kind, said: lead.ends === 'passed' ? { due: `${due}(已过)` } : {} };
};

const whyIn = (lead: Part, parts: readonly Part[]): string =>
  [lead, ...parts].map(({ variables }) => variables.why ?? '').find((why) => why !== '') ?? '';

/** Of what belongs to no case the numbers add up, and what is said of some is said of all. */
const counted = (parts: readonly Part[]): { count?: string; again?: string } => {
  const counts = parts.flatMap(({ variables: { count } }) => (count === undefined ? [] : Number(count)));
  const again = parts.find(({ variables }) => variables.again)?.variables.again;
  return {
    ...(counts.length === 0 ? {} : { count: String(counts.reduce((sum, each) => sum + each, 0)) }),
    ...(again === undefined ? {} : { again }),
  };
};

/**
 * One text for what one person is told at once; `parts` is not empty. Of one case the text of its leading part, with how many
 * more there are; of several cases one text for all. `as`: what was held back (digest) or could not be told (retold), whatever
 * it is about.
 */
export const compose = (
  regulation: Regulation,
  parts: readonly Part[],
  as?: 'digest' | 'retold',
): Message => {
  const sign = regulation.smsSignature;
  // Whatever it is about, and however many there are, it says the same.
  if (parts.every(({ template }) => template === CALLS_TO_OFFICE)) return render(CALLS_TO_OFFICE, { sign });
  const cases = new Set(parts.map(({ caseId }) => caseId)).size;
  const [only] = parts;
  if (only?.caseId === '') return render(only.template, { ...only.variables, sign, ...counted(parts) });
  if (as !== undefined || cases > 1) {
    const count = as === undefined ? cases : distinct(parts);
    const { lead, template, said } = ofSeveral(parts, as ?? 'several');
    const why = whyIn(lead, parts);
    const words = { ...lead.variables, ...said, count: String(count), why, sign };
    return render(template, { ...words, link: linkOf(regulation) });
  }
  const lead = leading(parts);
  const besides = parts.filter((each) => each !== lead && !isAskedIn(lead, each));
  const others = distinct([lead, ...besides]) - 1;
  const isAtOnce = besides.some((each) => AT_ONCE.includes(each.template));
  // To those above it is not theirs to do.
  const isTheirs = !lead.template.includes('Above');
  const more = others > 0 ? `;另有${others}项${isTheirs ? '待办' : ''}${isAtOnce ? WITH_AT_ONCE : ''}` : '';
  return render(lead.template, { ...lead.variables, sign, more, why: whyIn(lead, parts) });
};

/** The text of this one part alone: what a case's log holds of a text that told of others too. */
export const ownPart = (regulation: Regulation, part: Part): Message => compose(regulation, [part]);

/** The same as it is said on the telephone: without signature and address. */
export const spokenPart = (regulation: Regulation, part: Part): string => {
  const { text } = ownPart(regulation, { ...part, variables: { ...part.variables, link: '' } });
  return text.slice(`【${regulation.smsSignature}】`.length);
};
/** What is said of a 涉密 case, which is no more than its text says. */
export const spokenOfSecret = (regulation: Regulation): string =>
  spokenPart(regulation, { caseId: '', template: CALLS_TO_OFFICE, variables: {} });
