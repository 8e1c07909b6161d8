import { expect, it } from 'vitest';
import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { severalWords } from '../../../web/model/forms/guide/several.ts';

const fields: FormField[] = [
  { name: 'to', title: '报给谁', kind: 'choices' },
  { name: 'answers', title: '答复哪几件', kind: 'choices' },
];
const tried = (...whats: string[]): TriedReply =>
  ({ wouldBe: 'done', limits: whats.map((what, index) => ({ name: `第${index}项`, what })) }) as never;

it('one act that meets several limits says so, which, and where to leave out what was another', () => {
  expect(severalWords(tried('fulfilled', 'planned', 'fulfilledLate'), fields)).toBe(
    '这一次登记同时办结2项：第0项、第2项。不是同一次的，在“报给谁”、“答复哪几件”里只选这一次的，其余另行登记',
  );
});

it('the same limit, owed to several receipts, is named once with how often', () => {
  const { limits } = tried('fulfilled', 'fulfilled');
  const same = {
    wouldBe: 'done',
    limits: limits.map((limit) => ({ ...limit, name: '电话报告' })),
  } as TriedReply;
  expect(severalWords(same, fields)).toContain('办结2项：电话报告（2次）。');
});

it('says nothing of one that meets one, of one that is refused, nor where nothing can be left out', () => {
  expect(severalWords(tried('fulfilled', 'planned'), fields)).toBeUndefined();
  expect(severalWords({ ...tried('fulfilled', 'fulfilled'), wouldBe: 'refused' }, fields)).toBeUndefined();
  expect(severalWords(tried('fulfilled', 'fulfilled'), [])).toBeUndefined();
});
