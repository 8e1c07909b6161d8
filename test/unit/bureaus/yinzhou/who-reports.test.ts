import { describe, expect, it } from 'vitest';
import { grade } from '../../../../shared/grading/grade.ts';
import { at, head, leader, officer } from '../../../support/case-file.ts';
import {
  act,
  codeOf,
  type File,
  LEADERS,
  openFile,
  outcomeOf,
  person,
  refusalOf,
  report,
  statusOf,
  unitHead,
  yinzhou,
} from './yinzhou-file.ts';

const idsOf = (file: File) => file.schedule().duties.map(({ duty }) => duty);

describe('yinzhou E 四(二)3 启动: the unit’s own plan', () => {
  it('is started at the time of the report', () => {
    const file = openFile();
    expect(file.due('startOwnPlan')).toBe(at('03-02 09:15'));
    file.give('03-02 09:05', person, report('oral', LEADERS));
    expect(file.due('startOwnPlan')).toBe(at('03-02 09:05'));
    file.give('03-02 09:06', unitHead, { type: 'StartPlan' });
    expect(outcomeOf(file, 'startOwnPlan')).toBe('fulfilled');
  });

  it('may be a 工作制度, which the unit itself records', () => {
    const file = openFile();
    expect(codeOf(file, '03-02 09:04', officer, act('workSystemStarted'))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 09:05', unitHead, act('workSystemStarted'));
    expect(outcomeOf(file, 'startOwnPlan')).toBe('fulfilled');
  });

  it('is started at 重大 only, and not by the clerk', () => {
    expect(codeOf(openFile(), '03-02 09:05', officer, { type: 'StartPlan' })).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(openFile({ level: 'larger' }), '03-02 09:05', unitHead, { type: 'StartPlan' })).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });
});

describe('yinzhou E 五1 ①: who found it decides who reports (X45)', () => {
  it.each(['larger', 'major'])(
    '%s, found by a unit: it reports to the office, and to the leaders',
    (level) => {
      const file = openFile({ level, source: 'unit-found', by: person });
      expect(idsOf(file)).toContain('reportOffice');
      expect(idsOf(file)).toContain(level === 'major' ? 'oralReport' : 'reportLeaders');
      expect(idsOf(file)).not.toContain('alertLeaders');
      expect(idsOf(file)).not.toContain('notifyUnit');
    },
  );

  it.each([
    ['larger', 'monitored'],
    ['larger', 'netizen'],
    ['major', 'monitored'],
    ['major', 'cyberspace-prompted'],
  ])('%s, source %s: the office tells the leaders and the unit', (level, source) => {
    const file = openFile({ level, source });
    expect(idsOf(file)).not.toContain('reportOffice');
    file.runTo('03-02 09:01');
    expect(statusOf(file, 'alertLeaders')).toBe('fulfilled');
    expect(statusOf(file, 'notifyUnit')).toBe('open');
    file.release('03-02 09:02');
    expect(statusOf(file, 'notifyUnit')).toBe('fulfilled');
  });

  it('both routes hold when both found it', () => {
    const file = openFile({ level: 'larger', source: 'unit-found' });
    file.give('03-02 09:05', officer, { type: 'AddSource', source: { kind: 'monitored' } });
    expect(idsOf(file)).toEqual(expect.arrayContaining(['reportOffice', 'reportLeaders', 'alertLeaders']));
  });

  it('a unit’s report to the leaders at 较大 counts from its notification when the office found it', () => {
    const file = openFile({ level: 'larger' });
    expect(file.duty('reportLeaders')).toMatchObject({
      status: 'notStarted',
      reason: expect.stringContaining('通知相关科室(单位)'),
    });
    file.release('03-02 09:02');
    expect(file.due('reportLeaders')).toBe(at('03-02 09:02'));
    const bare = openFile({ level: 'larger' });
    bare.runTo('03-02 09:11');
    expect(bare.due('reportLeaders')).toBe(at('03-02 09:11'));
    expect(statusOf(bare, 'notifyUnit')).toBe('open');
  });

  it('a report to the leaders at 较大 needs both of them and the copy to the office', () => {
    const file = openFile({ level: 'larger', source: 'unit-found' });
    file.give('03-02 09:03', person, report('oral', ['deputyLeader', 'officeHead']));
    expect(outcomeOf(file, 'reportOffice')).toBe('fulfilled');
    expect(outcomeOf(file, 'reportLeaders')).toBe('open');
    file.give('03-02 09:04', person, report('written', ['chiefLeader']));
    expect(outcomeOf(file, 'reportLeaders')).toBe('fulfilled');
  });

  it('一般 owes no report, only the handing over to the unit', () => {
    const file = openFile({ level: 'general' });
    expect(idsOf(file).filter((id) => /report|alert|notify/i.test(id))).toEqual([]);
    file.runTo('03-02 09:01');
    expect(statusOf(file, 'handToUnit')).toBe('fulfilled');
    expect(idsOf(openFile({ level: 'general', source: 'unit-found' }))).not.toContain('handToUnit');
  });

  it('is told anew when 较大 becomes 重大', () => {
    const file = openFile({ level: 'larger' });
    file.runTo('03-02 09:01');
    file.give('03-02 09:08', officer, {
      type: 'ChangeLevel',
      level: 'major',
      reason: '聚集',
      authority: 'change',
    });
    expect(statusOf(file, 'alertLeaders')).toBe('open');
    expect(file.due('oralReport')).toBe(at('03-02 09:15'));
    file.runTo('03-02 09:08');
    expect(statusOf(file, 'alertLeaders')).toBe('fulfilled');
  });
});

