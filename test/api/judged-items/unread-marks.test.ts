import { describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, grave, type Office } from '../../support/office.ts';
import { caseIn, takenIn } from '../../support/told.ts';

/** What beside its words makes an item owe a case. */
const OWES: Record<string, string[]> = {
  leizhou: [],
  yinzhou: ['imageHarmed'],
  petition: ['concernsBureau'],
};

/** An office of the bureau, what a feed pushes to it, and what its clerk finds in his list about marks. */
const at = async (bureau: string) => {
  const office = await createOffice({ regulation: regulations[bureau]! });
  const push = async (id: string, marks: unknown[], more: Record<string, unknown> = {}) => {
    const told = await office.push([grave(id, { flags: [...OWES[bureau]!, ...marks], ...more })]);
    return takenIn(told).case!;
  };
  const tasks = async (of: Office = office): Promise<string[]> => {
    const { body } = await of.as('officeHead')('GET', '/v1/duties', undefined, { of: 'all' });
    const texts = [...JSON.stringify(body).matchAll(/请核实信息[^"\\]*的标记:[^"\\]*/g)].map(
      ([text]) => text,
    );
    return [...new Set(texts)];
  };
  const setFlags = (caseId: string, command: object) =>
    office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'SetFlags',
      reason: '已向推送单位核实',
      ...command,
    });
  const state = async (caseId: string) => (await office.system.cases.load(caseId))!;
  return { office, push, tasks, setFlags, state };
};

describe.each(Object.keys(OWES))('at %s, a mark that nobody could read and that may be grave', (bureau) => {
  it('of an item that opens a case, or is in one already, makes somebody look', async () => {
    const { push, tasks, state } = await at(bureau);
    const first = await push('a', ['绝密文件']);
    expect(await tasks()).toHaveLength(1);
    const [text] = await tasks();
    expect(text).toContain('原文为“绝密文件”,未能识别');
    const second = await push('b', [], {
      title: '某小区电梯坠落两人受伤',
      content:
        '今天上午某小区七号楼电梯突然坠落,两名住户受伤送医,业主说报修多次无人理会,现场已经拉起警戒线。',
    });
    expect(second).not.toBe(first);
    expect(await tasks()).toHaveLength(1);
    const before = (await state(first)).version;
    await push('a', ['绝密文件', '机密']);
    expect((await state(first)).version).toBeGreaterThan(before);
    const [again] = await tasks();
    expect(again).toContain('绝密文件、机密');
  });

  it('is said so in no case whose items bear none, and not again by a feed that says the same again', async () => {
    const { push, tasks, state, office } = await at(bureau);
    const caseId = await push('a', []);
    expect(await tasks()).toEqual([]);
    await push('a', ['机密'], { metrics: { views: 700_000 } });
    expect(await tasks()).toHaveLength(1);
    const { version } = await state(caseId);
    office.pass(60_000);
    await push('a', ['机密'], { metrics: { views: 700_001 } });
    expect((await state(caseId)).version).toBe(version);
  });

  it('is asked until somebody says how the case is marked, or that nothing changes; another mark is asked of anew', async () => {
    const { push, tasks, setFlags, state, office } = await at(bureau);
    const caseId = await push('a', ['机密']);
    // A mark that the table finds is nobody's word.
    expect(await setFlags(caseId, {})).toMatchObject({ status: 200 });
    expect(await tasks()).toEqual([]);
    const log = await office.as('officeHead')('GET', `/v1/cases/${caseId}/log`);
    expect(JSON.stringify(log.body)).toContain('核实信息的标记,本案标记不变:已向推送单位核实');
    // Nothing is asked any more: that nothing changes is no act now.
    expect(await setFlags(caseId, {})).toMatchObject({ status: 409, body: { code: 'FLAGS_UNCHANGED' } });
    office.pass(60_000);
    await push('a', ['机密'], { metrics: { views: 700_002 } });
    expect(await tasks()).toEqual([]);
    await push('a', ['上级机密交办']);
    expect(await tasks()).toHaveLength(1);
    const flag = regulations[bureau]!.flags.find(
      ({ id }) => id !== 'secret' && !OWES[bureau]!.includes(id),
    )!.id;
    await setFlags(caseId, { add: [flag] });
    expect((await state(caseId)).flags).toContain(flag);
    expect(await tasks()).toEqual([]);
  });
});

describe('the mark', () => {
  it('stands in no answer about the case, and of a 涉密 case nowhere', async () => {
    const { push, office, setFlags, tasks, state } = await at('leizhou');
    const caseId = await push('a', ['机密']);
    const shown = caseIn(await office.as('officeHead')('GET', `/v1/cases/${caseId}`));
    expect(JSON.stringify(shown.items)).not.toContain('机密');
    await setFlags(caseId, { add: ['secret'], reason: '见纸质件' });
    await push('a', ['机密', '绝密']);
    expect(await tasks()).toEqual([]);
    expect(JSON.stringify((await state(caseId)).items)).not.toContain('绝密');
  });
});
