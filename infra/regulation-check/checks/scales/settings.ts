import {
  ACKNOWLEDGED_QUIET_SETTING,
  CONFIRMATION_CLIMBS_SETTING,
  CORRECTION_SETTING,
  EVERY_LEADER,
  HOLD_ASKED_SETTING,
  LATE_ENTRY_SETTING,
  ROUTINE_LEADERS_SETTING,
  ROUTINE_PUSH_SETTING,
  SPREAD_GROWTH_SETTING,
  SPREAD_POSTS_SETTING,
  STALE_AFTER_SETTING,
  TOP_EVERY_SETTING,
  WARNING_RELEASE_SETTING,
} from '../../../../shared/regulations/reserved.ts';
import type { Regulation, Setting } from '../../../../shared/regulations/schema.ts';
import { settingFault } from '../../../../shared/regulations/settings.ts';
import { Duration } from '../../../../shared/time/durations.ts';
import type { Problem } from '../problem.ts';
import { walk } from '../walk.ts';
import { dayProblems } from './day.ts';

const values = ({ settings }: Regulation): Problem[] =>
  settings.flatMap((setting) => {
    const { id, value, cite } = setting;
    // An empty value waits for the bureau's own; what it must be is said by its format.
    const fault = value === null ? undefined : settingFault(setting, value);
    if (fault === undefined) return [];
    return [{ path: `settings[${id}].value`, clauses: cite, fault: `“${value}”不对`, mend: fault }];
  });

const conditions = (regulation: Regulation): Problem[] => {
  const known = new Map(regulation.settings.map(({ id, value }) => [id, value]));
  return [...walk(regulation)].flatMap(({ path, key, clauses, value }) => {
    // A period is looked up in a setting too (`every: { setting }`), which is no yes or no.
    if (
      key !== 'setting' ||
      /\.every\.setting$/.test(path) ||
      typeof known.get(String(value)) === 'boolean' ||
      !known.has(String(value))
    )
      return [];
    const fault = `条件所用的设置“${value}”不是“是/否”`;
    return [{ path, clauses, fault, mend: '请改用是/否设置' }];
  });
};

/** Settings that the clocks read as a length of time, beside the periods of repetitions. */
export const lengthSettings = ({ settings, duties }: Regulation): Setting[] => {
  const read = new Set([
    ROUTINE_PUSH_SETTING,
    LATE_ENTRY_SETTING,
    HOLD_ASKED_SETTING,
    WARNING_RELEASE_SETTING,
    STALE_AFTER_SETTING,
    CORRECTION_SETTING,
    ACKNOWLEDGED_QUIET_SETTING,
    TOP_EVERY_SETTING,
    ...duties.map(({ ownTarget }) => ownTarget),
  ]);
  return settings.filter(({ id }) => read.has(id));
};

const lengths = (regulation: Regulation): Problem[] =>
  lengthSettings(regulation)
    .filter(({ value }) => value !== null && !Duration.test(String(value)))
    .map(({ id, value, cite }) => ({
      path: `settings[${id}].value`,
      clauses: cite,
      fault: `“${value}”不是时长`,
      mend: '应为 ISO 8601 时长,如 PT30M',
    }));

/** What the rules read in every bureau: from when an entry is a 补录, and when an unconfirmed 代录 is told up. */
const answers = ({ settings }: Regulation): Problem[] =>
  [LATE_ENTRY_SETTING, CONFIRMATION_CLIMBS_SETTING]
    .filter((id) => settings.find((setting) => setting.id === id)?.value == null)
    .map((id) => ({
      path: 'settings',
      clauses: [],
      fault: `没有写明设置“${id}”的值,补录和代录不知如何处理`,
      mend: `请增加设置 ${id},如 ${id === LATE_ENTRY_SETTING ? 'PT30M' : '12:00'};制度没有规定的,由本局自定`,
    }));

/** A leader whom the text does not name gets no digest, whatever is chosen. */
const digestLeaders = (regulation: Regulation): Problem[] => {
  const setting = regulation.settings.find(({ id }) => id === ROUTINE_LEADERS_SETTING);
  const route = regulation.routing.find(({ id }) => id === 'routine');
  const told = [...(route?.to ?? []), ...(route?.copies ?? [])];
  return (setting?.options ?? [])
    .filter(({ value }) => value !== EVERY_LEADER && !told.includes(value))
    .map(({ value, name }) => ({
      path: `settings[${ROUTINE_LEADERS_SETTING}].options`,
      clauses: setting!.cite,
      fault: `“${name}”(${value})不在常规舆情推送的对象之列`,
      mend: `可选:${EVERY_LEADER},或 routing 中 routine 的岗位:${told.join('、')}`,
    }));
};

/** What the rules read by its format, where a bureau has it: a value in another one would be found when an item joins a case. */
const FORMATS: Readonly<Record<string, Setting['format']>> = {
  [SPREAD_POSTS_SETTING]: 'spread',
  [SPREAD_GROWTH_SETTING]: 'growth',
};
const formats = ({ settings }: Regulation): Problem[] =>
  settings
    .filter(({ id, format }) => Object.hasOwn(FORMATS, id) && format !== FORMATS[id])
    .map(({ id, cite }) => ({
      path: `settings[${id}]`,
      clauses: cite,
      fault: `设置“${id}”没有写明格式,填错了看不出来`,
      mend: `请写 "format": "${FORMATS[id]}"`,
    }));

/** 签收 and the way up past the top: without these a person would be spared nothing, and the top of a ladder told once a day. */
const spacings = ({ duties, settings }: Regulation): Problem[] => {
  const pressing = duties.some(({ terms }) => terms.some(({ limit }) => limit.kind === 'immediate'));
  return [ACKNOWLEDGED_QUIET_SETTING, ...(pressing ? [TOP_EVERY_SETTING] : [])]
    .filter((id) => settings.find((setting) => setting.id === id)?.value == null)
    .map((id) => ({
      path: 'settings',
      clauses: [],
      fault: `没有写明设置“${id}”的值,不知多久重复催办一次`,
      mend: `请增加设置 ${id},如 ${id === TOP_EVERY_SETTING ? 'PT1H' : 'PT60M'};制度没有规定的,由本局自定`,
    }));
};

/** A warning that nobody releases must not wait for ever. */
const releaseTime = ({ duties, settings }: Regulation): Problem[] => {
  const warning = duties.find((duty) =>
    [duty, ...duty.terms].some(
      ({ fulfilledBy = [] }) =>
        fulfilledBy.length > 0 && fulfilledBy.every((way) => way.act === 'notice' && way.says !== undefined),
    ),
  );
  const setting = settings.find(({ id }) => id === WARNING_RELEASE_SETTING);
  if (warning === undefined || (setting !== undefined && setting.value !== null)) return [];
  return [
    {
      path: setting === undefined ? 'settings' : `settings[${WARNING_RELEASE_SETTING}].value`,
      clauses: setting?.cite ?? warning.terms[0]?.cite ?? [],
      fault: `“${warning.name}”须经核发,却没有写明设置“${WARNING_RELEASE_SETTING}”的值,无人核发时不知何时先行通知`,
      mend: `请在设置 ${WARNING_RELEASE_SETTING} 中写明等待的时间,如 PT10M`,
    },
  ];
};

/** Settings whose value could not be what they are used for. */
export const settingProblems = (regulation: Regulation): Problem[] =>
  [values, formats, conditions, lengths, answers, digestLeaders, spacings, releaseTime, dayProblems].flatMap(
    (check) => check(regulation),
  );
