import { describe, expect, it } from 'vitest';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { answerOf, titleOf } from '../../../web/model/duties/answer.ts';
import { at, taskMade, told } from './made-task.ts';

const now = at('03T01:08:00');
const here = now;
const many = (count: number, given: Partial<TaskReply>): TaskReply[] =>
  Array.from({ length: count }, () => taskMade(given));
const late = many(3, { due: told('03T00:45:00'), overdue: true });
const soon = many(1, { due: told('03T01:50:00') });
const far = many(2, { due: told('03T10:50:00') });
const confirm = many(4, { kind: 'confirm', since: told('03T00:40:00') });
const immediate = many(2, { kind: 'immediate', since: told('03T01:02:00') });

const heading = (tasks: TaskReply[]): string => {
  const { before, late: count, after } = answerOf(tasks, here);
  return `${before}${count === 0 ? '' : count}${after}`;
};
const title = (tasks: TaskReply[]): string => titleOf(tasks, here);

describe('the answer that stands above the list', () => {
  it.each([
    ['nothing to do', [], '目前没有待办', '目前没有待办'],
    [
      'overdue, and a limit within the hour',
      [...late, ...soon, ...confirm],
      '逾期3件，下一时限剩42分',
      '（3件逾期）剩42分',
    ],
    [
      'overdue, and words to give',
      [...late, ...confirm, ...far],
      '逾期3件，待你确认4件',
      '（3件逾期）4件待确认',
    ],
    ['overdue alone', late, '逾期3件', '（3件逾期）'],
    ['a limit within the hour', [...soon, ...far], '下一时限剩42分', '剩42分'],
    ['立即 and a later limit', [...immediate, ...far], '应立即办2件，下一时限剩9小时42分', '2件应立即办'],
    ['calls', many(2, { kind: 'telephone' }), '待打电话1个', '1个待打电话'],
    ['what has no limit', many(2, {}), '未定时限2件', '2件待办'],
  ])('%s', (_what, tasks, said, short) => {
    expect(heading(tasks)).toBe(said);
    expect(title(tasks)).toBe(short);
  });

  it('names the one thing that there is', () => {
    expect(heading(many(1, { text: '口头报告', due: told('03T01:16:00') }))).toBe('口头报告剩8分');
    expect(heading(many(1, { text: '口头报告', due: told('03T01:00:00'), overdue: true }))).toBe(
      '口头报告逾期8分',
    );
    expect(heading(many(1, { text: '转办', kind: 'immediate', since: told('03T01:02:00') }))).toBe(
      '转办已过6分',
    );
    expect(heading(many(1, { kind: 'confirm' }))).toBe('待你确认1件');
  });

  it('says of what cannot be broken why, in the title too', () => {
    const moving = many(1, {
      text: '口头报告',
      due: told('03T01:16:00'),
      breachable: false,
      provisional: true,
    });
    expect(heading(moving)).toBe('口头报告剩8分（暂定）');
    expect(title(moving)).toBe('剩8分（暂定）');
    expect(heading([...moving, ...far])).toBe('下一时限剩8分（暂定）');
    const own = many(1, { text: '核对', due: told('03T01:16:00'), breachable: false, basis: 'bureau' });
    expect(heading(own)).toBe('核对剩8分（本局自定）');
  });

  it('counts what is past a limit that nobody can break, which is neither overdue nor nothing', () => {
    const passed = many(2, { due: told('03T00:45:00'), breachable: false, provisional: true });
    expect(heading(passed)).toBe('已过时限2件');
    expect(title(passed)).toBe('2件已过时限');
    expect(heading([...passed, ...soon])).toBe('下一时限剩42分，已过时限2件');
    expect(heading([...passed, ...immediate, ...far])).toBe('已过时限2件，应立即办2件');
    expect(heading([...late, ...passed])).toBe('逾期3件，已过时限2件');
  });

  it('a limit that has just passed is overdue, not the next one', () => {
    const tasks = [...many(1, { due: told('03T01:08:01') }), ...far];
    const after = at('03T01:08:02');
    expect(answerOf(tasks, at('03T01:08:01')).before).toBe('下一时限剩0秒');
    expect(answerOf(tasks, after)).toEqual({ before: '逾期', late: 1, after: '件，下一时限剩9小时41分' });
  });

  it('the title of the window has numbers only: no name, no case, so nothing of what is 涉密', () => {
    const secret = many(1, { secret: true, title: '甲', text: '乙', due: told('03T01:50:00') });
    expect(title(secret)).toBe('剩42分');
  });
});
