import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { settingsOf } from '../../../../shared/regulations/lookup.ts';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { whoIs } from '../../../../shared/rules/persons.ts';
import { newlyAwaited } from '../../../../shared/rules/tasks/awaited.ts';
import { type Task, tasksIn, tasksOf } from '../../../../shared/rules/tasks/tasks-of.ts';
import { approval } from '../../../support/approvals.ts';
import { leizhou } from '../../../support/bureaus.ts';
import {
  at,
  type caseFile,
  chief,
  group,
  head,
  leader,
  liaison,
  officer,
} from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';
import { openFile, person, unitHead, yinzhou } from '../../bureaus/yinzhou/yinzhou-file.ts';
import { open } from '../levels/given.ts';

// What has to be approved, declared or said by another before something that is owed can be done stands in his list.

const everybody = [officer, head, leader, chief, group, liaison, person, unitHead];
const roster = rosterOf(everybody);
type File = ReturnType<typeof caseFile>;
const listOf = ({ state }: File, who: Actor, regulation = leizhou): Task[] =>
  tasksOf(whoIs(roster, who), [{ regulation, state }], { roster, now: state.lastAt });
const actionsOf = (list: readonly Task[]): unknown[] =>
  list
    .filter(({ kind }) => kind === 'confirm')
    .flatMap(({ commands }) => commands.flatMap(({ carries }) => carries.action ?? []));
const give = (file: File, when: string, who: Actor, command: CaseCommand): void =>
  expect(file.give(when, who, command).refusal).toBeNull();

describe('鄞州: two leaders review in their order', () => {
  const drafted = () => {
    const file = openFile({ level: 'general' });
    give(file, '03-02 10:00', person, {
      ...{ type: 'IssueDocument', document: 'statement' },
      fields: { 发布口径: '正在核查', 事件真实情况: '已核实' },
    });
    return file;
  };
  const of = (file: File, who: Actor): Task[] => listOf(file, who, yinzhou);
  const dutyOf = (file: File): Task => of(file, leader).find(({ duty }) => duty === 'reviewStatement')!;

  it('the first has it as his duty, with his own step; the second is not asked before', () => {
    const file = drafted();
    expect(dutyOf(file)).toMatchObject({
      text: '局分管领导、主要领导审核口径',
      commands: [{ type: 'RecordAction', carries: { action: 'deputyReviewed' } }],
    });
    expect(actionsOf(of(file, chief))).toEqual([]);
  });

  it('the second is asked once the first has, for the same text, and the first waits for him', () => {
    const file = drafted();
    give(file, '03-02 10:10', leader, approval('deputyReviewed', '情况通报'));
    expect(of(file, chief)).toContainEqual(
      expect.objectContaining({
        kind: 'confirm',
        text: '请办理“局主要领导审核口径”(文本:“情况通报”)',
        at: at('03-02 10:10'),
        due: null,
        commands: [{ type: 'RecordAction', carries: { action: 'chiefReviewed', text: '情况通报' } }],
      }),
    );
    expect(dutyOf(file)).toMatchObject({
      text: '局分管领导、主要领导审核口径(待局主要领导办理)',
      commands: [],
    });
    give(file, '03-02 10:20', chief, approval('chiefReviewed', '情况通报'));
    expect(actionsOf(of(file, chief))).toEqual([]);
  });

  it('a second text is reviewed anew by both', () => {
    const file = drafted();
    give(file, '03-02 10:10', leader, approval('deputyReviewed', '第一稿'));
    give(file, '03-02 10:20', chief, approval('chiefReviewed', '第一稿'));
    give(file, '03-02 10:30', leader, approval('deputyReviewed', '第二稿'));
    expect(of(file, chief).flatMap(({ commands }) => commands.map(({ carries }) => carries.text))).toContain(
      '第二稿',
    );
  });

  it('whoever gives the first is told that the second is awaited', () => {
    const file = drafted();
    const before = file.state;
    give(file, '03-02 10:10', leader, approval('deputyReviewed', '情况通报'));
    const context = { regulation: yinzhou, now: at('03-02 10:10'), actor: leader, roster };
    expect(newlyAwaited(context, before, file.state)).toMatchObject([
      { text: '请办理“局主要领导审核口径”(文本:“情况通报”)', roles: ['chiefLeader'] },
    ]);
  });

  it('above 一般, where the publication alone waits, once somebody has begun', () => {
    for (const level of ['larger', 'major']) {
      const file = openFile({ level });
      give(file, '03-02 10:10', leader, approval('deputyReviewed', '情况通报'));
      expect(actionsOf(of(file, chief))).toEqual(['chiefReviewed']);
    }
    const free = withSettings(yinzhou, { reviewAtAllLevels: false });
    const file = openFile({ level: 'major', regulation: free });
    give(file, '03-02 10:10', leader, approval('deputyReviewed', '情况通报'));
    expect(actionsOf(listOf(file, chief, free))).toEqual([]);
  });
});