describe('yinzhou E 四(二)3 上报: the report upwards', () => {
  const upward = report('written', ['municipalBureau', 'committeeOffice', 'governmentOffice'], 'upward');

  it('is the office’s, at its discretion', () => {
    const file = openFile();
    expect(codeOf(file, '03-02 10:00', person, upward)).toBe('CONTACT_NOT_ALLOWED');
    expect(codeOf(file, '03-02 10:00', head, upward)).toBeUndefined();
    expect(outcomeOf(file, 'decideReportUp')).toBe('fulfilled');
  });

  it('is settled by a decision against it, too', () => {
    const file = openFile();
    file.give('03-02 10:00', head, { type: 'RecordDecision', decision: 'reportUp', outcome: '暂不上报' });
    expect(outcomeOf(file, 'decideReportUp')).toBe('fulfilled');
  });

  it('is no question below 重大', () => {
    expect(idsOf(openFile({ level: 'larger' }))).not.toContain('decideReportUp');
  });
});

describe('a 重大 case', () => {
  it('does not end unseen while a report is owed', () => {
    const file = openFile();
    expect(
      refusalOf(file, '03-03 10:00', head, { type: 'Conclude', summary: '舆情已经处置完毕' }),
    ).toMatchObject({
      code: 'DUTIES_UNMET',
      message: expect.stringContaining('口头报告、书面报告'),
    });
  });

  it('is lowered by a second person only', () => {
    const file = openFile();
    file.give('03-02 09:10', head, {
      type: 'ChangeLevel',
      level: 'larger',
      reason: '非突发事件',
      authority: 'change',
    });
    expect(codeOf(file, '03-02 09:11', head, { type: 'ApproveLevelChange' })).toBe('SECOND_PERSON_REQUIRED');
    expect(codeOf(file, '03-02 09:12', leader, { type: 'ApproveLevelChange' })).toBeUndefined();
    expect(file.schedule().cancelled.map(({ duty }) => duty)).toEqual(
      expect.arrayContaining(['oralReport', 'writtenReport', 'startOwnPlan']),
    );
  });

  it('that a unit opens is graded by the leader in charge, and owes its reports before', () => {
    const file = openFile({ source: 'unit-found', by: person });
    expect(file.state.provisional).toBe(true);
    expect(codeOf(file, '03-02 09:05', person, { type: 'ConfirmGrade', level: 'major' })).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(codeOf(file, '03-02 09:05', officer, { type: 'ConfirmGrade', level: 'major' })).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(file.duty('oralReport')).toMatchObject({ breachable: true, provisional: false });
    file.give('03-02 09:05', leader, { type: 'ConfirmGrade', level: 'major' });
    expect(file.due('oralReport')).toBe(at('03-02 09:15'));
  });
});

describe('what a pushed item is taken for', () => {
  const levelOf = (text: string, flags: string[] = []) =>
    grade(yinzhou, { text, counters: {}, observations: [], observedAt: '2026-03-02T09:00:00+08:00', flags })
      .level;

  it.each([
    ['网友询问婚姻登记预约办法', 'pending'],
    ['某地低保评定存在人情保、关系保', 'general'],
    ['民政窗口工作人员态度恶劣', 'general'],
    ['网传某福利机构虐待儿童', 'pending'],
    ['网传某福利机构虐待儿童,视频迅速发酵', 'larger'],
    ['某演唱会登上热搜', 'pending'],
    ['某养老机构发生火灾', 'major'],
    ['家属围堵殡仪馆,扰乱社会秩序', 'major'],
    ['某养老机构未发生火灾', 'pending'],
    ['养老机构开展火灾演练', 'pending'],
  ])('%s: %s', (text, level) => expect(levelOf(text)).toBe(level));

  it('needs both halves of 较大: 敏感信息或谣言, and 迅速发酵', () => {
    expect(levelOf('', ['sensitiveOrRumour'])).toBe('pending');
    expect(levelOf('', ['spreadingFast'])).toBe('pending');
    expect(levelOf('', ['spreadingFast', 'sensitiveOrRumour'])).toBe('larger');
  });
});
