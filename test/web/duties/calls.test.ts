import { describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/contracts/replies/parts.ts';
import { answerOf } from '../../../web/model/duties/answer.ts';
import { callsOf, countOf } from '../../../web/model/duties/calls.ts';
import { levelWords } from '../../../web/model/level-words.ts';
import { at, taskMade } from './made-task.ts';

const person = (name: string, unit: string | null = null): Call => ({
  name,
  role: { id: 'unitHead', name: '责任股室负责人' },
  unit: unit === null ? null : { id: unit, name: unit },
  mobile: '+8613800000004',
  landline: null,
  masked: false,
});
const call = (notice: string, given: Parameters<typeof taskMade>[0] = {}) =>
  taskMade({
    kind: 'telephone',
    notice,
    call: [person('食品股负责人')],
    say: '有一件急件,请立即到办公室办理。',
    ...given,
  });

describe('telephone tasks', () => {
  it('of one person about one case are one call, answered for all of them', () => {
    const [only, ...others] = callsOf([call('a'), call('b'), call('c', { say: '应立即召开紧急会议' })]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      notices: ['a', 'b', 'c'],
      say: ['有一件急件，请立即到办公室办理。', '应立即召开紧急会议'],
    });
  });
  it('of another case, of another person, of another unit stand apart, in their order', () => {
    const calls = callsOf([
      call('a'),
      call('b', { case: 'LZ2026-0008' }),
      call('c', { call: [person('药械股负责人')] }),
      call('d', { call: [person('食品股负责人', 'food')] }),
      call('e'),
    ]);
    expect(calls.map(({ notices }) => notices)).toEqual([['a', 'e'], ['b'], ['c'], ['d']]);
  });
  it('where nobody is known are those of one post', () => {
    const nobody = { call: [], say: null };
    const posts = [{ id: 'chiefLeader', name: '局主要负责人', unit: null }];
    expect(callsOf([call('a', { ...nobody, posts }), call('b', { ...nobody, posts })])).toHaveLength(1);
    expect(callsOf([call('a', nobody), call('b', { ...nobody, posts })])).toHaveLength(2);
  });
  it('are counted by calls in the answer of the page', () => {
    const many = Array.from({ length: 36 }, (_, index) => call(String(index)));
    expect(answerOf(many, at('03T01:08:00')).before).toBe('请打电话1件');
    expect(countOf([...many, taskMade(), call('x', { case: 'LZ2026-0009' })])).toBe(3);
  });
});

it.each([
  [{ name: '重大舆情', short: '橙' }, 'orange', '橙 重大'],
  [{ name: '重大舆情', short: '重大' }, null, '重大'],
  [{ name: '监测需求申请', short: '监测申请' }, null, '监测申请'],
  [{ name: '特别重大舆情', short: '红' }, 'red', '红 特别重大'],
])('the level %o is said by word', (level, colour, said) => expect(levelWords(level, colour)).toBe(said));