describe('雷州: 回应口径 and 应急结束', () => {
  const approved = '请办理“回应口径经局领导审定”(还没有“回应口径送审稿”,拟稿后再审定);此后才能办理“对外回应”';
  const draft = {
    ...({ type: 'IssueDocument', document: 'statementDraft' } as const),
    fields: { 标题: '情况通报', 正文: '正在核查' },
  };

  it('the leaders are asked for the approval that the publication waits for, and nobody else', () => {
    const file = open('orange');
    for (const who of [leader, chief, group]) {
      expect(listOf(file, who).filter(({ text }) => text === approved)).toMatchObject([
        { kind: 'confirm', due: null, commands: [{ carries: { action: 'statementApproved' } }] },
      ]);
    }
    for (const who of [officer, head, liaison]) expect(actionsOf(listOf(file, who))).toEqual([]);
    give(file, '03-02 11:00', leader, approval('statementApproved', '情况通报'));
    expect(actionsOf(listOf(file, chief))).toEqual([]);
  });

  it('before anybody has drafted it nobody waits for them, and whose duty it is drafts it first', () => {
    const file = open('orange');
    const asked = (): Task => listOf(file, leader).find(({ key }) => key === 'step#statementApproved')!;
    const dutyOf = (who: Actor): Task => listOf(file, who).find(({ duty }) => duty === 'prepareStatement')!;
    expect(asked().at).toBe('9999');
    expect(asked().entered).toBeUndefined();
    expect(dutyOf(head).commands.map(({ type, carries }) => [type, Object.values(carries)])).toEqual([
      ['IssueDocument', ['statementDraft']],
      ['RecordAction', ['statementApproved']],
    ]);
    const before = file.state;
    give(file, '03-02 11:00', officer, draft);
    expect(asked()).toMatchObject({
      text: '请办理“回应口径经局领导审定”;此后才能办理“对外回应”',
      at: at('03-02 11:00'),
      act: file.state.version,
    });
    expect(dutyOf(head).commands.map(({ type }) => type)).toEqual(['RecordAction']);
    const context = { regulation: leizhou, now: at('03-02 11:00'), actor: officer, roster };
    expect(newlyAwaited(context, before, file.state)).toMatchObject([
      { text: '请办理“回应口径经局领导审定”;此后才能办理“对外回应”' },
    ]);
  });

  it('nobody is asked where nothing that is owed waits for it', () => {
    for (const level of ['blue', 'yellow']) expect(actionsOf(listOf(open(level), chief))).toEqual([]);
    const file = open('orange');
    for (const status of ['concluded', 'archived'] as const)
      expect(
        tasksIn(leizhou, { ...file.state, status }).filter(({ key }) => key.startsWith('step#')),
      ).toEqual([]);
  });

  it('is no news for whoever opens a case', () => {
    const context = { regulation: leizhou, now: at('03-02 10:30'), actor: officer, roster };
    expect(newlyAwaited(context, null, open('orange').state)).toEqual([]);
  });

  it('what a body outside has to agree to is an errand of whose the publication is', () => {
    const file = open('orange', { flags: ['specialPeriod'] });
    const errand = listOf(file, head).filter(({ key }) => key.startsWith('step#'));
    expect(errand).toMatchObject([
      {
        kind: 'complete',
        text: '请办理“上级部门审定或答复请示”或“市委、市政府新闻宣传主管部门审定”;此后才能办理“发布权威信息”',
      },
    ]);
    expect(listOf(file, chief).some(({ text }) => text.includes('上级部门审定'))).toBe(false);
  });

  it('a paper that was checked is to be approved', () => {
    const file = open('orange');
    give(file, '03-02 11:00', officer, approval('hotReportChecked', '第1期'));
    expect(actionsOf(listOf(file, chief))).toContain('hotReportApproved');
    give(file, '03-02 11:10', chief, approval('hotReportApproved', '第1期'));
    expect(actionsOf(listOf(file, leader))).not.toContain('hotReportApproved');
  });

  it('whoever may end the plan is asked once the matter is calm, and while it runs', () => {
    const file = open('red');
    const asked = (who: Actor): Task[] => listOf(file, who).filter(({ key }) => key === 'planEnd');
    give(file, '03-02 11:00', chief, { type: 'StartPlan' });
    expect(asked(chief)).toEqual([]);
    give(file, '03-04 11:00', group, { type: 'DeclareCalm', reason: '传播已得到控制' });
    expect([chief, group, leader, head].map((who) => asked(who).length)).toEqual([1, 1, 0, 0]);
    expect(asked(chief)).toMatchObject([
      {
        text: '已宣布平息,应急预案尚在执行,请宣布应急结束',
        at: at('03-04 11:00'),
        commands: [{ type: 'EndPlan' }],
      },
    ]);
    give(file, '03-04 12:00', chief, { type: 'Rekindle', outbreakAt: at('03-04 11:30'), reason: '再次发酵' });
    expect(asked(chief)).toEqual([]);
    give(file, '03-05 11:00', group, { type: 'DeclareCalm', reason: '传播已得到控制' });
    give(file, '03-05 11:10', group, { type: 'EndPlan', reason: '已平稳' });
    expect(asked(chief)).toEqual([]);
  });

  it('whether a hold goes on is asked in the list too, until somebody has said it', () => {
    const file = open('red');
    const asked = (who: Actor): Task[] => listOf(file, who).filter(({ key }) => key.startsWith('hold#'));
    const holdable = leizhou.duties.find(({ id, holdable: may }) => may && file.duty(id)?.status === 'open')!;
    const hold = { type: 'HoldDuty', duty: holdable.id, reason: '正在救人' } as const;
    give(file, '03-02 10:40', chief, hold);
    expect(asked(chief)).toEqual([]);
    expect(settingsOf(leizhou).holdAskedEvery).toBe('PT12H');
    give(file, '03-04 09:00', { id: 'system', name: '时限系统', role: 'system' }, { type: 'AskAgain' });
    const name = file.duty(holdable.id)!.name;
    expect([chief, leader, head].map((who) => asked(who).map(({ text }) => text))).toEqual([
      [`请确认“${name}”继续暂缓或恢复办理`],
      [`请确认“${name}”继续暂缓或恢复办理`],
      [],
    ]);
    give(file, '03-04 09:10', leader, hold);
    expect(asked(chief)).toEqual([]);
  });
});
