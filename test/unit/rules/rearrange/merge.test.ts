import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { labelOf } from '../../../../shared/rules/labels/labels.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, head, leader, officer, opening, system } from '../../../support/case-file.ts';
import { A, B, dueOf, merge, openedAs, proposing, REASON } from './two-cases.ts';

describe('a case that is merged into another', () => {
  it('ends, says where it went, and the other has its items, sources and flags', () => {
    const into = openedAs(A, 'blue', { items: [{ feed: 'f', id: '1', title: '甲' }] });
    const from = openedAs(B, 'blue', {
      items: [{ feed: 'f', id: '2', title: '乙' }],
      sources: [
        { kind: 'zhanjiang-assigned', receivedAt: at('03-02 09:30'), reference: '湛市监〔2026〕1号' },
      ],
    });
    expect(merge(from, into, '03-02 10:30')).toBeUndefined();
    expect(from.state).toMatchObject({ status: 'merged', mergedInto: { case: A, entry: 2 } });
    expect(from.schedule().duties.every(({ next }) => next === null)).toBe(true);
    expect(into.state.takenOver).toMatchObject([{ case: B, version: 2, entry: 2 }]);
    expect(into.state.items.map(({ id }) => id)).toEqual(['1', '2']);
    expect(into.state.received).toMatchObject([
      {
        kind: 'zhanjiang-assigned',
        reference: '湛市监〔2026〕1号',
        at: at('03-02 09:30'),
        by: { id: officer.id },
      },
    ]);
    // What its receipt is owed is owed here, from its own arrival.
    const was = from.log[0]!;
    expect(was.version).toBe(1);
    expect(into.schedule().duties.some(({ start }) => start?.at === at('03-02 09:30'))).toBe(true);
  });

  it('leaves the earlier start, the higher level and the stricter limits', () => {
    const into = openedAs(A, 'yellow', { instants: { occurredAt: at('03-02 09:00') } });
    const from = openedAs(B, 'orange', { instants: { occurredAt: at('03-02 07:00') } });
    const before = new Map(from.schedule().duties.map(({ duty, current }) => [duty, current.due]));
    expect(merge(from, into, '03-02 10:30')).toBeUndefined();
    expect(into.state).toMatchObject({ handlingLevel: 'orange', warningLevel: 'orange', provisional: false });
    for (const { duty, current, status } of into.schedule().duties) {
      const due = before.get(duty);
      if (due == null || status !== 'open') continue;
      expect(current.due !== null && current.due <= due, duty).toBe(true);
    }
  });

  it('that had answered what it received leaves nothing of that to answer here; what it had not stays owed', () => {
    const reference = '湛市监〔2026〕1号';
    const from = openedAs(B, 'yellow', {
      sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 09:30'), reference }],
    });
    const report: CaseCommand = {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
      answers: [reference],
    };
    expect(from.give('03-02 10:10', head, report).refusal).toBeNull();
    const ofReceipt = (file: typeof from) =>
      file.schedule().duties.filter(({ start }) => start?.instant === 'receivedAt');
    const was = new Map(ofReceipt(from).map((each) => [each.duty, each]));
    expect([...was.values()].map(({ current }) => current.outcome)).toEqual(
      expect.arrayContaining(['fulfilled', 'open']),
    );
    const into = openedAs(A, 'yellow');
    expect(merge(from, into, '03-02 10:30')).toBeUndefined();
    const now = ofReceipt(into);
    expect(now.map(({ duty }) => duty)).toEqual([...was.keys()]);
    for (const { duty, current } of now) {
      expect(current.outcome, duty).toBe(was.get(duty)!.current.outcome);
      expect(current.due, duty).toBe(was.get(duty)!.current.due);
    }
  });

  it('leaves what was done there on record here, in the order of its time, also of what had been merged into it before', () => {
    const [first, second, third] = [
      openedAs('LZ2026-0003', 'yellow'),
      openedAs(B, 'yellow'),
      openedAs(A, 'yellow'),
    ];
    const report = (form: string, madeAt: string): CaseCommand => ({
      type: 'FileReport',
      kind: 'first',
      form,
      to: ['zhanjiang'],
      madeAt: at(madeAt),
    });
    expect(second.give('03-02 10:20', head, report('telephone', '03-02 10:15')).refusal).toBeNull();
    const withdrawn = second.give('03-02 10:21', head, report('written', '03-02 10:16'));
    expect(withdrawn.refusal).toBeNull();
    const gone: CaseCommand = { type: 'WithdrawAct', act: second.log.length, reason: '重复登记' };
    expect(second.give('03-02 10:22', head, gone).refusal).toBeNull();
    expect(first.give('03-02 10:25', head, report('telephone', '03-02 10:05')).refusal).toBeNull();
    expect(merge(first, second, '03-02 10:30')).toBeUndefined();
    expect(merge(second, third, '03-02 10:40')).toBeUndefined();
    const name = '报湛江市市场监督管理局(知识产权局)的电话初报';
    expect(third.state.takenOver).toMatchObject([
      {
        case: B,
        done: [
          { case: 'LZ2026-0003', act: 2, name, at: at('03-02 10:05') },
          { case: B, act: 2, name, at: at('03-02 10:15') },
        ],
      },
    ]);
    const bare = openedAs('LZ2026-0004', 'yellow', {}, '03-02 10:45');
    expect(merge(bare, third, '03-02 10:50')).toBeUndefined();
    expect(third.state.takenOver.at(-1)!.done).toBeUndefined();
  });

  it('says in both logs what became of it, in Chinese without keys', () => {
    const into = openedAs(A, 'yellow', { instants: { occurredAt: at('03-02 09:00') } });
    const from = openedAs(B, 'orange', { instants: { occurredAt: at('03-02 07:00') } });
    merge(from, into, '03-02 10:30');
    const labels = [...from.log, ...into.log].flatMap(({ events }) =>
      events.map((event) => labelOf(leizhou, event)),
    );
    expect(labels).toContainEqual(expect.stringMatching(/^提出并入案卷LZ2026-0001,待第二人同意/));
    expect(labels).toContainEqual(
      expect.stringMatching(/^并入案卷LZ2026-0001.见该案卷日志第2条.,本案时限终止/),
    );
    const taken = labels.find((label) => label.startsWith(`案卷${B}`))!;
    expect(taken).toContain('该案卷各项时限:');
    expect(taken.replaceAll(/LZ2026-\d+/g, '')).not.toMatch(/[a-z]/i);
  });

  it('told again of the same version changes nothing; of a later one adds what came since', () => {
    const into = openedAs(A, 'yellow');
    const from = openedAs(B, 'yellow');
    from.give('03-02 10:30', officer, proposing(into.state));
    into.give('03-02 10:31', leader, { type: 'TakeOver', from: from.state });
    expect(into.give('03-02 10:32', leader, { type: 'TakeOver', from: from.state }).events).toEqual([]);
    const grade = { ...opening().grade };
    const item = { feed: 'f', id: '9', title: '又一条' };
    from.give('03-02 10:33', system, { type: 'AttachItem', item, grade, flags: [] });
    // Not before all of it is there.
    expect(from.give('03-02 10:34', leader, { type: 'CloseMerged', other: into.state }).events).toEqual([]);
    into.give('03-02 10:35', leader, { type: 'TakeOver', from: from.state });
    expect(into.state.items.map(({ id }) => id)).toEqual(['9']);
    expect(from.give('03-02 10:36', leader, { type: 'CloseMerged', other: into.state }).refusal).toBeNull();
    expect(from.state.status).toBe('merged');
  });

  it('takes nothing any more but what completes its file', () => {
    const into = openedAs(A, 'yellow');
    const from = openedAs(B, 'yellow');
    merge(from, into, '03-02 10:30');
    const grade = { type: 'ChangeLevel', level: 'orange', reason: '升级', authority: 'change' } as const;
    expect(from.give('03-02 10:40', head, grade).refusal).toMatchObject({
      code: 'CASE_MERGED',
      message: `本案已并入案卷${A},请在该案卷办理`,
    });
    const reopen = { type: 'Reopen', reason: '结报后当事人提出新的证据' } as const;
    expect(from.give('03-02 10:41', head, reopen).refusal?.code).toBe('CASE_MERGED');
    // What the clocks say to it is nobody's fault, and stands in no file.
    expect(from.give('03-02 10:41', system, { type: 'Archive' })).toMatchObject({
      events: [],
      refusal: null,
    });
    // A repeat is a success.
    expect(from.give('03-02 10:42', officer, proposing(into.state))).toMatchObject({
      events: [],
      refusal: null,
    });
    const approve = { type: 'ApproveMerge', other: into.state } as const;
    expect(from.give('03-02 10:43', leader, approve)).toMatchObject({ events: [], refusal: null });
  });
});

