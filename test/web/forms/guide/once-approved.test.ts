import { expect, it } from 'vitest';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { linesOf } from '../../../../web/model/forms/does.ts';
import { NOW } from '../bureau-forms.ts';

const limit = (what: string, whatText: string) => ({
  ...{ duty: 'a', name: '甲', occurrence: '1', what, whatText, limitKind: 'within', limitText: '3小时' },
  ...{ due: null, before: null, at: null, reason: null, provisional: false, byReference: false },
  ...{ responsible: { id: 'head', name: '负责人' }, unit: null, clauses: [] },
});
const tried = (more: object): TriedReply =>
  ({
    ...{ wouldBe: 'done', limits: [], toConfirm: [], missing: [], texts: [], textsAtOnce: [], log: [] },
    ...{ notes: [], after: null, ...more },
  }) as unknown as TriedReply;

it('what an approval would end is said before it is given, and as nothing that has happened', () => {
  const onceApproved = [limit('cancelled', '甲终止:级别由红调整为橙'), limit('planned', '开始计时:乙')];
  expect(linesOf(tried({ onceApproved }), undefined, NOW)).toEqual([
    { mark: 'no', text: expect.stringMatching(/^批准后：开始计时：乙/) },
    { mark: 'no', text: expect.stringMatching(/^批准后：甲终止：级别由红调整为橙/) },
  ]);
  expect(linesOf(tried({}), undefined, NOW)).toEqual([]);
});
