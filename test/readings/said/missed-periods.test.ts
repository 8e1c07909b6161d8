import { describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import { at, caseFile, chief, head, officer, opening } from '../../support/case-file.ts';
import { concluding } from '../../support/conclude.ts';
import { lastSaid } from '../../unit/rules/labels/given.ts';
import { type File, give, open, person, timesOf } from '../given.ts';

// A period's report that was not made when the next fell due, or when the series ended, is 缺报; until then it is 逾期.

const said = (file: File, regulation = regulations.leizhou!): string =>
  file.log.flatMap(({ events }) => events.map((event) => labelOf(regulation, event))).join('\n');

describe('leizhou 办法 第二十三条(二)①: a daily report that nobody makes', () => {
  const overdue = (): File => {
    const file = open({ level: 'orange', when: '03-02 09:00', instants: { occurredAt: '03-02 08:00' } });
    file.runTo('03-03 12:00');
    return file;
  };

  it('is 逾期 until the next falls due, then 缺报, said once', () => {
    const file = overdue();
    expect(file.duty('dailyReport')).toMatchObject({ status: 'open', current: { outcome: 'open' } });
    expect(said(file)).toContain('“每日书面报告”已逾期1小时(应于3月3日8时前办结)');
    expect(said(file)).not.toContain('缺报');
    file.runTo('03-04 08:00');
    expect(said(file).match(/缺报/g)).toEqual(['缺报']);
    expect(said(file)).toContain('缺报“每日书面报告”(应于3月3日8时前办结),转入下一期');
  });

  it.each([
    ['before it', '03-02 20:00'],
    ['after it', '03-03 10:00'],
  ])('is 缺报 when a calm dated %s ends the series', (_, calmedAt) => {
    const file = overdue();
    expect(
      give(file, '03-03 12:10', chief, { type: 'DeclareCalm', reason: '已经平息', calmedAt: at(calmedAt) }),
    ).toBe('done');
    expect(lastSaid(file)).toContain('每日书面报告缺报(应于3月3日8时前办结)');
    expect(timesOf(file, 'dailyReport')).toEqual([['1.1', 'missed']]);
  });
});

describe('a calm that is dated back over missed reports', () => {
  /** The same rules where the head of the office may declare calm at 橙 too. */
  const lenient: Regulation = {
    ...regulations.leizhou!,
    authorities: regulations.leizhou!.authorities.map((each) =>
      each.command === 'DeclareCalm' ? { ...each, roles: [...each.roles, 'officeHead'] } : each,
    ),
  };
  const calm = (local: string) => ({ type: 'DeclareCalm', reason: '已经平息', calmedAt: at(local) }) as const;
  const opened = (until: string) => {
    const file = caseFile(lenient);
    file.give(
      '03-02 09:00',
      officer,
      opening({ level: 'orange', unit: 'food', instants: { occurredAt: at('03-02 08:00') } }),
    );
    file.runTo(until);
    return file;
  };

  it('is a leader’s, whoever else may declare one', () => {
    const file = opened('03-03 12:00');
    const { refusal } = file.give('03-03 12:10', head, calm('03-02 20:00'));
    expect(refusal).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
      message:
        '平息时间早于应于3月3日8时前办理而未办的“每日书面报告”,须由舆情领导小组、局主要负责人宣布;未办的仍记缺报',
    });
    expect(file.give('03-03 12:11', chief, calm('03-02 20:00')).refusal).toBeNull();
    expect(timesOf(file, 'dailyReport')).toEqual([['1.1', 'missed']]);
  });

  it.each([
    ['a second before it fell due', '03-03 07:59:59', 'ROLE_NOT_ALLOWED'],
    ['as it fell due', '03-03 08:00:00', 'done'],
    ['a second after', '03-03 08:00:01', 'done'],
  ])('dated %s', (_, local, code) => {
    expect(give(opened('03-03 12:00'), '03-03 12:10', head, calm(local))).toBe(code);
  });

  it('dated back over nothing that was missed, it is anybody’s who may declare one', () => {
    expect(give(opened('03-02 12:00'), '03-02 12:10', head, calm('03-02 11:00'))).toBe('done');
  });
});

describe('periodic work of the bureaus without 平息', () => {
  const opened = (bureau: string, source: string, settings: Record<string, string>): File =>
    open({
      bureau,
      level: 'periodic',
      sources: [{ kind: source }],
      by: person('officeHead'),
      facts: { unit: undefined },
      settings,
      when: '03-02 09:00',
    });

  it('nanning B 四(一) ①: what was not done when the case is concluded is 缺报', () => {
    const file = opened('nanning', 'foreseen', { browseEvery: 'P1D' });
    file.runTo('03-04 10:00');
    give(file, '03-04 11:00', person('officeHead'), concluding(file.schedule().duties));
    give(file, '03-04 11:01', person('deputyLeader'), { type: 'ApproveConclusion' });
    expect(file.state.status).not.toBe('open');
    expect(lastSaid(file, regulations.nanning)).toContain('浏览各大主流媒体网页缺报(应于3月3日24时前办结)');
  });

  it('petition D 第四条(四): what is owed outside stays 逾期 after 结报, and is 缺报 when the next falls due', () => {
    const file = opened('petition', 'periodic-work', { riskReviewEvery: 'P1W' });
    file.runTo('03-10 10:00');
    const all = () => said(file, regulations.petition);
    expect(all()).not.toContain('缺报');
    file.runTo('03-17 00:00');
    expect(all()).toContain('缺报“定期梳理并上报可能引发舆情的情况”(应于3月9日24时前办结),转入下一期');
  });
});
