import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import { whoIs } from '../../../shared/rules/persons.ts';
import { isTaskOverdue, tasksOf } from '../../../shared/rules/tasks/tasks-of.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, head, leader, liaison, officer, opening, system } from '../../support/case-file.ts';
import { rosterOf } from '../../support/roster.ts';
import { change, open } from './levels/given.ts';

const roster = rosterOf([officer, head, leader, liaison]);
type File = ReturnType<typeof open>;
const tasks = (who: Actor, file: File, now: string) =>
  tasksOf(whoIs(roster, who), [{ regulation: leizhou, state: file.state }], { roster, now: at(now) });
const texts = (who: Actor, file: File, now: string) =>
  tasks(who, file, now).map(({ kind, text }) => `${kind} ${text}`);

describe('my list', () => {
  it('has the duties that are mine by when each is to be done, or since when 立即 holds; what is overdue is before what is not', () => {
    const file = open('orange');
    file.runTo('03-02 13:30');
    const now = at('03-02 13:31');
    const mine = tasks(officer, file, '03-02 13:31').filter(
      ({ kind }) => kind === 'duty' || kind === 'immediate',
    );
    const late = mine.filter((task) => isTaskOverdue(task, now));
    expect(late.map(({ text, due }) => [text, due])).toContainEqual(['电话报告湛江市局', at('03-02 13:00')]);
    expect(mine.map((task) => task.at)).toEqual(mine.map((task) => task.at).sort());
    const placeOf = (name: string) => mine.findIndex(({ text }) => text === name);
    expect(placeOf('电话报告湛江市局')).toBeLessThan(placeOf('书面报告湛江市局'));
    expect(late.some(({ text }) => text === '书面报告湛江市局')).toBe(false);
  });

  it('has what has climbed to me, only once it is late', () => {
    const file = open('orange');
    file.runTo('03-02 12:59');
    expect(texts(leader, file, '03-02 12:59').filter((text) => text.includes('电话报告'))).toEqual([]);
    file.runTo('03-02 14:00');
    expect(texts(leader, file, '03-02 14:01')).toContain(
      'climbed 局办公室值班员(舆情管理人员)尚未办理:电话报告湛江市局,请督促',
    );
  });

  it('has what waits for a second person, never for the one who asked', () => {
    const file = open('orange');
    file.give('03-02 11:00', head, change('yellow'));
    const asked = 'confirm 办公室负责人申请降为黄,请审批:舆情变化';
    expect(texts(leader, file, '03-02 11:01')).toContain(asked);
    expect(texts(head, file, '03-02 11:01')).not.toContain(asked);
    expect(texts(officer, file, '03-02 11:01')).not.toContain(asked);
    const stranger = { ...leader, id: 'p-stranger' };
    expect(texts(stranger, file, '03-02 11:01')).not.toContain(asked);
  });

  it('has what an act of mine lacks, which the office has too', () => {
    const file = open('orange');
    file.giveBare('03-02 11:00', liaison, { type: 'RecordMeeting', participants: '食品股' });
    const asked = 'complete 请补齐“会议”:缺研究的应对措施';
    expect(texts(liaison, file, '03-02 11:01')).toContain(asked);
    expect(texts(officer, file, '03-02 11:01')).toContain(asked);
    expect(texts(leader, file, '03-02 11:01')).not.toContain(asked);
    // Later the same person stands in the roster under another id too, which comes first.
    const [known] = roster.roles.unitLiaison!;
    const twice = rosterOf([officer, head, leader, liaison]);
    twice.roles.unitHead = [{ ...known!, id: 'a-food-head' }];
    const again = whoIs(twice, { ...liaison, id: 'a-food-head', role: 'unitHead' });
    const cases = [{ regulation: leizhou, state: file.state }];
    const list = tasksOf(again, cases, { roster: twice, now: at('03-02 11:01') });
    expect(list.map(({ kind, text }) => `${kind} ${text}`)).toContain(asked);
  });

  it('has the drafts that I may sign, also where I was charged with it', () => {
    const file = open('orange');
    file.give('03-02 11:00', officer, { type: 'DraftSupervisionOrder', reason: '处置不力' });
    const asked = 'sign 签发督办通知(食品安全监管股)';
    expect(texts(head, file, '03-02 11:01')).toContain(asked);
    expect(texts(officer, file, '03-02 11:01')).not.toContain(asked);
    file.give('03-02 11:02', head, { type: 'ChargeSigner', person: officer.id });
    expect(texts(officer, file, '03-02 11:03')).toContain(asked);
    const other = { ...officer, id: 'p-other' };
    expect(texts(other, file, '03-02 11:03')).not.toContain(asked);
  });

  it('is a unit’s own only in its own cases', () => {
    const file = open('orange');
    file.runTo('03-02 10:41');
    expect(texts(liaison, file, '03-02 10:41')).toContain('immediate 股室初报处置情况');
    const other = open('orange', { unit: 'drugs' });
    other.runTo('03-02 10:31');
    expect(texts(liaison, other, '03-02 10:31')).toEqual([]);
  });

  it('says what is 暂定, and asks for what is in doubt', () => {
    const file = caseFile();
    file.give('03-02 10:30', system, {
      ...opening({ level: 'red', how: 'feed', instants: { occurredAt: at('03-02 08:00') } }),
      unread: { eventAt: '昨天' },
      level: undefined,
    });
    const list = tasks(head, file as File, '03-02 10:31');
    expect(list.find(({ duty }) => duty === 'publicResponse')).toMatchObject({ provisional: true });
    expect(texts(officer, file as File, '03-02 10:31')).toContain('complete 请核实“事发”时间:原文为“昨天”');
  });

  it('asks no more for an instant that was put right', () => {
    const file = caseFile();
    const old = { feed: 'f', id: '1', title: '旧帖', publishedAt: at('01-05 08:00') };
    file.give('03-02 10:30', system, {
      ...opening({ level: 'red', how: 'feed', instants: { publishedAt: at('01-05 08:00') }, items: [old] }),
      unread: { occurredAt: '昨晚' },
      level: undefined,
    });
    const asked = () => texts(head, file as File, '03-02 11:10').filter((text) => text.includes('请核实'));
    const [unread, doubted, item] = [
      'complete 请核实“舆情发生”时间:原文为“昨晚”',
      'complete 请核实“最早公开时间”时间:存疑,未据以起算',
      'complete 请核实信息“旧帖”的公开时间:存疑,未据以起算',
    ];
    expect(asked()).toEqual([unread, doubted, item]);
    const correct = (instant: string, when: string): void => {
      file.give('03-02 11:00', head, {
        type: 'CorrectInstant',
        instant,
        at: at(when),
        reason: '向当事人核实',
      });
    };
    correct('occurredAt', '03-02 09:00');
    expect(asked()).toEqual([doubted, item]);
    correct('publishedAt', '03-02 09:30');
    expect(asked()).toEqual([]);
  });

  it('has the telephone tasks of who is on duty', () => {
    const file = open('orange', { flags: ['secret'] });
    expect(texts(officer, file, '03-02 10:31').some((text) => text.startsWith('telephone 请电话通知'))).toBe(
      true,
    );
    expect(texts(liaison, file, '03-02 10:31').some((text) => text.startsWith('telephone'))).toBe(false);
  });
});
