import type { ClockedDuty } from '../shared/deadlines/clocks.ts';
import { lengthInChinese, resolveLimit } from '../shared/deadlines/limits.ts';
import { chaseWord } from '../shared/deadlines/own/orders.ts';
import { settingsOf } from '../shared/regulations/lookup.ts';
import type { Regulation } from '../shared/regulations/schema.ts';
import { inChinese } from '../shared/time/instants.ts';

/** What Step Functions allows; the CDK does not check it. */
const MAX_NAME = 80;
const ASCII_NAME = /^[A-Za-z0-9_-]+$/;

/** `<bureau>-<level>`. ASCII, since CloudWatch loses the metrics and logs of machines with other names. */
export const machineName = (bureau: string, level: string): string => {
  const name = `${bureau}-${level}`;
  if (!ASCII_NAME.test(name) || name.length > MAX_NAME) throw new Error(`“${name}” cannot name a machine`);
  return name;
};

/** The duty's name as the level's term calls it. */
export const dutyTitle = ({ duty, term }: ClockedDuty): string => term.name ?? duty.name;

const waitForDue = (regulation: Regulation, { duty, term }: ClockedDuty): string => {
  const limit = resolveLimit(regulation, term.limit);
  if (limit.kind === 'within') return `等待时限(${lengthInChinese(limit.within)})`;
  if (limit.kind === 'every') return `等待时限(每${inChinese(limit.every)})`;
  if (limit.kind === 'external') return '等待录入的时限';
  if (limit.kind === 'immediate') return '立即办理';
  // 及时 has no number of the law: the bureau's own target is named as what it is.
  const target = duty.ownTarget === undefined ? null : settingsOf(regulation)[duty.ownTarget];
  return typeof target === 'string' ? `等待本局目标(${inChinese(target)})` : '等待本局目标';
};

/** The branch for the duties that have none of their own. */
export const OTHERS_TITLE = '其余职责';

/** The states of a branch with a clock, by what they do. */
export const clockStateNames = (regulation: Regulation, title: string, waitForDueName: string) => {
  const name = (state: string): string => `${title}·${state}`;
  return {
    take: name('取排期'),
    stage: name('阶段'),
    waitToRemind: name('等待提醒'),
    remind: name('提醒'),
    waitForDue: name(waitForDueName),
    checkDue: name('到期核查'),
    waitOverdue: name('逾期等待'),
    chaseOverdue: name(`逾期${chaseWord(regulation)}`),
    nothing: name('无需计时'),
  };
};
export type ClockStateNames = ReturnType<typeof clockStateNames>;

export const dutyStateNames = (regulation: Regulation, clocked: ClockedDuty): ClockStateNames =>
  clockStateNames(regulation, dutyTitle(clocked), waitForDue(regulation, clocked));

/** Throws when a name is too long for Step Functions or stands for two states of one machine. */
export const checkStateNames = (names: readonly string[]): void => {
  const seen = new Set<string>();
  for (const name of names) {
    if ([...name].length > MAX_NAME) throw new Error(`State name over ${MAX_NAME} characters: ${name}`);
    if (seen.has(name)) throw new Error(`Two states are called ${name}`);
    seen.add(name);
  }
};
