import { Duration } from '../time/durations.ts';
import { lengthInDays } from '../time/instants.ts';
import { isClockTime, readDayHours } from '../time/night.ts';
import { readOfficeHours } from '../time/office-hours.ts';
import { dayPlanFaults } from './day.ts';
import type { SettingValue } from './lookup.ts';
import {
  ACKNOWLEDGED_QUIET_SETTING,
  HOLD_ASKED_SETTING,
  LATE_ENTRY_SETTING,
  ROUTINE_PUSH_SETTING,
  TOP_EVERY_SETTING,
  WARNING_RELEASE_SETTING,
} from './reserved.ts';
import type { Regulation, Setting } from './schema.ts';
import { readGrowthRules, readPostsRule } from './spread.ts';
import { type ChosenSettings, versionWith } from './version.ts';

/** A shorter period would fill an execution's history within a day. */
export const SHORTEST_PERIOD_DAYS = 1 / 24;

const unreadableBy = (read: (text: string) => unknown, text: string): string | undefined => {
  try {
    read(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};
/** What is added to it must lead somewhere, and the whole must leave room for the text: with it, a text takes two parts at most. */
export const LONGEST_ADDRESS = 44;
const addressFault = (text: string): string | undefined => {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = address?.protocol === 'https:' && address.href === text && /^[!-~]+\/$/.test(text);
  const { username = '', search = '', hash = '' } = address ?? {};
  return isPlain && `${username}${search}${hash}` === '' && text.length <= LONGEST_ADDRESS
    ? undefined
    : `应为 https:// 开头、以 / 结尾的网址,不带参数,不超过${LONGEST_ADDRESS}个字符,如 https://yq.example.gov.cn/`;
};
/** What a value of each format has to be. */
const FORMATS: Readonly<Record<NonNullable<Setting['format']>, (value: SettingValue) => string | undefined>> =
  {
    duration: (value) => (Duration.test(String(value)) ? undefined : '应为 ISO 8601 时长,如 P1W、PT30M'),
    officeHours: (value) => unreadableBy(readOfficeHours, String(value)),
    dayHours: (value) => unreadableBy(readDayHours, String(value)),
    clock: (value) => (isClockTime(String(value)) ? undefined : '应为一天之内的时间,如 08:00'),
    address: (value) => addressFault(String(value)),
    spread: (value) => unreadableBy(readPostsRule, String(value)),
    growth: (value) => unreadableBy(readGrowthRules, String(value)),
    count: (value) => (Number.isSafeInteger(value) && Number(value) > 0 ? undefined : '应为1以上的整数'),
  };
/** Without one nothing is done of what it sets. */
const MAY_BE_EMPTY: readonly Setting['format'][] = ['duration', 'address', 'spread', 'growth'];
const isFlag = (value: SettingValue): boolean => typeof value === 'boolean';

/** What is wrong with a value for this setting, in plain Chinese; undefined when it may stand there. */
export const settingFault = (
  { options, format, value: now }: Setting,
  value: SettingValue,
): string | undefined => {
  if (value === null) return format !== undefined && MAY_BE_EMPTY.includes(format) ? undefined : '不能为空';
  if (options !== undefined)
    return options.some((option) => option.value === value)
      ? undefined
      : `可填:${options.map((option) => `${option.value}(${option.name})`).join('、')}`;
  if (format !== undefined) return FORMATS[format](value);
  if (isFlag(now) !== isFlag(value)) return isFlag(now) ? '应为 true 或 false' : '不应为 true 或 false';
  return undefined;
};

/** Something is done again and again by these: a length of nothing would never let it rest. */
const INTERVALS: readonly string[] = [ROUTINE_PUSH_SETTING, HOLD_ASKED_SETTING, TOP_EVERY_SETTING];
/** A bureau chooses how long these are, not whether they are: without one something would be told, asked or marked never. */
const NEEDED: readonly string[] = [
  HOLD_ASKED_SETTING,
  TOP_EVERY_SETTING,
  LATE_ENTRY_SETTING,
  WARNING_RELEASE_SETTING,
  ACKNOWLEDGED_QUIET_SETTING,
];

const isPeriod = ({ duties }: Regulation, id: string): boolean =>
  duties.some(({ terms }) =>
    terms.some(
      ({ limit }) => limit.kind === 'every' && typeof limit.every !== 'string' && limit.every.setting === id,
    ),
  );
const tooShort = (
  regulation: Regulation,
  { id, format }: Setting,
  value: SettingValue,
): string | undefined => {
  if (format !== 'duration' || value === null) return undefined;
  const days = lengthInDays(String(value));
  if (isPeriod(regulation, id) && days < SHORTEST_PERIOD_DAYS) return '周期不应少于1小时';
  return INTERVALS.includes(id) && days === 0 ? '间隔不应为零' : undefined;
};

/** What makes a choice unreadable, even one that a version has kept. */
const unreadable = (regulation: Regulation, chosen: ChosenSettings): string[] =>
  Object.entries(chosen).flatMap(([id, value]) => {
    const setting = regulation.settings.find((each) => each.id === id);
    if (setting === undefined)
      return [`${id}:没有这个设置;可用:${regulation.settings.map((each) => each.id).join('、')}`];
    const fault = settingFault(setting, value) ?? tooShort(regulation, setting, value);
    return fault === undefined ? [] : [`${id}(${setting.name}):${fault}`];
  });

/** Values that may each stand, and not together. */
const clashes = (regulation: Regulation, chosen: ChosenSettings): string[] =>
  unreadable(regulation, chosen).length > 0 ? [] : dayPlanFaults(withSettings(regulation, chosen));

/** Every fault of a bureau's own choice of settings, named by setting. */
export const settingFaults = (regulation: Regulation, chosen: ChosenSettings): string[] => [
  ...regulation.settings
    .filter(({ id }) => NEEDED.includes(id) && chosen[id] === null)
    .map(({ id, name }) => `${id}(${name}):不能为空`),
  ...unreadable(regulation, chosen),
  ...clashes(regulation, chosen),
];

const refuse = ({ id }: Regulation, faults: readonly string[]): void => {
  if (faults.length > 0) throw new Error(`制度“${id}”的设置有误:\n${faults.join('\n')}`);
};

/** Throws in Chinese, named by setting, what a bureau may not choose from now on. */
export const requireSettings = (regulation: Regulation, chosen: ChosenSettings): void =>
  refuse(regulation, settingFaults(regulation, chosen));

/**
 * The regulation with a bureau's own settings. They become part of its version, so that a case keeps those it was opened
 * under and its schedule goes on depending on its log alone. Throws when a setting is unknown or its value cannot stand.
 */
export const withSettings = (regulation: Regulation, chosen: ChosenSettings): Regulation => {
  refuse(regulation, unreadable(regulation, chosen));
  const own = regulation.settings.filter(({ id, value }) => id in chosen && chosen[id] !== value);
  if (own.length === 0) return regulation;
  return {
    ...regulation,
    version: versionWith(regulation.version, Object.fromEntries(own.map(({ id }) => [id, chosen[id]!]))),
    settings: regulation.settings.map((setting) =>
      setting.id in chosen ? { ...setting, value: chosen[setting.id]! } : setting,
    ),
  };
};