describe('a merge is proposed by one and agreed to by another', () => {
  it('who is not he who proposed it', () => {
    const into = openedAs(A, 'blue');
    const from = openedAs(B, 'blue');
    const { events } = from.give('03-02 10:30', head, proposing(into.state));
    expect(events[0]).toEqual({ type: 'MergeProposed', into: A, reason: REASON });
    expect(events.some(({ type }) => type === 'NoticesMade')).toBe(true);
    const approve = { type: 'ApproveMerge', other: into.state } as const;
    expect(from.give('03-02 10:31', head, approve).refusal?.code).toBe('SECOND_PERSON_REQUIRED');
    expect(from.give('03-02 10:32', officer, approve).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    // The same again is a repeat.
    expect(from.give('03-02 10:33', head, proposing(into.state))).toMatchObject({
      events: [],
      refusal: null,
    });
  });

  it('or is not agreed to', () => {
    const into = openedAs(A, 'blue');
    const from = openedAs(B, 'blue');
    from.give('03-02 10:30', officer, proposing(into.state));
    from.give('03-02 10:31', leader, { type: 'RejectMerge', reason: '两案不是同一件事' });
    expect(from.state.merging).toBeNull();
    expect(from.give('03-02 10:32', leader, { type: 'RejectMerge', reason: '不必' }).refusal?.code).toBe(
      'NO_MERGE_PENDING',
    );
    expect(into.give('03-02 10:32', leader, { type: 'TakeOver', from: from.state }).refusal?.code).toBe(
      'NO_MERGE_PENDING',
    );
  });
});

describe('one second', () => {
  it.each([
    ['before the limit of the other case', -1000, false],
    ['at it', 0, false],
    ['after it', 1000, true],
  ])('%s, what it owed is late here too or is not', (_, milliseconds, isLate) => {
    const from = openedAs(B, 'red', { instants: { occurredAt: at('03-02 10:00') } });
    const into = openedAs(A, 'red', { instants: { occurredAt: at('03-02 13:00') } }, '03-02 13:30');
    const owed = from
      .schedule()
      .duties.filter(({ current, breachable }) => breachable && current.due! > at('03-02 14:00'))
      .sort((one, other) => (one.current.due! < other.current.due! ? -1 : 1))[0]!;
    const due = owed.current.due!;
    expect(merge(from, into, new Date(Date.parse(due) + milliseconds).toISOString())).toBeUndefined();
    expect(dueOf(into, owed.duty)).toBe(due);
    expect(into.state.passed[`${owed.duty}#${owed.current.occurrence}`] !== undefined).toBe(isLate);
  });
});
