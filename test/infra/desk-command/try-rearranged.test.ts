import { beforeEach, describe, expect, it } from 'vitest';
import { showReply } from '../../../infra/local/console/show.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { lateLines } from '../../../web/model/forms/guide/late.ts';
import { betweenLines, mergeLines, placedLines, STAYS } from '../../../web/model/forms/rearranged/does.ts';
import { type TwoStories, twoStories } from '../../api/rearrange/two-stories.ts';
import { openTrying } from '../../api/try/trying.ts';
import { concludeByDesk } from '../../support/conclude.ts';
import { triedIn } from '../../support/told.ts';

// The terminal says of 并案, 移出信息, 恢复办理 and 定级 what the desk in the browser says, sentence by sentence.

const DAY = 86_400_000;
let on: TwoStories;
beforeEach(async () => {
  on = await twoStories();
});
const printed = async (role: string, caseId: string, command: object) => {
  const tried = triedIn(await on.give(role, caseId, command, { try: '' }));
  return { tried, lines: showReply('tried', tried).split('\n'), now: Date.parse(tried.at) };
};
/** What stands under a heading. */
const under = (lines: readonly string[], heading: string): string[] => {
  const from = lines.indexOf(`${heading}:`);
  if (from < 0) return [];
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => !line.startsWith('  '));
  return rest.slice(0, end < 0 ? undefined : end).map((line) => line.trim());
};
const textsOf = (lines: readonly { text: string }[]): string[] => lines.map(({ text }) => text);

describe('--try at the terminal', () => {
  it('says of a merge what becomes of both cases, as a proposal and when it is agreed to', async () => {
    const { first, second, give } = on;
    const merge = { type: 'MergeCase', into: second, reason: '与该案卷说的是同一件事' };
    const proposed = await printed('dutyOfficer', first, merge);
    expect(under(proposed.lines, '并案')).toEqual(['同意以前，两件案卷的时限都照旧']);
    const sentences = textsOf(mergeLines(proposed.tried.merge!, proposed.now));
    expect(sentences.length).toBeGreaterThan(5);
    expect(under(proposed.lines, '同意以后')).toEqual(sentences);
    await give('dutyOfficer', first, merge);
    const agreed = await printed('chiefLeader', first, { type: 'ApproveMerge' });
    expect(under(agreed.lines, '并案')[0]).toMatch(/^本案的时限到此终止，由/);
    expect(under(agreed.lines, '并案以后')).toEqual(sentences);
  });

  it('says where an item would be, and what its new case would owe', async () => {
    const { first, second, give } = on;
    const merge = { type: 'MergeCase', into: second, reason: '与该案卷说的是同一件事' };
    await give('dutyOfficer', first, merge);
    await give('chiefLeader', first, { type: 'ApproveMerge' });
    const detach = { type: 'DetachItem', feed: 'demo', id: 'a', destination: 'case', reason: '是另一件事' };
    const { tried, lines, now } = await printed('officeHead', second, detach);
    expect(under(lines, '移出以后')).toEqual(textsOf([...placedLines(tried.placed!, now), STAYS]));
    expect(under(lines, '移出以后')[0]).toMatch(/^另立一件新案卷/);
  });

  it('says what has fallen due since 结报, and what is overdue as soon as the case is opened again', async () => {
    const { office, second, give } = on;
    await give('chiefLeader', second, { type: 'DeclareCalm', reason: '平息' });
    expect(await concludeByDesk(office, second)).toBe(200);
    office.pass(16 * DAY);
    const { tried, lines, now } = await printed('officeHead', second, {
      type: 'Reopen',
      reason: '结报后当事人提出新的证据',
    });
    const between = textsOf(betweenLines(tried.between!, tried.late, now));
    expect(tried.late.length).toBeGreaterThan(0);
    expect(between.join()).toMatch(/仍照这一时限计，已逾期/);
    expect(under(lines, '恢复办理以后')).toEqual(between);
    expect(under(lines, '办理后即为逾期')).toEqual(textsOf(lateLines(tried.late, now)));
  });

  it('says none of it of any other command', async () => {
    const { lines } = await printed('officeHead', on.second, {
      type: 'SetFlags',
      add: ['minor'],
      reason: '涉及未成年人',
    });
    for (const heading of ['并案', '并案以后', '同意以后', '移出以后', '恢复办理以后', '办理后即为逾期'])
      expect(under(lines, heading)).toEqual([]);
  });
});

it('says what a level makes overdue at once before it is determined', async () => {
  const { office, opened, attempt } = await openTrying();
  const caseId = await opened('unitLiaison', {
    title: '某超市销售过期食品多人住院',
    sources: [{ kind: 'unit-found' }],
    instants: { occurredAt: '2026-03-02T07:00:00+08:00' },
  }).catch(() => undefined);
  expect(caseId).toBeDefined();
  office.pass(3 * DAY);
  const command = { type: 'ConfirmGrade', level: 'orange', reason: '多人住院' };
  const told = await attempt('officeHead', `/v1/cases/${caseId}/commands`, command);
  const tried: TriedReply = triedIn(told);
  expect(tried.late.map(({ name }) => name)).toContain('对外回应');
  expect(showReply('tried', told.body)).toMatch(
    /\n办理后即为逾期:\n(?: {2}.+\n)* {2}对外回应：应于昨日07:00前办理，已逾期/,
  );
});
