import { describe, expect, it } from 'vitest';
import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import { earlierFacts, goneBefore, limitFacts } from '../../../web/model/case/late-entry.ts';
import { figuresOf, tallyOf, wholeResultOf } from '../../../web/model/case/limits.ts';
import { dutyRows } from '../../../web/model/case/paper/duty-rows.ts';
import { duty, immediate } from './duties.ts';
import { entry, found } from './found.ts';

const at = (time: string): string => `2026-03-03T${time}:00+08:00`;
const NOW = Date.parse(at('04:00'));
const BY = { by: '示例负责人', at: at('03:20') };
type Late = NonNullable<DutyReply['lateEntry']>;
const lateEntry = (over: Partial<Late> = {}): Late => ({
  enteredAt: at('03:00'),
  after: 'overdue',
  verified: null,
  ...over,
});
/** 电话报告, due at 01:50, entered at 03:00 as made at 23:00. */
const late = (over: Partial<DutyReply> = {}): DutyReply => {
  const done = { outcome: 'fulfilled' as const, completedAt: '2026-03-02T23:00:00+08:00', ...over };
  const base = duty({ status: 'fulfilled', lateEntry: lateEntry(), ...done });
  const { occurrence, due, outcome, completedAt, lateEntry: entered } = base;
  const history = [
    { occurrence, due, outcome, completedAt, entry: 7, ...(entered && { lateEntry: entered }) },
  ];
  return { ...base, history };
};
const row = (each: DutyReply): string => figuresOf(each, NOW).due;
const onPaper = (each: DutyReply): unknown => {
  const [piece] = dutyRows(found({ duties: [each], cancelled: [] }), NOW, []);
  return piece?.kind === 'row' ? piece.cells[piece.cells.length - 1]?.[0]?.text : undefined;
};

describe('a duty that was met by what was entered after its limit', () => {
  it.each<[string, DutyReply, string, string]>([
    [
      'verified, it says when it was entered and who has',
      late({ lateEntry: lateEntry({ verified: BY }) }),
      '按时（03:00补录，示例负责人核实）',
      '按时（3月3日03:00补录，示例负责人核实）',
    ],
    [
      'not verified, it waits for that',
      late({ outcome: 'lateEntry' }),
      '逾期后补录，待核实',
      '逾期后补录，待核实',
    ],
    [
      'entered for another, both are said at once',
      late({ outcome: 'unconfirmed' }),
      '已办，待确认；逾期后补录',
      '已办，待确认；逾期后补录',
    ],
    [
      'entered for another while the level is only proposed',
      late({ outcome: 'unconfirmed', lateEntry: lateEntry({ after: 'passed' }) }),
      '已办，待确认；已过时限后补录',
      '已办，待确认；已过时限后补录',
    ],
    [
      'while the level is only proposed, it is 按时 on nobody’s own word',
      late({ lateEntry: lateEntry({ after: 'passed' }) }),
      '已办，已过时限后补录（03:00录入）',
      '已办，已过时限后补录（3月3日03:00录入）',
    ],
    ['in time, it is plain', late({ lateEntry: undefined } as Partial<DutyReply>), '按时', '按时'],
  ])('%s', (_, each, screen, paper) => {
    expect(row(each)).toBe(screen);
    expect(onPaper(each)).toBe(paper);
  });

  it('without a number it says that it was entered afterwards', () => {
    const done = { status: 'fulfilled', outcome: 'fulfilled', completedAt: at('00:10') } as const;
    const entered = lateEntry({ after: 'none' });
    expect(row(immediate({ ...done, lateEntry: entered }))).toBe('已办（03:00补录）');
    expect(row(immediate({ ...done, lateEntry: { ...entered, verified: BY } }))).toBe(
      '已办（03:00补录，示例负责人核实）',
    );
  });

  it('is counted apart among the times of a report', () => {
    const daily = duty({ limitKind: 'every', limitText: '每24小时' });
    const time = (over: Partial<DutyReply['history'][number]>) => ({ ...late().history[0]!, ...over });
    const times = [
      time({ lateEntry: lateEntry({ verified: BY }) }),
      time({ lateEntry: undefined as never }),
      time({ lateEntry: lateEntry({ after: 'passed' }) }),
    ];
    expect(tallyOf(daily, times)).toBe('按时（补录，已核实）1次，按时1次，已办，已过时限后补录1次');
    expect(wholeResultOf(daily, times[0]!, (moment) => moment.slice(11, 16))).toBe(
      '按时（03:00补录，示例负责人核实）',
    );
  });
});

describe('whoever verifies an entry', () => {
  const open = found({
    duties: [late({ outcome: 'lateEntry' })],
    withdrawn: [
      { act: 5, at: at('02:59'), by: '示例值班员', reason: '误录' },
      { act: 6, at: at('02:59'), by: '示例值班员', reason: '另一件' },
    ],
    denied: [{ act: 4, at: at('02:40'), by: '示例负责人', reason: '不实' }],
  });
  const settled = (version: number, of: string, labels: string[]) =>
    entry({
      version,
      localTime: at('02:58'),
      labels,
      events: [{ type: 'DutiesSettled', settled: [{ duty: of, outcome: 'fulfilledLate', at: at('02:58') }] }],
    });

  it('sees the limit, and by how much it was entered after', () => {
    expect(limitFacts(open, 7, NOW)).toEqual([
      { name: '时限', text: '电话报告湛江市局：01:50前；时限过后1小时10分才录入' },
    ]);
    expect(limitFacts(open, 8, NOW)).toEqual([]);
    expect(limitFacts({ duties: [late({ lateEntry: undefined } as Partial<DutyReply>)] }, 7, NOW)).toEqual(
      [],
    );
  });

  it('sees what was entered of the same before, and taken back or denied', () => {
    expect(goneBefore(open, 7)).toEqual([5, 6, 4]);
    expect(goneBefore(open, 8)).toEqual([]);
    const entries = [
      settled(5, 'zhanjiangTelephone', ['3月3日2时58分电话报告(首报)']),
      settled(6, 'other', ['召开会议']),
      settled(4, 'zhanjiangTelephone', ['电话报告']),
    ];
    expect(earlierFacts(open, 7, entries, NOW)).toEqual([
      {
        name: '此前录入',
        text: '02:58值班员甲录入：3月3日2时58分电话报告（首报）；02:59示例值班员撤回：误录',
      },
      { name: '此前录入', text: '02:58值班员甲录入：电话报告；02:40示例负责人否认：不实' },
    ]);
  });
});
