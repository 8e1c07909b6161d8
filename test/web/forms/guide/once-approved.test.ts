import { expect, it } from 'vitest';
import { linesOf } from '../../../../web/model/forms/does.ts';
import { NOW } from '../bureau-forms.ts';
import { triedReply } from '../tried.ts';

it('what an approval would end is said before it is given, and as nothing that has happened', () => {
  const onceApproved = ['甲终止:级别由红调整为橙', '开始计时:乙'];
  expect(linesOf(triedReply({ onceApproved }), undefined, NOW)).toEqual([
    { mark: 'no', text: '批准后：甲终止：级别由红调整为橙' },
    { mark: 'no', text: '批准后：开始计时：乙' },
  ]);
  expect(linesOf(triedReply({}), undefined, NOW)).toEqual([]);
});
