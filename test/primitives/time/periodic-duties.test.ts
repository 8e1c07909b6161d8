import { describe, expect, it } from 'vitest';
import { hintsOf } from '../../../infra/regulation-check/checks/hints.ts';
import { clockedDuties } from '../../../shared/deadlines/clocks.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { settingFaults, withSettings } from '../../../shared/regulations/settings.ts';
import { at } from '../../support/case-file.ts';
import { createOffice } from '../../support/office.ts';
import {
  act,
  type Bureau,
  type Case,
  conclude,
  IN_TIME_UP_TO_THE_LIMIT,
  issue,
  openCase,
  outcomesAround,
  report,
} from '../bureau-case.ts';

type Meet = (opened: Case, when: string) => string;
const fieldsOf = (bureau: Bureau, document: string) =>
  regulations[bureau]!.documents.find(({ id }) => id === document)!.fields;

describe('P27 periodic duty of the bureau with a period that it has to give', () => {
  const periods: [Bureau, string, string, string, string, Meet][] = [
    [
      'leizhou',
      'bulletinEvery',
      'bulletin',
      '办法',
      '舆情定期报告周期',
      (opened, when) => opened.give(when, 'dutyOfficer', issue('bulletin', fieldsOf('leizhou', 'bulletin'))),
    ],
    [
      'leizhou',
      'circularEvery',
      'supervisionCircular',
      '办法',
      '督查督办定时通报周期',
      (opened, when) => opened.give(when, 'dutyOfficer', report('circular', 'written', 'unitHead')),
    ],
    [
      'nanning',
      'browseEvery',
      'browseMedia',
      '预案',
      '定期浏览主流媒体的周期',
      (opened, when) => opened.give(when, 'dutyOfficer', act('mediaBrowsed')),
    ],
    [
      'petition',
      'riskReviewEvery',
      'riskReview',
      '制度',
      '定期梳理上报周期',
      (opened, when) =>
        opened.give(when, 'officeHead', report('riskReview', 'written', 'leadersAndDepartments')),
    ],
    [
      'petition',
      'liaisonEvery',
      'liaison',
      '制度',
      '与相关部门定期沟通周期',
      (opened, when) => opened.give(when, 'officeHead', act('liaisonHeld')),
    ],
  ];
  const periodic = (bureau: Bureau, settings = {}) => openCase(bureau, 'periodic', { settings, sources: {} });

  it.each(periods)(
    '%s: without %s, %s is listed with the reason, hinted at and never rings',
    (bureau, setting, duty, called, name) => {
      const opened = periodic(bureau);
      expect(opened.duty(duty)).toMatchObject({ status: 'listed', next: null, limitText: '定期(周期未填)' });
      expect(opened.duty(duty)?.reason).toContain(`${called}没有规定周期,须由本局填写“${name}”`);
      expect(opened.steps('12-31 08:00', duty)).toEqual([]);
      const isClocked = (chosen = {}) =>
        clockedDuties(withSettings(opened.regulation, chosen), 'periodic').some(
          (each) => each.duty.id === duty,
        );
      expect([isClocked(), isClocked({ [setting]: 'P1W' })]).toEqual([false, true]);
      const hinted = () => hintsOf(opened.regulation).map(({ path }) => path);
      expect(hinted()).toContain(`settings[${setting}].value`);
      expect(
        hintsOf(withSettings(opened.regulation, { [setting]: 'P1W' })).map(({ path }) => path),
      ).not.toContain(`settings[${setting}].value`);
    },
  );

  it.each(periods)(
    '%s: with %s of a week, %s repeats until the matter ends',
    (bureau, setting, duty, _called, _name, meet) => {
      const open = () => periodic(bureau, { [setting]: 'P1W' });
      expect(outcomesAround('03-10 00:00', duty, open, meet)).toEqual(IN_TIME_UP_TO_THE_LIMIT);
      const opened = open();
      expect(meet(opened, '03-05 08:00')).toBe('done');
      expect(opened.due(duty)).toBe(at('03-17 00:00'));
      expect(opened.give('03-10 08:00', 'officeHead', conclude)).toBe('done');
      expect(opened.duty(duty)?.next).toBeNull();
    },
  );

  it.each(periods)(
    '%s: with %s, the next %s is told by its reminders, and at once where none is left (R24)',
    (bureau, setting, duty, _called, _name, meet) => {
      const begunAfter = (when: string): boolean => {
        const opened = periodic(bureau, { [setting]: 'P1W' });
        opened.steps(when, duty);
        const before = opened.events().length;
        meet(opened, when);
        expect(opened.due(duty)).toBe(at('03-17 00:00'));
        return opened
          .events()
          .slice(before)
          .some(
            (event) =>
              event.type === 'NoticesMade' &&
              event.notices.some((notice) => notice.duty === duty && notice.template === 'begins'),
          );
      };
      // The last of its mornings is 03-16 08:30.
      expect([begunAfter('03-16 08:29'), begunAfter('03-16 08:30'), begunAfter('03-16 15:00')]).toEqual([
        false,
        true,
        true,
      ]);
    },
  );

  it.each(Object.keys(regulations))(
    '%s: further digests by day may be left out, and come in whole intervals',
    (bureau) => {
      expect(settingFaults(regulations[bureau]!, { routinePushEvery: null })).toEqual([]);
      expect(settingFaults(regulations[bureau]!, { routinePushEvery: 'PT0S' })).toHaveLength(1);
      expect(settingFaults(regulations[bureau]!, { routinePushEvery: 'PT1H' })).toEqual([]);
      // A version that has kept an empty one is still read.
      expect(() => withSettings(regulations[bureau]!, { routinePushEvery: null })).not.toThrow();
    },
  );

  it.each(periods)('%s: %s takes a length of time and no other', (bureau, setting) => {
    for (const wrong of ['weekly', 'PT0S', true, 7])
      expect(settingFaults(regulations[bureau]!, { [setting]: wrong }), String(wrong)).toHaveLength(1);
    expect(settingFaults(regulations[bureau]!, { [setting]: 'P30D' })).toEqual([]);
  });

  it('the sweep opens the matter by itself once there is a period', async () => {
    expect(await (await createOffice()).sweep()).toMatchObject({ cases: 0 });
    const regulation = withSettings(regulations.leizhou!, { bulletinEvery: 'P1W' });
    const office = await createOffice({ regulation });
    await office.sweep();
    const { body } = await office.as('officeHead')('GET', '/v1/cases', undefined, { state: 'open' });
    expect(JSON.stringify(body)).toContain('定期工作');
  });
});
