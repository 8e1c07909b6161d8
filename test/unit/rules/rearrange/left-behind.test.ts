import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { giversOf } from '../../../../shared/regulations/lookup.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { type File, open, person } from '../../../readings/given.ts';
import { at, head, leader, officer } from '../../../support/case-file.ts';
import { concludeCase } from '../../../support/conclude.ts';
import { A, B, openedAs, proposing } from './two-cases.ts';

const reopen: CaseCommand = { type: 'Reopen', reason: '结报后当事人提出新的证据' };

/** Concluded as 误立, which a second person agrees to. */
const conclude = (file: File, bureau: string, when: string): void => {
  const first = person(giversOf(regulations[bureau]!, 'Conclude')[0]!);
  const mistaken = { summary: '本案系误立不再办理', mistaken: '经核实不是本局管辖事项', unmet: {} };
  expect(file.give(when, first, { type: 'Conclude', ...mistaken }).refusal).toBeNull();
  for (const role of giversOf(regulations[bureau]!, 'ApproveConclusion'))
    if (file.state.status === 'open')
      file.give(when, person(role, `p2-${role}`), { type: 'ApproveConclusion' });
  expect(file.state.status).not.toBe('open');
};

describe('a case that is opened again, of which a series had run', () => {
  const fallen = (when: string): string[] => {
    const file = openedAs(A, 'orange', { instants: { occurredAt: at('03-02 09:00') } }, '03-02 09:00');
    conclude(file, 'leizhou', '03-02 10:40');
    return file
      .give(when, leader, reopen)
      .events.flatMap((event) =>
        event.type === 'CaseReopened'
          ? event.between.filter(({ duty }) => duty === 'dailyReport').map(({ due }) => due)
          : [],
      );
  };

  it.each([
    ['a second before the third', '03-05 08:59:59', ['03-03 09:00', '03-04 09:00']],
    ['at it', '03-05 09:00', ['03-03 09:00', '03-04 09:00', '03-05 09:00']],
    ['a second after it', '03-05 09:00:01', ['03-03 09:00', '03-04 09:00', '03-05 09:00']],
  ])('says every period that fell in between (%s)', (_, when, dues) => {
    expect(fallen(when)).toEqual(dues.map(at));
  });
});

describe('a merge that was proposed', () => {
  it('is gone with 结报, and is not there again when the case is opened again (雷州)', () => {
    const [from, into] = [openedAs(A, 'blue'), openedAs(B, 'blue')];
    expect(from.give('03-02 10:10', officer, proposing(into.state, B)).refusal).toBeNull();
    concludeCase(from, '03-02 10:40', head);
    expect(from.state.merging).toBeNull();
    expect(from.give('03-02 10:50', head, reopen).refusal).toBeNull();
    const agree = { type: 'ApproveMerge', other: into.state } as const;
    expect(from.give('03-02 10:51', leader, agree).refusal?.code).toBe('NO_MERGE_PENDING');
  });

  it('and so in 南宁', () => {
    const opened = (caseId: string) =>
      open({
        bureau: 'nanning',
        level: 'general',
        facts: { caseId, instants: { detectedAt: at('03-02 10:00') } },
      });
    const [from, into] = [opened('NN2026-0001'), opened('NN2026-0002')];
    const proposal = proposing(into.state, 'NN2026-0002');
    expect(from.give('03-02 10:10', person('officeHead'), proposal).refusal).toBeNull();
    conclude(from, 'nanning', '03-02 10:40');
    expect(from.state.merging).toBeNull();
  });
});

describe('a mark of a case that was merged', () => {
  const flag = (id: string): CaseCommand => ({
    type: 'SetFlags',
    add: [id],
    remove: [],
    reason: '见纸质件',
  });
  it('is refused there, since it would change nothing, but for 涉密', () => {
    const [from, into] = [openedAs(A, 'yellow'), openedAs(B, 'yellow')];
    expect(from.give('03-02 10:20', head, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give('03-02 10:30', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    expect(from.give('03-02 10:30', leader, { type: 'CloseMerged', other: into.state }).refusal).toBeNull();
    expect(from.state.mergedInto?.case).toBe(B);
    expect(from.give('03-02 10:40', head, flag('specialPeriod')).refusal).toMatchObject({
      code: 'CASE_MERGED',
      message: `本案已并入案卷${B},请在该案卷办理;在本案只能标明或取消“涉密”`,
    });
    expect(into.give('03-02 10:41', head, flag('specialPeriod')).refusal).toBeNull();
    expect(from.give('03-02 10:42', head, flag('secret')).refusal).toBeNull();
    expect(from.state.flags).toContain('secret');
  });
});
