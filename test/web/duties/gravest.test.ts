import { expect, it } from 'vitest';
import type { Call } from '../../../shared/contracts/replies/parts.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { gravestOf, pendingWords, toPress } from '../../../web/model/duties/gravest.ts';
import { task } from '../case/duties.ts';

const LEVELS = ['blue', 'yellow', 'orange', 'red'];
const rankOf = (level: string): number => LEVELS.indexOf(level);
const NOW = Date.parse('2026-03-03T01:08:00+08:00');
const of = (caseId: string, level: string, due: string | null, more: Partial<TaskReply> = {}) =>
  task({ case: caseId, due, handlingLevel: { id: level, name: level, short: level }, ...more });
const atOnce = (caseId: string, level: string, since: string) =>
  of(caseId, level, null, { kind: 'immediate', since });
const shown = (...tasks: ReturnType<typeof of>[]) =>
  gravestOf(tasks, rankOf, NOW).map(({ case: id, tasks: [first], more }) => [
    id,
    first!.due ?? first!.since,
    more,
  ]);

it('the gravest case stands first, whatever presses elsewhere', () => {
  expect(
    shown(of('1', 'blue', '2026-03-03T01:10:00+08:00'), of('2', 'red', '2026-03-09T18:00:00+08:00')),
  ).toEqual([
    ['2', '2026-03-09T18:00:00+08:00', 0],
    ['1', '2026-03-03T01:10:00+08:00', 0],
  ]);
});
it('of a case what is broken stands first, then what is to be done at once, since when; some, and how many more', () => {
  const since = '2026-03-03T00:35:00+08:00';
  const late = of('1', 'red', '2026-03-03T00:10:00+08:00', { breachable: true });
  const begun = atOnce('1', 'red', since);
  const ahead = of('1', 'red', '2026-03-03T09:00:00+08:00');
  const [found] = gravestOf([of('1', 'red', null), ahead, begun, late], rankOf, NOW);
  expect(found).toEqual({ case: '1', tasks: [late, begun, ahead], more: 1 });
});
it('the next limit is among them, whatever holds at once', () => {
  const since = (minute: string) => `2026-03-03T00:${minute}:00+08:00`;
  const now = ['10', '20', '30', '40'].map((minute) => atOnce('1', 'red', since(minute)));
  const [next, later] = ['09', '10'].map((hour) => of('1', 'red', `2026-03-03T${hour}:00:00+08:00`));
  const [found] = gravestOf([later!, next!, ...now], rankOf, NOW);
  expect(found).toEqual({ case: '1', tasks: [now[0], now[1], next], more: 3 });
});
it('what has climbed to somebody is named once, as whose it is', () => {
  const since = '2026-03-03T00:35:00+08:00';
  const climbed = of('1', 'red', null, { kind: 'climbed', since });
  expect(shown(climbed)).toEqual([]);
  expect(shown(climbed, atOnce('1', 'red', since))).toEqual([['1', since, 0]]);
});
it('five cases at most', () => {
  const many = Array.from({ length: 9 }, (_, index) => of(String(index), 'yellow', null));
  expect(gravestOf(many, rankOf, NOW)).toHaveLength(5);
  expect(gravestOf([], rankOf, NOW)).toEqual([]);
});

it('says who has not begun, what, and since when or until when', () => {
  const posts = [{ id: 'officeHead', name: '局办公室负责人', unit: null }];
  const given = { text: '召开紧急会议', posts };
  const since = '2026-03-03T00:35:00+08:00';
  expect(pendingWords(of('1', 'red', null, { kind: 'immediate', since, ...given }), NOW)).toEqual({
    what: '局办公室负责人：召开紧急会议',
    state: '00:35起应立即办，尚未登记',
  });
  expect(pendingWords(of('1', 'red', '2026-03-03T09:00:00+08:00', given), NOW).state).toBe(
    '09:00前，尚未登记',
  );
  expect(pendingWords(of('1', 'red', null, { ...given, posts: [], limitText: null }), NOW)).toEqual({
    what: '召开紧急会议',
    state: '未定时限，尚未登记',
  });
});

it('offers to ring whom the reader may press, and no number that he may not see', () => {
  const call = (masked: boolean): Call =>
    ({
      name: '甲',
      mobile: '+8613800000000',
      landline: null,
      masked,
      role: { id: 'a', name: '甲岗' },
      unit: null,
    }) as Call;
  const owed = atOnce('1', 'red', '2026-03-03T00:35:00+08:00');
  const climbed = (masked: boolean, more: Partial<TaskReply> = {}) => ({
    ...owed,
    ...{ kind: 'climbed' as const, call: [call(masked)] },
    ...more,
  });
  expect(toPress(owed, [owed, climbed(false)])).toHaveLength(1);
  expect(toPress(owed, [owed, climbed(false), climbed(false)])).toHaveLength(1);
  expect(toPress(owed, [owed, climbed(true)])).toEqual([]);
  expect(toPress(owed, [owed, climbed(false, { case: '2' })])).toEqual([]);
});
