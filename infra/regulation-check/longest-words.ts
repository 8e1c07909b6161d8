import { LONGEST_FEED_NAME } from '../../shared/contracts/feeds/watch.ts';
import { templates, variablesOf } from '../../shared/notices/templates.ts';
import {
  giversOf,
  isPerUnit,
  isStanding,
  levelOf,
  nameIn,
  postsOf,
  scaleOf,
  shortClause,
  toldAs,
} from '../../shared/regulations/lookup.ts';
import type { Limit, Regulation } from '../../shared/regulations/schema.ts';
import { isPersons } from '../../shared/rules/approvals.ts';

// How long a bureau's texts can become: every variable's longest value among its own names.

type Words = Record<string, string>;

/** The longest of what the software itself fills in: numbers, instants, fixed words. */
const OF_ALL: Readonly<Words> = {
  due: '12月31日23时59分',
  rest: '23小时59分钟',
  lag: '29日23小时',
  soft: '12小时',
  target: '12月31日23时59分',
  times: '99',
  count: '99',
  time: '12月31日8时',
  year: '2027',
  when: '于12月31日23时59分前',
  found: '名单到时已逾期',
  warn: '预警',
  warned: '并预警',
  act: '(日志第999条)',
  spread: '阅读量12月31日23时59分至次日23时58分增加9999万',
  feed: '名'.repeat(LONGEST_FEED_NAME),
  trouble: '连续999次推送签名不符(最近12月31日23时59分)',
  moment: '12月31日23时59分',
};
/** What stands in a text only at times. */
export const AT_TIMES: readonly string[] = [
  'subject',
  'left',
  'late',
  'now',
  'next',
  'again',
  'owner',
  'more',
  'why',
  'link',
];

export const longest = (values: readonly string[]): string =>
  values.reduce((best, each) => (each.length > best.length ? each : best), '');
/** A name as a text says it. */
const bare = (name: string): string => name.replaceAll(/\([^()]*\)/g, '');

/** One of the bureau's duties with one of its terms, as far as a text names it. */
export interface Phrase {
  duty: string;
  /** Where its name stands in the data. */
  path: string;
  kind: Limit['kind'];
  isGraded: boolean;
  /** The office may set itself a target for it. */
  hasTarget: boolean;
  words: Words;
}

const phrasesOf = (regulation: Regulation): Phrase[] =>
  regulation.duties.flatMap((duty) =>
    duty.terms.flatMap((term) => {
      const owner = isPerUnit(regulation, duty.responsible)
        ? longest(regulation.units.map(({ name }) => name))
        : bare(nameIn(regulation.roles, duty.responsible));
      const phrase = toldAs(duty, term).toldAs ?? term.name ?? duty.name;
      // A level that is not there is named by another check.
      const known = term.levels.filter((level) => scaleOf(regulation, level) !== undefined);
      return known.map((level) => ({
        duty: duty.id,
        path: `duties[${duty.id}]`,
        kind: term.limit.kind,
        words: {
          duty: phrase,
          clause: term.cite[0] === undefined ? '' : `(${shortClause(regulation, term.cite[0])})`,
          person: owner,
          level: levelOf(regulation, level).short,
        },
        isGraded: !isStanding(regulation, level),
        hasTarget: duty.ownTarget !== undefined,
      }));
    }),
  );

const OF_A_SERIES = /^(calmed|rekindled)$/;
const TO_DO_AT_ONCE = /^(opened|assigned)AtOnce$/;
/** The level is determined when these are sent. */
const DETERMINED = /^(opened|overdue|overdueAbove|overdueFound|overdueFoundAbove|calmed|rekindled)$/;
/** These are sent of what is graded alone: no matter that is no 舆情 is warned of, graded or calmed. */
const OF_GRADED = /^(warning|bareWarning|openedGradeFirst|grade|levelLowered|calmed|rekindled)/;
const NUMBERS: readonly string[] = ['within', 'every', 'external'];

/** Whether this template may say this of the case: what names an instant or a lag speaks of a limit in numbers. */
const isSaid = (name: string, text: string, { kind, isGraded, hasTarget }: Phrase): boolean => {
  if (kind === 'ongoing' || (OF_GRADED.test(name) && !isGraded)) return false;
  if (OF_A_SERIES.test(name)) return kind === 'every';
  if (TO_DO_AT_ONCE.test(name)) return !NUMBERS.includes(kind);
  return !/\{(due|lag)\}/.test(text) || NUMBERS.includes(kind) || (hasTarget && name === 'remind');
};

/** What this template may say of the bureau's duties. */
const phrasesFor = (regulation: Regulation, name: string, text: string): Phrase[] =>
  phrasesOf(regulation)
    .filter((phrase) => isSaid(name, text, phrase))
    .map((phrase) => {
      const { duty, level } = phrase.words as { duty: string; level: string };
      const isOpen = phrase.isGraded && !DETERMINED.test(name);
      return {
        ...phrase,
        words: {
          ...phrase.words,
          duty: `${TO_DO_AT_ONCE.test(name) && phrase.kind === 'immediate' ? '立即' : ''}${duty}`,
          level: `${isOpen ? '初判' : ''}${level}`,
        },
      };
    });

