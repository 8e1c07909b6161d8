import { describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/contracts/replies/parts.ts';
import { answerOf } from '../../../web/model/duties/answer.ts';
import { callsOf, countOf, isOwnCall, sharedSaying } from '../../../web/model/duties/calls.ts';
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
      call('c', { call: [{ ...person('药械股负责人'), mobile: '+8613800000005' }] }),
      call('d', { call: [{ ...person('食品股负责人', 'food'), mobile: '+8613800000006' }] }),
      call('e'),
    ]);
    expect(calls.map(({ notices }) => notices)).toEqual([['a', 'e'], ['b'], ['c'], ['d']]);
  });
  it('of one number in two posts are one call, which names both; where numbers are hidden they stand apart', () => {
    const chief = { ...person('局长'), role: { id: 'chief', name: '局主要负责人' } };
    const group = { ...chief, role: { id: 'group', name: '舆情领导小组' } };
    const [only, ...others] = callsOf([call('a', { call: [group] }), call('b', { call: [chief] })]);
    expect(others).toEqual([]);
    expect([only!.notices, only!.people[0]!.posts]).toEqual([
      ['a', 'b'],
      ['舆情领导小组', '局主要负责人'],
    ]);
    const hidden = (each: Call): Call => ({ ...each, mobile: '***', masked: true });
    expect(
      callsOf([call('a', { call: [hidden(group)] }), call('b', { call: [hidden(chief)] })]),
    ).toHaveLength(2);
  });
  it('that all say the same say it once', () => {
    const other = { call: [{ ...person('乙'), mobile: '+8613800000005' }] };
    expect(sharedSaying(callsOf([call('a'), call('b', other)]))).toBe('有一件急件，请立即到办公室办理。');
    expect(
      sharedSaying(callsOf([call('a'), call('b', { ...other, say: '应立即召开紧急会议' })])),
    ).toBeUndefined();
    expect(sharedSaying(callsOf([call('a')]))).toBeUndefined();
  });
  it('of which the reader is the one to be told are his own: by name and post, of his unit', () => {
    const [own] = callsOf([call('a', { call: [person('甲', 'food')] })]);
    const reader = (name: string, unit: string | null) => ({
      name,
      posts: [{ role: { id: 'unitHead' }, unit: unit === null ? null : { id: unit } }],
    });
    expect(isOwnCall(own!, reader('甲', 'food'))).toBe(true);
    expect(isOwnCall(own!, reader('乙', 'food'))).toBe(false);
    expect(isOwnCall(own!, reader('甲', 'drugs'))).toBe(false);
    expect(isOwnCall(own!, reader('甲', null))).toBe(false);
    expect(isOwnCall(own!, null)).toBe(false);
  });
  it('where nobody is known are those of one post', () => {
    const nobody = { call: [], say: null };
    const posts = [{ id: 'chiefLeader', name: '局主要负责人', unit: null }];
    expect(callsOf([call('a', { ...nobody, posts }), call('b', { ...nobody, posts })])).toHaveLength(1);
    expect(callsOf([call('a', nobody), call('b', { ...nobody, posts })])).toHaveLength(2);
  });
  it('are counted by calls in the answer of the page', () => {
    const many = Array.from({ length: 36 }, (_, index) => call(String(index)));
    expect(answerOf(many, at('03T01:08:00')).before).toBe('待打电话1个');
    expect(countOf([...many, taskMade(), call('x', { case: 'LZ2026-0009' })])).toBe(3);
  });
});

it.each([
  [{ name: '重大舆情', short: '橙' }, 'orange', '橙 重大'],
  [{ name: '重大舆情', short: '重大' }, null, '重大'],
  [{ name: '监测需求申请', short: '监测申请' }, null, '监测申请'],
  [{ name: '特别重大舆情', short: '红' }, 'red', '红 特别重大'],
])('the level %o is said by word', (level, colour, said) => expect(levelWords(level, colour)).toBe(said));
