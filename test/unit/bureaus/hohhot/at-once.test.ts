import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at } from '../../../support/case-file.ts';
import {
  clerk,
  code,
  type File,
  group,
  head,
  leader,
  message,
  openFile,
  outcomeOf,
  type Report,
  unitHead,
} from './hohhot-file.ts';

/** The duties of the schedule that wait for somebody at once. */
const atOnce = (file: File): string[] =>
  file
    .schedule()
    .duties.filter(({ limit, status }) => limit.kind === 'immediate' && status === 'open')
    .map(({ duty }) => duty);

describe('hohhot C 分类1 小微: what is small (X39)', () => {
  it('owes nothing, not even the start of the schedule', () => {
    const file = openFile({ level: 'minor' });
    expect(file.schedule().duties).toEqual([]);
  });

  it('owes what 中级 owes from the moment it is raised', () => {
    const file = openFile({ level: 'minor' });
    file.give('03-02 23:00', group, {
      type: 'ChangeLevel',
      level: 'medium',
      reason: '关注度上升',
      authority: 'change',
    });
    // The hours of a prompt run from that prompt, at whatever level (反馈: 收到舆情提示).
    expect(file.due('feedback')).toBe(at('03-03 20:00'));
    expect(atOnce(file)).toContain('startPlan');
  });
});

describe('what is asked at once', () => {
  it('hohhot C 原则2: is the start of the plan and the four 第一时间 at 中级', () => {
    const file = openFile();
    expect(
      file
        .schedule()
        .duties.filter(({ limit, basis }) => limit.kind === 'immediate' && basis === 'law')
        .map(({ duty, limitText }) => `${duty} ${limitText}`),
    ).toEqual([
      'startPlan 立即',
      'watch 第一时间',
      'analyse 第一时间',
      'reportUp 第一时间',
      'respond 第一时间',
    ]);
  });

  it('hohhot C 分类3 重大: is more at 重大, 快报 and 同时 the warnings and the meeting', () => {
    const more = openFile({ level: 'major' })
      .schedule()
      .duties.filter(({ duty }) => ['bulletin', 'warnUnits', 'alertBodies', 'meeting'].includes(duty));
    expect(more.map(({ duty, limitText }) => `${duty} ${limitText}`)).toEqual([
      'bulletin 第一时间',
      'warnUnits 同时',
      'alertBodies 同时',
      'meeting 同时',
    ]);
  });

  it('is never called overdue', () => {
    const file = openFile({ level: 'major' });
    const steps = file.runTo('03-03 07:00');
    expect(steps.some((step) => step.includes('startPlan#1 due'))).toBe(true);
    expect(steps.filter((step) => step.includes('overdue'))).toEqual([]);
  });

  it('is met for the district leaders by a 快报 to them alone', () => {
    const file = openFile({ level: 'major' });
    const bulletin: Omit<Report, 'to'> = { type: 'FileReport', kind: 'bulletin', form: 'telephone' };
    file.give('03-02 20:31', group, { ...bulletin, to: ['districtGovernment'] });
    expect(outcomeOf(file, 'bulletin')).toBe('open');
    file.give('03-02 20:32', group, { ...bulletin, to: ['districtLeaders'] });
    expect(outcomeOf(file, 'bulletin')).toBe('fulfilled');
  });

  it('is reported to superiors by the office and the leaders, not by a unit', () => {
    const file = openFile({ level: 'major' });
    const report: Report = {
      type: 'FileReport',
      kind: 'bulletin',
      form: 'telephone',
      to: ['districtLeaders'],
    };
    expect(code(file.give('03-02 20:31', unitHead, report))).toBe('CONTACT_NOT_ALLOWED');
    const progress: Report = { type: 'FileReport', kind: 'progress', form: 'written', to: ['commandBody'] };
    expect(code(file.give('03-02 20:32', unitHead, progress))).toBeUndefined();
  });
});

describe('hohhot C 保密: secrecy (X40)', () => {
  const report: Report = {
    type: 'FileReport',
    kind: 'bulletin',
    form: 'telephone',
    to: ['districtLeaders'],
  };

  it.each(['mobile', 'sms', 'wechat'])('bars %s for a secret case, and only for one', (channel) => {
    const secret = openFile({ level: 'major', flags: ['secret'] });
    const refused = secret.give('03-02 20:40', group, { ...report, channel });
    expect(code(refused)).toBe('CHANNEL_FORBIDDEN');
    expect(message(refused)).toContain('《网络舆情(突发事件)应对处置应急预案》“保密”部分');
    expect(
      code(openFile({ level: 'major' }).give('03-02 20:40', group, { ...report, channel })),
    ).toBeUndefined();
  });

  it.each(['phone', 'secureLine', 'cipherTelegram', 'fax'])('lets %s through', (channel) => {
    const secret = openFile({ level: 'major', flags: ['secret'] });
    expect(code(secret.give('03-02 20:40', group, { ...report, channel }))).toBeUndefined();
  });

  it('sends no message about a secret case', () => {
    const secret = openFile({ flags: ['secret'] });
    secret.runTo('03-02 20:45');
    expect(Object.keys(secret.state.pendingNotices)).toEqual([]);
    expect(Object.values(secret.state.telephoneTasks).length).toBeGreaterThan(0);
  });

  it('is lifted by a leader alone', () => {
    const secret = openFile({ flags: ['secret'] });
    const lift: CaseCommand = {
      type: 'SetFlags',
      add: [],
      remove: ['secret'],
      reason: '已解密',
      reference: '保密〔2026〕3号',
    };
    expect(code(secret.give('03-02 20:40', group, lift))).toBe('ROLE_NOT_ALLOWED');
    expect(code(secret.give('03-02 20:41', head, lift))).toBe('ROLE_NOT_ALLOWED');
    expect(code(secret.give('03-02 20:42', leader, lift))).toBeUndefined();
  });
});

describe('hohhot C 研判 ①: what the clerk opens is 初判', () => {
  it('is asked for 定级 once, for 分析研判 by its own name, and to report up only after 定级', () => {
    const file = openFile({ by: clerk });
    file.runTo('03-02 20:31');
    const told = file.log
      .flatMap(({ events }) => events)
      .flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
      .filter(({ role, duty }) => role === 'commandGroup' && duty !== undefined)
      .map(({ duty, template }) => `${duty} ${template}`);
    expect(told.sort()).toEqual([
      'analyse atOnce',
      'confirmGrade gradeAsked',
      'feedback gradeFirst',
      'reportUp gradeFirstAtOnce',
      'respond atOnce',
      'watch atOnce',
    ]);
  });
});
