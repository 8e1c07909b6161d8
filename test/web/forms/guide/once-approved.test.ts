import { expect, it } from 'vitest';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { linesOf } from '../../../../web/model/forms/does.ts';
import { NOW } from '../bureau-forms.ts';

const tried = (more: object): TriedReply =>
  ({
    ...{
      wouldBe: 'done',
      limits: [],
      late: [],
      toConfirm: [],
      missing: [],
      texts: [],
      textsAtOnce: [],
      log: [],
    },
    ...{ notes: [], after: null, ...more },
  }) as unknown as TriedReply;

it('what an approval would end is said before it is given, and as nothing that has happened', () => {
  const onceApproved = ['甲终止:级别由红调整为橙', '开始计时:乙'];
  expect(linesOf(tried({ onceApproved }), undefined, NOW)).toEqual([
    { mark: 'no', text: '批准后：甲终止：级别由红调整为橙' },
    { mark: 'no', text: '批准后：开始计时：乙' },
  ]);
  expect(linesOf(tried({}), undefined, NOW)).toEqual([]);
});
