import { levelOf } from '../../../shared/regulations/lookup.ts';
import type { Condition, Regulation, Setting } from '../../../shared/regulations/schema.ts';
import { namedIn } from './lookup.ts';
import { valueText } from './value-text.ts';

const settingText = ({ settings }: Regulation, id: string): string => {
  const setting = settings.find((each) => each.id === id) as Setting;
  return `设置“${setting.name}”(现为${valueText(setting, setting.value)})`;
};

/** 且 binds closer than 或, so only an 或 inside needs brackets. */
const inner = (regulation: Regulation, part: Condition): string =>
  'any' in part && part.any.length > 1
    ? `(${conditionText(regulation, part)})`
    : conditionText(regulation, part);

/** A condition in plain Chinese. */
export const conditionText = (regulation: Regulation, condition: Condition): string => {
  if ('all' in condition) return condition.all.map((part) => inner(regulation, part)).join('且');
  if ('any' in condition) return condition.any.map((part) => conditionText(regulation, part)).join(',或');
  if ('not' in condition) {
    const isGroup = 'all' in condition.not || 'any' in condition.not;
    const text = conditionText(regulation, condition.not);
    return isGroup ? `非(${text})` : `非${text}`;
  }
  if ('source' in condition) return namedIn(regulation.sources, condition.source).name;
  if ('flag' in condition) return `标记“${namedIn(regulation.flags, condition.flag).name}”`;
  if ('warningLevel' in condition)
    return `${regulation.scales[0]?.name}为${levelOf(regulation, condition.warningLevel).short}`;
  if ('units' in condition) return '涉及两个以上单位';
  if ('rating' in condition) {
    const scale = namedIn(regulation.scales, condition.rating).name;
    return 'is' in condition
      ? `${scale}为${levelOf(regulation, condition.is).name}`
      : `${scale}在${levelOf(regulation, condition.atLeast).name}及以上`;
  }
  return settingText(regulation, condition.setting);
};

/** Whether the settings alone already answer the condition; undefined: it depends on the case. */
export const settled = (regulation: Regulation, condition: Condition): boolean | undefined => {
  const answers = (parts: readonly Condition[]) => parts.map((part) => settled(regulation, part));
  if ('setting' in condition)
    return regulation.settings.find(({ id }) => id === condition.setting)?.value === true;
  if ('not' in condition) {
    const answer = settled(regulation, condition.not);
    return answer === undefined ? undefined : !answer;
  }
  if ('all' in condition) {
    const each = answers(condition.all);
    return each.includes(false) ? false : each.includes(undefined) ? undefined : true;
  }
  if ('any' in condition) {
    const each = answers(condition.any);
    return each.includes(true) ? true : each.includes(undefined) ? undefined : false;
  }
  return undefined;
};

/** Whether the condition can never hold with the settings as they are. */
export const isOff = (regulation: Regulation, condition: Condition | undefined): boolean =>
  condition !== undefined && settled(regulation, condition) === false;

/** Whether another text names every part of the condition, so that it need not be said twice. */
export const isSaidIn = (text: string, condition: string): boolean =>
  condition.split(/,或|,且|且/).every((part) => text.includes(part.replace(/^\(|\)\)$/g, '')));

/** Whether the condition holds of every case with the settings as they are. */
export const isAlwaysOn = (regulation: Regulation, condition: Condition | undefined): boolean =>
  condition === undefined || settled(regulation, condition) === true;