/** Throws for a variable whose longest value nobody has given: it would count as empty. */
const of = (known: Words, variable: string): string => {
  const value = known[variable];
  if (value === undefined) throw new Error(`No longest value of {${variable}}`);
  return value;
};

/** The bureau's posts as a text says them. */
export const postNames = (regulation: Regulation): string[] =>
  postsOf(regulation).map(({ name }) => bare(name));

/** What may be entered for another, as a text asks him about it. */
const forAnother = (regulation: Regulation): string[] => {
  const { actions, decisions, reportForms, reportKinds } = regulation;
  const approvals = actions.filter(({ approval }) => isPersons(approval));
  return [
    '报请启动应急预案',
    `${longest(reportForms.map(({ name }) => name))}${longest(reportKinds.map(({ name }) => name))}`,
    ...approvals.map(({ name }) => name),
    ...decisions.filter(({ by }) => by !== undefined).map(({ name }) => `决定“${name}”`),
  ].map(bare);
};
const whatIn = (regulation: Regulation, name: string): string => {
  if (name === 'confirm') return longest(forAnother(regulation));
  if (name === 'demandGone')
    return longest([
      '领导批示(日志第999条)',
      `督办通知(${regulation.numbering.supervisionOrder ?? ''}〔2026〕1234号)`,
    ]);
  return /^warning/.test(name) ? '研判和建议' : '结报(有未办事项)';
};

/** The longest of the bureau's own names, whatever the duty. */
const ofBureau = (regulation: Regulation, name: string): Words => {
  const { numbering, scales, smsSignature, units } = regulation;
  const levels = scales[0]!.levels.map(({ short }) => short);
  const clocked = scales[0]!.levels.filter((each) => each.clocked).map(({ short }) => short);
  const people = [...postNames(regulation), ...units.map((each) => bare(each.name))];
  return {
    sign: smsSignature,
    case: `${numbering.case}2026-1234`,
    former: `${numbering.case}2026-1234`,
    level: `${name === 'routine' ? '' : '初判'}${longest(levels)}`,
    change: `由初判${longest(clocked)}调为${longest(clocked)}`,
    number: `${numbering.supervisionOrder ?? ''}〔2026〕1234号`,
    person: longest(people),
    grader: longest(giversOf(regulation, 'ConfirmGrade').map((id) => bare(nameIn(regulation.roles, id)))),
    unit: units.every((each) => /[股科室]$/.test(each.name)) ? '股' : '单位',
    part: '办理',
    what: whatIn(regulation, name),
    duty: longest(units.map((each) => `签发督办通知(${each.name})`)),
  };
};

/** What an order is about: a duty of a unit that was missed. */
const OF_ORDERS: readonly string[] = ['orderIssued', 'orderToSign'];
/** Names a case's own duty in words of the software's own. */
const OF_INSTRUCTIONS: Readonly<Record<string, string>> = { instructed: '落实领导批示' };

/** A template with the longest values of its variables, all of one duty where it names one. */
export interface Longest {
  name: string;
  phrase: Phrase | undefined;
  words: Words;
}

const ofTemplate = (regulation: Regulation, name: string, text: string): Longest[] => {
  const used = variablesOf(text).filter((each) => !AT_TIMES.includes(each));
  const isOrders = OF_ORDERS.includes(name);
  if (isOrders && regulation.numbering.supervisionOrder === undefined) return [];
  const own = OF_INSTRUCTIONS[name];
  const known: Words = {
    ...OF_ALL,
    ...ofBureau(regulation, name),
    ...(own === undefined ? {} : { duty: own }),
  };
  const wordsOf = (words: Words): Words =>
    Object.fromEntries(used.map((each) => [each, words[each] ?? of(known, each)]));
  const namesDuty = used.includes('duty') && own === undefined && name !== 'orderToSign';
  if (!namesDuty) return [{ name, phrase: undefined, words: wordsOf({}) }];
  if (name === 'orderIssued')
    return regulation.duties
      .filter(({ responsible }) => isPerUnit(regulation, responsible))
      .map((duty) => ({ name, phrase: undefined, words: wordsOf({ duty: `${duty.name}逾期` }) }));
  return phrasesFor(regulation, name, text).map((phrase) => ({ name, phrase, words: wordsOf(phrase.words) }));
};

/**
 * Every template with the bureau's longest names, in its default form: without what stands there only at times. A template that
 * names duties comes with each of them.
 */
export const longestTexts = (regulation: Regulation): Longest[] =>
  Object.entries(templates).flatMap(([name, { text }]) => ofTemplate(regulation, name, text));
