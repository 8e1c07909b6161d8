import { describe, expect, it } from 'vitest';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { firstToDo, groupOf, groupsOf, nextMove } from '../../../web/model/duties/groups.ts';
import { at, taskMade, told } from './made-task.ts';

const now = at('03T01:08:00');
const here = now;
const LEVELS = ['blue', 'yellow', 'orange', 'red'];
const rankOf = (level: string): number => LEVELS.indexOf(level);
const level = (id: string): TaskReply['handlingLevel'] => ({ id, name: id, short: id });
const titles = (tasks: TaskReply[]): string[] =>
  groupsOf(tasks, here, rankOf).map(({ title, tasks: inside }) => `${title} ${inside.length}`);

describe('the groups of a list', () => {
  it('stand in their order, whatever order the server has', () => {
    const tasks = [
      taskMade({ due: null }),
      taskMade({ due: told('09T00:00:00') }),
      taskMade({ due: told('03T10:50:00') }),
      taskMade({ due: told('03T01:50:00') }),
      taskMade({ kind: 'immediate', since: told('03T01:02:00') }),
      taskMade({ due: told('03T00:45:00'), overdue: true }),
      taskMade({ kind: 'sign', since: null }),
      taskMade({ kind: 'confirm', since: told('03T00:40:00') }),
      taskMade({ kind: 'telephone', notice: 'a' }),
    ];
    expect(titles(tasks)).toEqual([
      '请打电话 1',
      '待你确认 2',
      '已逾期 1',
      '应立即办 1',
      '一小时内 1',
      '今日 1',
      '以后 1',
      '未定时限 1',
    ]);
  });

  it('what is to be signed for is the first that waits for the reader’s word, before all that is late', () => {
    const received = taskMade({ kind: 'acknowledge', since: told('03T01:05:00') });
    const [first] = groupsOf(
      [
        taskMade({ due: told('03T00:45:00'), overdue: true }),
        taskMade({ kind: 'confirm', since: told('03T00:40:00') }),
        received,
      ],
      here,
      rankOf,
    );
    expect([first!.title, first!.tasks.length, first!.tasks[0]]).toEqual(['待你确认', 2, received]);
  });

  it('what is to be done at once stands by its level before since when, as what is overdue does; receipts first', () => {
    const atOnce = (id: string, since: string) =>
      taskMade({ kind: 'immediate', handlingLevel: level(id), since: told(since) });
    const red = atOnce('red', '03T01:02:00');
    const earlier = atOnce('red', '03T01:00:00');
    const blue = atOnce('blue', '02T20:00:00');
    const [group] = groupsOf([blue, red, earlier], here, rankOf);
    expect(group!.tasks).toEqual([earlier, red, blue]);
  });

  it('what the reader can do nothing about comes last and is not what he does first, unless it is overdue', () => {
    const since = told('03T01:00:00');
    const byItself = taskMade({ kind: 'immediate', handlingLevel: level('red'), since, commands: [] });
    const his = taskMade({ kind: 'immediate', handlingLevel: level('blue'), since });
    const later = taskMade({ due: told('03T10:50:00') });
    const groups = groupsOf([byItself, his, later], here, rankOf);
    expect(groups[0]!.tasks).toEqual([his, byItself]);
    expect(firstToDo(groups)).toBe(his);
    expect(firstToDo(groupsOf([byItself, later], here, rankOf))).toBe(later);
    expect(firstToDo(groupsOf([byItself], here, rankOf))).toBe(byItself);
    expect(firstToDo([])).toBeUndefined();
    const late = taskMade({
      due: told('03T00:45:00'),
      overdue: true,
      commands: [],
      handlingLevel: level('red'),
    });
    const lateToo = taskMade({ due: told('03T00:40:00'), overdue: true, handlingLevel: level('blue') });
    expect(groupsOf([lateToo, late], here, rankOf)[0]!.tasks).toEqual([late, lateToo]);
  });

  it.each([
    ['03T02:08:01', 'today'],
    ['03T02:08:00', 'hour'],
    ['03T02:07:59', 'hour'],
    ['03T23:59:59', 'today'],
    ['04T00:00:00', 'today'],
    ['04T00:00:01', 'later'],
  ])('a limit at %s stands under %s', (due, id) => {
    expect(groupOf(taskMade({ due: told(due) }), here)).toBe(id);
  });

  it('an hour that goes beyond midnight is within the hour', () => {
    const late = at('03T23:30:00');
    expect(groupOf(taskMade({ due: told('04T00:20:00') }), late)).toBe('hour');
  });

  it('立即 is never overdue, be it mine or climbed', () => {
    const since = told('01T01:00:00');
    expect(groupOf(taskMade({ kind: 'immediate', since }), here)).toBe('immediate');
    expect(groupOf(taskMade({ kind: 'climbed', since }), here)).toBe('immediate');
    expect(groupOf(taskMade({ kind: 'climbed', since, due: since, overdue: true }), here)).toBe('late');
  });

  it('what is past and cannot be broken is as pressing as what is about to be', () => {
    expect(groupOf(taskMade({ due: told('03T00:30:00'), provisional: true, breachable: false }), here)).toBe(
      'hour',
    );
    const title = (tasks: TaskReply[]) => groupsOf(tasks, here, () => 0).map((group) => group.title);
    const soon = taskMade({ due: told('03T01:50:00') });
    const passed = taskMade({ due: told('03T00:30:00'), provisional: true, breachable: false });
    expect(title([soon])).toEqual(['一小时内']);
    expect(title([soon, passed])).toEqual(['已过时限或一小时内']);
  });

  it('among the overdue the gravest level is first, then the minute; mine before what has climbed to me', () => {
    const late = (id: string, due: string, kind: TaskReply['kind'] = 'duty'): TaskReply =>
      taskMade({ case: `${id}${due}${kind}`, handlingLevel: level(id), due: told(due), overdue: true, kind });
    const tasks = [
      late('blue', '02T24:00:00'.replace('24:00', '23:59')),
      late('red', '03T00:45:00', 'climbed'),
      late('yellow', '03T00:30:00'),
      late('red', '03T00:45:00'),
      late('red', '03T00:40:00'),
    ];
    const [group] = groupsOf(tasks, here, rankOf);
    expect(group?.tasks.map((task) => task.case)).toEqual([
      'red03T00:40:00duty',
      'red03T00:45:00duty',
      'yellow03T00:30:00duty',
      'blue02T23:59:00duty',
      'red03T00:45:00climbed',
    ]);
  });

  it('elsewhere the minute alone orders, and the server the calls', () => {
    const due = (minute: string, id: string): TaskReply =>
      taskMade({ case: minute, handlingLevel: level(id), due: told(`03T01:${minute}:00`) });
    const [hour] = groupsOf([due('50', 'red'), due('20', 'blue')], here, rankOf);
    expect(hour?.tasks.map((task) => task.case)).toEqual(['20', '50']);
    const calls = ['b', 'a'].map((notice) => taskMade({ kind: 'telephone', notice }));
    expect(groupsOf(calls, here, rankOf)[0]?.tasks.map(({ notice }) => notice)).toEqual(['b', 'a']);
  });

  it('says why 立即 stands apart in the word of the bureau', () => {
    const noteOf = (basisText: string): string | undefined =>
      groupsOf([taskMade({ kind: 'immediate', since: told('03T01:02:00'), basisText })], here, rankOf)[0]
        ?.note;
    expect(noteOf('办法规定')).toBe('办法没有写数字');
    expect(noteOf('预案规定(暂定,待定级)')).toBe('预案没有写数字');
    expect(noteOf('本局提示(非办法规定)')).toBe('');
  });

  it('knows when the next row changes its group', () => {
    const move = (due: string): number | null => nextMove([taskMade({ due: told(due) })], here);
    expect(move('03T03:00:00')).toBe(at('03T02:00:00'));
    expect(move('03T01:50:00')).toBe(at('03T01:50:00') + 1);
    expect(move('03T01:00:00')).toBeNull();
  });

  it('moves a row of today to tomorrow and back as midnight passes', () => {
    const task = taskMade({ due: told('04T10:00:00') });
    const evening = at('03T23:59:59');
    const morning = at('04T00:00:00');
    expect(groupOf(task, evening)).toBe('later');
    expect(groupOf(task, morning)).toBe('today');
    expect(nextMove([task], evening)).toBe(morning);
  });
});
