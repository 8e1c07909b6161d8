import { describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../../../infra/local/definitions/load.ts';
import { nameCase, nameDetached, numbersFor } from '../../../../infra/local/rehearsal/case-names.ts';
import { rehearse } from '../../../../infra/local/rehearsal/run.ts';
import { readScenario } from '../../../../infra/local/rehearsal/scenario.ts';

const names = { A: 'LZ2026-0001', B: 'LZ2026-0002' };
const strict = { isMeantToBeRefused: false };

describe('what a rehearsal calls a case', () => {
  it.each([
    ['MergeCase', 'into'],
    ['WithdrawAct', 'mergedCase'],
  ])('is its number in %s, where that names another case', (type, field) => {
    expect(numbersFor(names, { type, [field]: 'B', reason: 'A' }, strict)).toEqual({
      type,
      [field]: 'LZ2026-0002',
      reason: 'A',
    });
    expect(numbersFor(names, { type, [field]: 'LZ2026-0002' }, strict)).toEqual({
      type,
      [field]: 'LZ2026-0002',
    });
  });

  it('is no number in what names none', () => {
    const command = { type: 'AnswerNotice', notice: 'A' };
    expect(numbersFor(names, command, strict)).toEqual(command);
    expect(numbersFor(names, { type: 'WithdrawAct', act: 1 }, strict)).toEqual({
      type: 'WithdrawAct',
      act: 1,
    });
  });

  it('that the rehearsal does not have is named, but where it is wrong on purpose', () => {
    const command = { type: 'MergeCase', into: 'C' };
    expect(() => numbersFor(names, command, strict)).toThrow(
      'MergeCase 的 into:推演至此没有案卷“C”;已有:A、B',
    );
    expect(() => numbersFor({}, command, strict)).toThrow('推演至此没有案卷“C”;已有:无');
    expect(numbersFor(names, command, { isMeantToBeRefused: true })).toEqual(command);
  });

  it('is a letter that no other case has', () => {
    const known = { A: 'LZ2026-0001', C: 'LZ2026-0002' };
    nameCase(known, 'LZ2026-0003', undefined);
    expect(known).toEqual({ A: 'LZ2026-0001', C: 'LZ2026-0002', D: 'LZ2026-0003' });
    nameDetached(known, { detached: [{ case: 'LZ2026-0004' }, { case: null }, { case: 'LZ2026-0001' }] });
    expect(known).toMatchObject({ E: 'LZ2026-0004' });
    expect(Object.keys(known)).toHaveLength(4);
    nameDetached(known, { code: 'LAST_ITEM' });
    expect(Object.keys(known)).toHaveLength(4);
  });
});

it.each([
  ['leizhou', 'yellow'],
  ['petition', 'larger'],
])('a rehearsal of %s that merges into a case which it does not have says where', async (bureau, level) => {
  const at = '2026-03-02T08:00:00+08:00';
  const open = { title: '某事', sources: [{ kind: 'monitored' }], level };
  const scenario = {
    ...{ title: '推演', bureau, start: at, until: at },
    steps: [
      { at, as: 'officeHead', open },
      { at, as: 'officeHead', do: { type: 'MergeCase', into: 'Z', reason: '说的是同一件事情' } },
    ],
  };
  await expect(
    rehearse(readScenario(JSON.stringify(scenario), '推演.json'), await loadDefinitions(bureau)),
  ).rejects.toThrow('没有案卷“Z”;已有:A');
});
