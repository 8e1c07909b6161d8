import type { Clause, DutyView, LimitView } from '../../../shared/contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { spoken } from '../spoken.ts';
import { everyWords, lengthWords } from './lengths.ts';

/** A line of an explanation: what, and its words. */
export interface Told {
  term: string;
  text: string;
}

type Bureau = Pick<RegulationView, 'called' | 'settings' | 'readings'>;
const isClockLength = (length: string): boolean => length.indexOf('PT') === 0;
const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join('、');

/** 立即, 及时: what the text says instead of a number, and what follows from it. */
const withoutNumber = ({ called }: Bureau, { kind, word, unset }: LimitView): string => {
  if (unset !== null) return `“${unset.name}”尚未填写，填写后才能计算`;
  const says = word === null || word === '' ? `${called}没有写时限` : `${called}写的是“${word}”，没有写数字`;
  return kind === 'immediate' ? `${says}：从起算时起催办，不算逾期` : `${says}，系统不编造时限`;
};

/** How the length is counted. */
const countingOf = (view: Bureau, limit: LimitView): string => {
  const { kind, within, every } = limit;
  if (kind === 'external') return '具体时刻由人工录入';
  if (kind === 'within' && within !== null)
    return `自起算${isClockLength(within) ? '时刻' : '日'}起${lengthWords(within)}`;
  if (kind === 'every' && every !== null)
    return `${everyWords(every)}一次，${limit.from === 'completion' ? '自上一次完成起算' : '自上一期时限起算'}`;
  return withoutNumber(view, limit);
};

/** What the text of a limit explains in brackets: 至期满日24时,遇休息日顺延. */
const bracketsOf = ({ text }: LimitView): string =>
  (text.match(/\(([^()]*)\)/g) ?? []).map((each) => each.slice(1, -1)).join('；');

/** Whether nights and holidays count. */
const deferralOf = ({ settings }: Bureau, limit: LimitView): string => {
  const { workingTime, within, every } = limit;
  const length = within ?? every;
  if (length === null) return '';
  if (workingTime !== null) {
    const setting = settings.find(
      ({ value, options }) => value === workingTime && options.some((option) => option.value === workingTime),
    );
    return setting === undefined ? '非工作时间顺延' : `非工作时间顺延：${setting.valueText}`;
  }
  return isClockLength(length) ? '夜间、休息日、节假日照常计算，不顺延' : bracketsOf(limit);
};

const share = (one: readonly Clause[], other: readonly Clause[]): boolean =>
  one.some(({ clause }) => other.some((each) => each.clause === clause));

/** Whether it is a place where the text can be read in two ways. */
export const isRegistered = ({ register }: { register: string }): boolean => register.indexOf('X') === 0;

/** How the office reads the same clauses where they are silent, and what it has set there. */
const readingsOf = ({ readings, settings }: Bureau, { clauses }: DutyView): string[] => [
  ...readings.filter((each) => share(each.clauses, clauses)).map(({ reading }) => reading),
  ...settings
    .filter((each) => isRegistered(each) && share(each.clauses, clauses))
    .map(({ name, register, valueText }) => `${name}（本局设置${register}，现为${valueText}）`),
];

const targetOf = ({ called }: Bureau, { ownTarget }: DutyView): string => {
  if (ownTarget === null) return '';
  const { value } = ownTarget;
  return value === null ? '' : `${typeof value === 'string' ? lengthWords(value) : value}，不是${called}规定`;
};

/** 湛江市局交办的: in which cases it is owed, as the settings are; empty: in all. What is owed in none says of which it would be. */
export const appliesTo = ({ when, whenNow, isOff }: DutyView): string => {
  const cases = spoken((isOff ? when : whenNow) ?? '');
  return cases === '' || /情形$/.test(cases) ? cases : `${cases}的`;
};
/** 办公室·按日 → 办公室，按日. */
export const ladderName = (name: string): string => name.replace(/·/g, '，');

/** All that is said of one duty, each line with words. */
export const explain = (view: Bureau, duty: DutyView): Told[] => {
  const { limit, clock, responsible, receivers, copies, forms, fulfilledBy, ladder } = duty;
  const lines: [string, string][] = [
    ['时限', limit.text],
    ['适用', appliesTo(duty)],
    ['现状', duty.isOff ? '按本局现在的设置，这一项不适用' : ''],
    ['起算', clock.textNow],
    ['算法', countingOf(view, limit)],
    ['顺延', deferralOf(view, limit)],
    [
      '可延长',
      limit.extension === null
        ? ''
        : limit.extension.upTo === null
          ? '可以'
          : `最长至${lengthWords(limit.extension.upTo)}`,
    ],
    ['本局目标', targetOf(view, duty)],
    ['责任', responsible.name],
    ['对象', names(receivers)],
    ['抄送', names(copies)],
    ['形式', forms.join('、')],
    ['办结', fulfilledBy.join('；或')],
    ['催办', ladderName(ladder.name)],
    ...readingsOf(view, duty).map((text): [string, string] => ['解释', text]),
  ];
  return lines.filter(([, text]) => text !== '').map(([term, text]) => ({ term, text: spoken(text) }));
};
