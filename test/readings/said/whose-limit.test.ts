import { describe, expect, it } from 'vitest';
import { dutyView } from '../../../functions/serve-desk/views/duty.ts';
import { rowView } from '../../../functions/serve-desk/views/row.ts';
import { scheduleView } from '../../../functions/serve-desk/views/schedule.ts';
import { dutyLine } from '../../../infra/local/console/duty-line.ts';
import { outcomeInChinese } from '../../../shared/deadlines/occurrences/outcome-words.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import { at, officer } from '../../support/case-file.ts';
import { lastSaid } from '../../unit/rules/labels/given.ts';
import { type File, give, open, person } from '../given.ts';

const viewOf = (file: File, duty: string, now: string, bureau = 'leizhou') =>
  dutyView(regulations[bureau]!, file.duty(duty)!, at(now));
const said = (file: File, bureau = 'leizhou'): string =>
  file.log.flatMap(({ events }) => events.map((event) => labelOf(regulations[bureau]!, event))).join('\n');

describe('参照: what the office reads like a rule', () => {
  const prompted = (): File =>
    open({
      level: 'orange',
      sources: [{ kind: 'zhanjiang-prompted', receivedAt: at('03-02 09:50'), reference: '7号' }],
    });

  it('leizhou 办法 第二十一条(三): is shown so, told, and never overdue', () => {
    const file = prompted();
    expect(said(file)).toContain('电话报告湛江市局(参照时限3月2日12时50分,本局设置)');
    const view = viewOf(file, 'zhanjiangTelephone', '03-02 12:00');
    expect(view).toMatchObject({ byReference: true, statusText: '参照·待办', provisional: false });
    expect(view.basisText).toBe('参照(本局设置,非办法规定)');
    expect(dutyLine(view)).toMatch(/3小时内 参照时限03-02 12:50:00\(本局设置\)/);
    file.runTo('03-02 20:00');
    expect(said(file)).toMatch(/提醒“电话报告湛江市局”\(参照时限3月2日12时50分,本局设置\)/);
    expect(said(file)).not.toMatch(/“电话报告湛江市局”已逾期|电话报告湛江市局应于/);
    expect(viewOf(file, 'zhanjiangTelephone', '03-02 20:00').overdue).toBe(false);
  });

  it.each([
    ['in time', '03-02 12:00'],
    ['late', '03-02 14:00'],
  ])('leizhou: done %s it is 已办', (_, when) => {
    const file = prompted();
    expect(
      give(file, when, officer, { type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] }),
    ).toBe('done');
    expect(lastSaid(file)).toContain('电话报告湛江市局已办(参照时限3月2日12时50分,本局设置)');
    expect(lastSaid(file)).not.toMatch(/电话报告湛江市局(按时|逾期)/);
  });

  it('hohhot C 反馈 12–24h: found by the bureau itself, 24 hours are its own', () => {
    const file = open({
      bureau: 'hohhot',
      level: 'medium',
      by: person('commandGroup'),
      instants: { detectedAt: '03-02 10:00' },
    });
    const view = viewOf(file, 'feedback', '03-02 12:00', 'hohhot');
    expect(view).toMatchObject({ byReference: true, overdue: false });
    expect(view.statusText).toBe('参照·待办');
    expect(said(file, 'hohhot')).toMatch(/向宣传网信部门书面反馈办理情况\(参照时限3月3日10时,本局设置\)/);
    const source = { kind: 'cac-prompted', receivedAt: at('03-02 15:00'), reference: '1号' };
    expect(give(file, '03-02 15:05', person('commandGroup'), { type: 'AddSource', source })).toBe('done');
    // A prompt is a receipt of its own: here something does start again.
    expect(lastSaid(file, regulations.hohhot)).toMatch(
      /向宣传网信部门书面反馈办理情况终止:收到[^;]+,重新起算;开始计时:向宣传网信部门书面反馈办理情况\(时限3月3日15时\)/,
    );
  });
});

describe('what the office has set for itself', () => {
  it.each(['fulfilled', 'fulfilledLate'] as const)('done, it is 已办: %s', (outcome) => {
    const late = { due: at('03-02 10:00'), at: at('03-02 11:00') };
    expect(outcomeInChinese(outcome, { ...late, isTarget: true })).toBe('已办');
  });
});

describe('a level without a number', () => {
  it('petition D 第四条(三) 一般 24h: 较大 says so on the list and in the schedule, 一般 does not', () => {
    const regulation = regulations.petition!;
    const larger = open({
      bureau: 'petition',
      level: 'larger',
      facts: { unit: undefined },
      instants: { detectedAt: '03-02 10:00' },
    });
    expect(rowView(regulation, larger.state, at('03-02 11:00')).withoutLimit).toBe('制度未规定时限');
    expect(scheduleView(regulation, larger.state, at('03-02 11:00')).withoutLimit).toBe('制度未规定时限');
    const general = open({ bureau: 'petition', level: 'general', facts: { unit: undefined } });
    expect(rowView(regulation, general.state, at('03-02 11:00')).withoutLimit).toBeNull();
    expect(viewOf(larger, 'notifyUnits', '03-02 11:00', 'petition')).toMatchObject({
      statusText: '未定时限',
      reason: '制度未规定时限',
    });
  });

  it('leizhou 办法 第二十一条(二)黄: a duty that says its own word instead', () => {
    const file = open({ level: 'yellow' });
    const duty = file.schedule().duties.find(({ name }) => name === '决定是否对外回应')!;
    const line = dutyLine(viewOf(file, duty.duty, '03-02 11:00'));
    expect(line).toMatch(/^ {2}未定时限\s+决定是否对外回应 {2}办法只写“根据最新舆情发展趋势” {2}责任:/);
  });
});
