import { describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, chief, head, leader, liaison, officer } from '../../support/case-file.ts';
import { concluding } from '../../support/conclude.ts';
import { openPost, unitHead } from '../../unit/bureaus/nanning/nanning-file.ts';
import { lastSaid } from '../../unit/rules/labels/given.ts';
import { assigned, confirm, correct, type File, give, open, pushed } from '../given.ts';

const calm = { type: 'DeclareCalm', reason: '传播已得到控制' } as const;
const rekindle = { type: 'Rekindle', reason: '再次上热搜' } as const;
const daily = {
  type: 'FileReport' as const,
  kind: 'progress',
  form: 'written',
  to: ['officeHead', 'deputyLeader', 'chiefLeader'],
} satisfies CaseCommand;
const raise = (level: string): CaseCommand => ({
  type: 'ChangeLevel',
  level,
  authority: 'change',
  reason: '多地媒体转发',
});
const concluded = (file: File, when: string): void => {
  give(file, `${when}:00`, head, concluding(file.schedule().duties));
  expect(give(file, `${when}:30`, leader, { type: 'ApproveConclusion' })).toBe('done');
};

describe('leizhou 办法 第二十三条(二)①: the file says why a report is owed no more', () => {
  const orange = (): File => {
    const file = open({ level: 'orange', instants: { occurredAt: '03-02 08:00' } });
    expect(give(file, '03-03 07:30', liaison, daily)).toBe('done');
    return file;
  };

  it('平息', () => {
    const file = orange();
    expect(give(file, '03-03 15:00', chief, calm)).toBe('done');
    expect(lastSaid(file)).toContain('每日书面报告终止:舆情已平息');
    expect(lastSaid(file)).toContain('开始计时:每周书面续报');
    expect(lastSaid(file)).not.toContain('重新起算');
    expect(file.duty('dailyReport')).toMatchObject({ status: 'fulfilled', reason: '舆情已平息' });
  });

  it('结报', () => {
    const file = orange();
    give(file, '03-03 15:00', chief, calm);
    concluded(file, '03-04 09:00');
    expect(lastSaid(file)).toContain('每周书面续报终止:案卷已结报');
    expect(lastSaid(file)).not.toContain('重新起算');
  });

  it('再起, which ends the weekly report and begins the daily one anew', () => {
    const file = orange();
    give(file, '03-03 15:00', chief, calm);
    expect(give(file, '03-04 09:00', officer, rekindle)).toBe('done');
    expect(lastSaid(file)).toContain('每周书面续报终止:舆情再次发酵');
    expect(lastSaid(file)).toMatch(/开始计时:[^;]*每日书面报告\(时限3月5日9时\)/);
  });

  it('a calm that a raise has ended', () => {
    const file = open({ level: 'yellow', instants: { occurredAt: '03-02 08:00' } });
    give(file, '03-02 15:00', leader, calm);
    give(file, '03-03 09:00', officer, raise('orange'));
    expect(lastSaid(file)).toContain('每周书面续报终止:级别升高,原平息宣布不再有效');
  });

  it('a report that is taken back: the period before is owed again, and nothing starts anew', () => {
    const file = open({ level: 'blue', sources: [assigned('03-02 10:00')] });
    const progress = { ...daily, to: ['zhanjiang'] };
    expect(give(file, '03-05 10:00', officer, progress)).toBe('done');
    const act = file.log.at(-1)!.version;
    expect(give(file, '03-05 10:10', officer, { type: 'WithdrawAct', act, reason: '录错案卷' })).toBe('done');
    expect(lastSaid(file)).toMatch(new RegExp(`续报处置进展终止:撤回案卷日志第${act}条(;|$)`));
  });
});

describe('the file says what a limit was moved by', () => {
  it('leizhou 附件2 五(三)红 5h: a corrected instant, from where to where', () => {
    const file = open({ level: 'red', instants: { occurredAt: '03-02 09:00' } });
    expect(give(file, '03-02 10:10', officer, correct('occurredAt', '03-02 08:00'))).toBe('done');
    expect(lastSaid(file)).toContain('发布权威信息时限由3月2日14时改为3月2日13时:更正舆情发生时间');
    expect(lastSaid(file)).not.toContain('对外回应');
  });

  it('leizhou 办法 第二十二条(二)橙+ 电话: a corrected receipt', () => {
    const file = open({ level: 'orange', sources: [assigned('03-02 08:00', '2号')] });
    const corrected = correct('receivedAt', '03-02 10:00', { source: '2号', reference: '通话记录' });
    expect(give(file, '03-02 10:40', head, corrected)).toBe('done');
    expect(lastSaid(file)).toContain('电话报告湛江市局时限由3月2日11时改为3月2日13时:更正收到时间');
  });

  it('nanning B 五(二) ⑧ 10wd: an extension', () => {
    const file = openPost('03-02 10:00', { flags: ['byProcedure'] });
    const to = at('03-12 10:00');
    const extend: CaseCommand = { type: 'ExtendDuty', duty: 'settledReply', to, reason: '需上级部门核实' };
    expect(give(file, '03-03 10:00', unitHead, extend)).toBe('done');
    const said = lastSaid(file, regulations.nanning);
    expect(said).toMatch(/时限由3月9日\S+延长至3月12日10时:需上级部门核实/);
    expect(said).toMatch(/时限由3月9日\S+改为3月12日10时:批准延长/);
  });

  it('leizhou 办法 第二十一条(二)红 ①: a raise, which replaces what the lower level asked', () => {
    const file = open({ level: 'yellow', sources: [assigned('03-02 09:50')] });
    expect(give(file, '03-02 11:00', officer, raise('red'))).toBe('done');
    const said = lastSaid(file);
    expect(said).toMatch(/时限由\S+改为\S+:级别由敏感舆情升为特别重大舆情/);
    expect(said).not.toMatch(/不再适用\(时限/);
  });

  it('leizhou: what a level gave that was not adopted', () => {
    const file = pushed({ proposed: 'red' });
    give(file, '03-02 10:20', officer, confirm('blue'));
    expect(give(file, '03-02 10:25', leader, { type: 'ApproveLevelChange' })).toBe('done');
    expect(lastSaid(file)).toContain('初判特别重大舆情未采纳');
  });
});
