import { describe, expect, it } from 'vitest';
import { rearrangedLines } from '../../../../infra/local/console/rearranged-lines.ts';
import { found } from '../../../web/case/found.ts';

const AT = '2026-03-02T10:30:00+08:00';

describe('a case at the terminal', () => {
  it('says nothing of what has not happened to it', () => {
    expect(rearrangedLines(found())).toEqual([]);
  });

  it('says where it goes on, and what waits for a second person', () => {
    const lines = rearrangedLines(
      found({
        mergedInto: { case: 'LZ2026-0001', at: AT },
        awaitingMerge: { into: 'LZ2026-0001', reason: '同一件事', by: '值班员', at: AT },
        formerCase: 'LZ2025-0099',
      }),
    );
    expect(lines).toEqual([
      expect.stringContaining('并入案卷LZ2026-0001'),
      '待第二人同意:并入案卷LZ2026-0001(提出人值班员):同一件事',
      '疑似案卷LZ2025-0099复燃',
    ]);
  });

  it('says whose limits it took over, what was taken out, and when it was opened again', () => {
    const limits = [{ duty: 'publish', occurrence: '1', name: '对外回应', due: AT }];
    const done = [{ case: 'LZ2026-0002', act: 3, name: '报湛江市局的电话初报', at: AT }];
    const lines = rearrangedLines(
      found({
        takenOver: [{ case: 'LZ2026-0002', title: '乙', at: AT, act: 5, limits, done }],
        detached: [
          {
            feed: 'demo',
            id: 'c',
            to: 'case',
            text: '已在案卷LZ2026-0003办理',
            case: 'LZ2026-0003',
            at: AT,
            act: 6,
          },
        ],
        reopenings: [{ concludedAt: AT, at: AT, by: '办公室负责人', act: 7 }],
      }),
    );
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(/^ {2}时限从严:对外回应 .*依案卷LZ2026-0002/);
    expect(lines[2]).toMatch(/^ {2}已办:报湛江市局的电话初报 .*\(案卷LZ2026-0002日志第3条\)$/);
    expect(lines[3]).toBe('已移出信息 demo/c(案卷日志第6条):已在案卷LZ2026-0003办理');
    expect(lines[4]).toContain('由办公室负责人恢复办理');
  });
});
