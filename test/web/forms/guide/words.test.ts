import { expect, it } from 'vitest';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import { choicesIn } from '../../../../web/model/forms/case-lists.ts';
import { undoneWords } from '../../../../web/model/forms/titles.ts';
import { NOW } from '../bureau-forms.ts';

it.each([
  ['登记', '尚未登记'],
  ['转办', '尚未转办'],
  ['延长时限', '尚未延长时限'],
  ['拟督办通知稿', '尚未提交'],
  ['按橙级立案', '尚未提交'],
])('what has not been done yet, of %s: %s', (did, said) => expect(undoneWords(did)).toBe(said));

it('what a choice says of an entry is in no brackets, since what it is called may have some', () => {
  const open = {
    duties: [{ duty: 'tell', name: '电话报告上级', statusText: '已发短信(提交网关),已签收' }],
    incompleteActs: [{ act: 3, name: '报市局(知识产权局)的电话初报', missing: ['报告要点'] }],
  } as unknown as CaseReply;
  const known = {
    case: open,
    log: [],
    posts: [],
    approvals: [],
    roster: {},
    items: [],
    values: {},
    now: NOW,
  };
  expect(choicesIn('duties', known).map(({ name }) => name)).toEqual([
    '电话报告上级，已发短信（提交网关），已签收',
  ]);
  expect(choicesIn('incomplete', known).map(({ name }) => name)).toEqual([
    '报市局（知识产权局）的电话初报，缺报告要点',
  ]);
});
