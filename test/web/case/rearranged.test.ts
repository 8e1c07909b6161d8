import { describe, expect, it } from 'vitest';
import { saidAt } from '../../../web/model/case/matter.ts';
import {
  detachedText,
  doneTexts,
  outOfCases,
  rearrangedRows,
  reopeningsOf,
  stricterText,
  takenOverText,
} from '../../../web/model/case/rearranged.ts';
import { entry, found } from './found.ts';

const say = saidAt(Date.parse('2026-03-02T23:59:00+08:00'));
const at = (clock: string): string => `2026-03-02T${clock}:00+08:00`;
const LEADER = { id: 'chief-1', name: '局主要负责人甲', role: 'chiefLeader' };
const SYSTEM = { id: 'system', name: '系统', role: 'system' };

describe('a case that was merged into this one', () => {
  const taken = { case: 'LZ2026-0002', title: '乙', at: at('23:25'), act: 9, limits: [], done: [] };
  const log = (actor: typeof LEADER) => [
    entry({
      version: 9,
      actor,
      events: [{ type: 'CaseTakenOver', proposedBy: { id: 'duty-1', name: '值班员甲', role: 'x' } }],
    }),
  ];
  it('is told with when, who proposed it and who agreed', () => {
    expect(takenOverText(taken, log(LEADER), say)).toBe('23:25并入，值班员甲提出，局主要负责人甲同意');
  });
  it('is told without who agreed where the system finished it, and with when alone before the log is there', () => {
    expect(takenOverText(taken, log(SYSTEM), say)).toBe('23:25并入，值班员甲提出');
    expect(takenOverText(taken, [], say)).toBe('23:25并入');
  });
  it('leaves its stricter limits', () => {
    const limits = [{ duty: 'x', occurrence: '1', name: '对外回应', due: at('23:50') }];
    expect(stricterText({ ...taken, limits }, say)).toBe('时限从严：对外回应23:50前');
    expect(stricterText(taken, say)).toBe('');
  });
  it('leaves what had been done there, each with where it stands', () => {
    const done = [{ case: 'LZ2026-0002', act: 3, name: '报局长(主任)的电话初报', at: at('23:10') }];
    expect(doneTexts({ ...taken, done }, say)).toEqual([
      '报局长（主任）的电话初报，23:10，LZ2026-0002案卷日志第3条',
    ]);
    expect(doneTexts(taken, say)).toEqual([]);
  });
});

describe('an item that was taken out', () => {
  const detached = { ...{ feed: 'demo', id: 'p', to: 'board' as const }, text: '已退回', case: null };
  const gone = { ...detached, at: at('23:10'), act: 7 };
  it('is told by its title as it was written, and without it where that is purged', () => {
    const said = entry({
      version: 7,
      events: [{ type: 'ItemDetached', title: { saltedHash: 'h' } }],
      texts: { h: { text: '咨询年报', salt: 's' } },
    });
    expect(detachedText(gone, [said], say)).toBe('“咨询年报”，23:10由值班员甲移出');
    expect(detachedText(gone, [{ ...said, texts: {} }], say)).toBe('23:10由值班员甲移出');
    expect(detachedText(gone, [], say)).toBe('23:10移出');
  });
});

it('each time that it was opened again is told', () => {
  const reopenings = [{ concludedAt: at('22:00'), at: at('23:00'), by: '办公室负责人', act: 5 }];
  expect(reopeningsOf({ reopenings }, say)).toEqual(['22:00结报，23:00由办公室负责人恢复办理']);
});

describe('a case that came of an item taken out of another', () => {
  const item = (id: string, outOf?: { case: string; act: number }) => ({
    ...{ feed: 'demo', id, title: `信息${id}`, version: 1, newest: 1 },
    ...{ publishedAt: null, eventAt: null },
    ...(outOf === undefined ? {} : { outOf }),
  });
  const items = [
    item('a', { case: 'LZ2026-0001', act: 7 }),
    item('b'),
    item('c', { case: 'LZ2026-0001', act: 9 }),
  ];
  it('says out of which, each once, with the entries of its log', () => {
    const lines = ['“信息a”由该案卷移出，见该案卷日志第7条', '“信息c”由该案卷移出，见该案卷日志第9条'];
    expect(outOfCases({ items })).toEqual([{ case: 'LZ2026-0001', lines }]);
    expect(outOfCases({ items: [item('b')] })).toEqual([]);
    expect(rearrangedRows(found({ items }), [], say)).toEqual([
      { name: '移自案卷', text: ['LZ2026-0001', ...lines].join('\n') },
    ]);
  });
  it('and the other says on paper where it went, beside all else of the kind', () => {
    const gone = { feed: 'demo', id: 'a', to: 'case' as const, case: 'LZ2026-0002', at: at('23:10'), act: 7 };
    const taken = { case: 'LZ2026-0003', title: '丙', at: at('23:25'), act: 9, limits: [], done: [] };
    const rows = rearrangedRows(
      found({
        mergedInto: { case: 'LZ2026-0009', at: at('23:30') },
        formerCase: 'LZ2026-0004',
        takenOver: [taken],
        detached: [{ ...gone, text: '已在案卷LZ2026-0002办理' }],
        reopenings: [{ concludedAt: at('22:00'), at: at('23:00'), by: '办公室负责人', act: 5 }],
      }),
      [],
      say,
    );
    expect(rows).toEqual([
      { name: '已并入', text: '23:30并入案卷LZ2026-0009，在该案卷继续办理' },
      { name: '疑似复燃', text: '疑似案卷LZ2026-0004复燃' },
      { name: '并入案卷', text: '案卷LZ2026-0003“丙”，23:25并入' },
      { name: '移出信息', text: '23:10移出，已在案卷LZ2026-0002办理' },
      { name: '恢复办理', text: '22:00结报，23:00由办公室负责人恢复办理' },
    ]);
  });
});
