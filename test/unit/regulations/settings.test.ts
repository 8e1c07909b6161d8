import { describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { settingFaults, withSettings } from '../../../shared/regulations/settings.ts';
import type { ChosenSettings } from '../../../shared/regulations/version.ts';

const bureaus = Object.values(regulations);
/** Those of these settings that the bureau has. */
const having = (ids: readonly string[]) =>
  bureaus.flatMap((regulation) =>
    ids
      .filter((id) => regulation.settings.some((setting) => setting.id === id))
      .map((id) => [regulation.id, id, regulation] as const),
  );

describe('a bureau’s own choice', () => {
  it.each(bureaus.map((regulation) => [regulation.id, regulation] as const))(
    '%s: every value that its data give may be chosen',
    (_, regulation) => {
      const given = regulation.settings.filter(({ value }) => value !== null);
      expect(
        settingFaults(regulation, Object.fromEntries(given.map(({ id, value }) => [id, value]))),
      ).toEqual([]);
    },
  );

  it.each(having(['lateEntryAfter', 'correctionWithin', 'staleAfter', 'targetConfirmGrade']))(
    '%s: %s is no period and may be short',
    (_, id, regulation) => {
      for (const value of ['PT20M', 'PT0S']) expect(settingFaults(regulation, { [id]: value })).toEqual([]);
    },
  );

  it.each(having(['routinePushEvery', 'holdAskedEvery']))(
    '%s: %s may be short, and is never nothing',
    (_, id, regulation) => {
      expect(settingFaults(regulation, { [id]: 'PT10M' })).toEqual([]);
      expect(settingFaults(regulation, { [id]: 'PT0S' })).toEqual([expect.stringContaining('间隔不应为零')]);
    },
  );

  it.each(having(['bulletinEvery', 'browseEvery', 'liaisonEvery']))(
    '%s: %s is a period of an hour or more',
    (_, id, regulation) => {
      expect(settingFaults(regulation, { [id]: 'PT1H' })).toEqual([]);
      expect(settingFaults(regulation, { [id]: 'PT59M' })).toEqual([
        expect.stringContaining('周期不应少于1小时'),
      ]);
    },
  );

  it.each(
    having(['lateEntryAfter', 'holdAskedEvery', 'warningReleaseWithin', 'topEvery', 'acknowledgedQuiet']),
  )('%s: %s switches nothing off', (_, id, regulation) => {
    expect(settingFaults(regulation, { [id]: null })).toEqual([expect.stringContaining('不能为空')]);
    // A version that has kept an empty one is still read.
    expect(() => withSettings(regulation, { [id]: null })).not.toThrow();
  });

  it.each(having(['routinePushEvery']))('%s: %s may be empty: one digest a day', (_, id, regulation) => {
    expect(settingFaults(regulation, { [id]: null })).toEqual([]);
  });

  it.each(
    having(['digestAt', 'digestUntil', 'quietHours', 'nightToldAt', 'textsPerHour', 'sameMatterAlerts']),
  )('%s: %s has a value', (_, id, regulation) => {
    expect(settingFaults(regulation, { [id]: null })).toEqual([expect.stringContaining('不能为空')]);
  });

  it.each(bureaus.map((regulation) => [regulation.id, regulation] as const))(
    '%s: the times of a day fit together',
    (_, regulation) => {
      const wrong: ChosenSettings[] = [
        { digestAt: '25:00' },
        { quietHours: '08:00-08:00' },
        { quietHours: '00:00-24:00' },
        { nightToldAt: '06:59' },
        { digestAt: '22:00' },
        { digestAt: '20:00' },
        { digestUntil: '08:00' },
        { quietHours: '22:00-08:30', nightToldAt: '08:30' },
        { textsPerHour: 0 },
        { sameMatterAlerts: 1.5 },
      ];
      for (const chosen of wrong)
        expect(settingFaults(regulation, chosen).length, JSON.stringify(chosen)).toBeGreaterThan(0);
      const shifted = { quietHours: '23:00-06:00', nightToldAt: '06:00', digestAt: '07:00' };
      expect(settingFaults(regulation, shifted)).toEqual([]);
    },
  );

  it.each(having(['smsLink']))(
    '%s: %s is an address of https to which the number is added',
    (_, id, regulation) => {
      for (const good of [null, 'https://yq.example.gov.cn/', 'https://a.gov.cn:8443/case/'])
        expect(settingFaults(regulation, { [id]: good })).toEqual([]);
      for (const bad of [
        'http://yq.example.gov.cn/',
        'https://yq.example.gov.cn',
        'https://yq.example.gov.cn/?case=',
        'https://yq.example.gov.cn/#/',
        'https://user@yq.example.gov.cn/',
        'https://yq.example.gov.cn/a b/',
        'https://yq.example.gov.cn/案卷/',
        `https://${'y'.repeat(30)}.gov.cn/`,
        'yq.example.gov.cn/',
        '',
        true,
      ])
        expect(settingFaults(regulation, { [id]: bad })).toEqual([
          expect.stringContaining('应为 https:// 开头、以 / 结尾的网址'),
        ]);
    },
  );

  it.each(having(['smsSubject']))('%s: %s is switched on or left off', (_, id, regulation) => {
    expect(settingFaults(regulation, { [id]: true })).toEqual([]);
    expect(settingFaults(regulation, { [id]: '标题' })).toEqual([
      expect.stringContaining('应为 true 或 false'),
    ]);
  });
});
