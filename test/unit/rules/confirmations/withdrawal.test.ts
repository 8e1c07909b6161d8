import { describe, expect, it } from 'vitest';
import type { PersonCommand } from '../../../../shared/rules/decide.ts';
import type { CommandOf } from '../../../../shared/rules/refusing.ts';
import { approval, confirm, enteredFor, withdraw } from '../../../support/approvals.ts';
import { at, chief, group, head, leader, liaison, officer } from '../../../support/case-file.ts';
import { codeOf, openedAt, openedIn, outcomeOf, person, toldBy } from './people.ts';

const assigned = { kind: 'zhanjiang-assigned', receivedAt: at('03-02 09:00') };
const telephoned: PersonCommand = { type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] };
const instructed = (more: Partial<CommandOf<'RecordInstruction'>>): CommandOf<'RecordInstruction'> => ({
  type: 'RecordInstruction',
  from: 'superior',
  text: '速办',
  ...more,
});
const calm = { type: 'DeclareCalm', reason: '误报' } as const;

describe('an act that was entered by mistake', () => {
  it('is taken back by who entered it or the head of the office, and what it met is owed at its own instant', () => {
    const file = openedAt('red', { sources: [assigned] });
    file.give('03-02 10:00', officer, telephoned);
    const act = file.state.version;
    expect(outcomeOf(file, 'zhanjiangTelephone')).toBe('fulfilled');
    expect(codeOf(file.give('03-02 10:10', liaison, withdraw(act)))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-02 10:10', head, withdraw(act)))).toBe('done');
    expect(file.duty('zhanjiangTelephone')).toMatchObject({
      status: 'open',
      current: { due: at('03-02 12:00'), entry: null },
    });
    expect(file.state).toMatchObject({ reports: [], withdrawn: [{ entry: act, reason: '误录' }] });
    expect(file.log[act - 1]?.events[0]).toMatchObject({ type: 'ReportFiled' });
    expect(file.give('03-02 10:11', head, withdraw(act))).toMatchObject({ events: [], refusal: null });
    expect(codeOf(file.give('03-02 10:12', head, withdraw(1)))).toBe('ACT_UNKNOWN');
  });

  it('what was entered for a leader is his own once he has confirmed it: its clerk takes it back no more', () => {
    const entered = () => {
      const file = openedAt('red');
      file.give('03-02 09:40', officer, enteredFor(leader, '03-02 09:35', 'statementApproved'));
      return { file, act: file.state.version };
    };
    const before = entered();
    expect(codeOf(before.file.give('03-02 09:50', officer, withdraw(before.act)))).toBe('done');
    for (const who of [leader, head]) {
      const { file, act } = entered();
      expect(codeOf(file.give('03-02 09:45', leader, confirm(act)))).toBe('done');
      expect(codeOf(file.give('03-02 09:50', officer, withdraw(act)))).toBe('ROLE_NOT_ALLOWED');
      expect(codeOf(file.give('03-02 09:51', who, withdraw(act)))).toBe('done');
    }
  });

  it('a calm: the daily reports run again at their own instants', () => {
    const file = openedAt('red');
    file.give('03-02 10:00', group, calm);
    expect(file.duty('dailyReport')?.status).toBe('ended');
    expect(codeOf(file.give('03-02 11:00', group, withdraw(file.state.version)))).toBe('done');
    expect(file.due('dailyReport')).toBe(at('03-03 08:00'));
    expect(file.duty('weeklyReport')?.status).toBe('notStarted');
    expect(codeOf(file.give('03-02 12:00', group, calm))).toBe('done');
  });

  it('a source with its running limit: by who may grant time, and another than who entered it', () => {
    const file = openedAt('red');
    file.give('03-02 09:10', head, { type: 'AddSource', source: assigned });
    const act = file.state.version;
    expect(file.duty('zhanjiangTelephone')?.status).toBe('open');
    expect(codeOf(file.give('03-02 09:20', officer, withdraw(act)))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-02 09:20', head, withdraw(act)))).toBe('SECOND_PERSON_REQUIRED');
    const other = openedAt('red');
    other.give('03-02 09:10', officer, { type: 'AddSource', source: assigned });
    expect(codeOf(other.give('03-02 09:20', head, withdraw(other.state.version)))).toBe('done');
    expect(other.duty('zhanjiangTelephone')?.status).not.toBe('open');
  });

  it('a 批示 that is also a source: nothing is asked, chased or told for it any more', () => {
    const file = openedAt('red');
    file.give('03-02 09:30', head, instructed({ task: '查清来源' }));
    const act = file.state.version;
    const id = `instruction-${act}`;
    expect(file.state.sources.map(({ entry }) => entry)).toContain(act);
    expect(codeOf(file.give('03-02 09:40', head, withdraw(act)))).toBe('done');
    expect(file.duty(id)).toBeUndefined();
    expect(file.state.sources.map(({ entry }) => entry)).not.toContain(act);
    expect(JSON.stringify([file.state.pendingNotices, file.state.telephoneTasks])).not.toContain(id);
    const raised = { type: 'ChangeLevel', level: 'red', reason: '升级', authority: 'change' } as const;
    const other = openedAt('yellow');
    other.give('03-02 09:30', officer, instructed({ task: '查清来源' }));
    const fact = other.state.version;
    other.give('03-02 09:40', officer, withdraw(fact));
    expect(codeOf(other.give('03-02 10:00', officer, { ...raised, newFact: fact }))).toBe('NEW_FACT_UNKNOWN');
  });

  it('a 批示 alone is no other, and the same is true of one of the bureau', () => {
    const file = openedAt('red');
    file.give('03-02 09:30', officer, { ...instructed({ task: '查清来源' }), from: 'bureau' });
    expect(codeOf(file.give('03-02 09:40', officer, withdraw(file.state.version)))).toBe('done');
    expect(file.state.instructions).toEqual([]);
  });

  it('a superior’s 批示 with a limit: by who may grant time, and another than who entered it', () => {
    const file = openedAt('red');
    file.give('03-02 09:30', officer, instructed({ deadline: at('03-03 12:00') }));
    const act = file.state.version;
    expect(codeOf(file.give('03-02 09:40', officer, withdraw(act)))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-02 09:40', head, withdraw(act)))).toBe('done');
  });

  it('an approval: what went out under it is 未经审定发布, which the leaders are told', () => {
    const file = openedAt('red');
    file.give('03-02 09:30', leader, approval('statementApproved'));
    const act = file.state.version;
    file.give('03-02 10:00', officer, { type: 'RecordPublication', form: 'authoritative' });
    expect(outcomeOf(file, 'publicResponse')).toBe('fulfilled');
    file.give('03-02 10:10', leader, withdraw(act));
    expect(outcomeOf(file, 'publicResponse')).toBe('unapproved');
    expect(toldBy(file)).toContainEqual(['unapproved', 'chiefLeader']);
  });

  it('a 代录: nobody is asked any more', () => {
    const file = openedAt('red');
    file.give('03-02 09:40', officer, enteredFor(leader, '03-02 09:30', 'statementApproved'));
    file.give('03-02 09:50', officer, withdraw(file.state.version));
    expect(outcomeOf(file, 'prepareStatement')).toBe('open');
    expect(codeOf(file.give('03-02 10:00', head, { type: 'Conclude', summary: '完' }))).toBe('NOT_CALM');
  });

  it('a start of the plan, and its end, in 雷州', () => {
    const file = openedAt('red');
    file.give('03-02 09:30', group, { type: 'StartPlan' });
    const start = file.state.version;
    file.give('03-02 09:40', chief, { type: 'EndPlan', reason: '误' });
    const end = file.state.version;
    file.give('03-02 09:50', chief, withdraw(end));
    expect(file.state).toMatchObject({ planStartedAt: at('03-02 09:30'), planEndedAt: null });
    file.give('03-02 09:51', group, withdraw(start));
    expect(file.state).toMatchObject({ planStartedAt: null, planEndedAt: null, planStarts: [] });
    expect(file.duty('emergencyPlan')?.status).toBe('open');
  });

  it('yinzhou E 四(二)3 书面+20min: an oral report from which the written one counts gives no time when it is taken back', () => {
    const unit = person('unitLiaison', 'welfareHome');
    const boss = person('officeHead');
    const file = openedIn('yinzhou', { level: 'major', by: boss, unit: 'welfareHome', people: [unit] });
    file.give('03-02 09:02', unit, {
      type: 'FileReport',
      kind: 'first',
      form: 'oral',
      to: ['deputyLeader', 'chiefLeader'],
    });
    const act = file.state.version;
    expect(file.due('writtenReport')).toBe(at('03-02 09:22'));
    expect(codeOf(file.give('03-02 09:05', unit, withdraw(act)))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-02 09:06', boss, withdraw(act)))).toBe('done');
    expect(outcomeOf(file, 'oralReport')).toBe('open');
  });
});
