import { beforeEach, describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import { grave, plain } from '../../support/office.ts';
import { caseIn, refusalIn } from '../../support/told.ts';
import { atOnce, instruct, MANY, missedReport, note, type Once, openOnce, saidIn, waysOf } from './office.ts';

const { leizhou, nanning } = regulations;
const draft = { type: 'DraftSupervisionOrder', duty: 'dailyReport', reason: '每日书面报告逾期未报' };
const answerBy = '2026-03-09T18:00:00+08:00';
const sign = (order: number) => ({ type: 'SignSupervisionOrder', order, answerBy });
let once: Once;
beforeEach(async () => {
  once = await openOnce();
});
/** With a key one is carried out while the others wait to ask again; then all get its answer. */
const KEYED = { '200': 1, '409 IDEMPOTENCY_KEY_IN_USE': MANY - 1 };

describe('sixteen equal requests at once', () => {
  it('for a supervision order make one draft, and sixteen signatures one order and one number', async () => {
    const caseId = await missedReport(once);
    const orders = async () => (await once.stateOf(caseId)).orders;
    expect(waysOf(await atOnce(() => once.give('dutyOfficer', caseId, draft)))).toEqual({ '200': MANY });
    expect(await orders()).toHaveLength(1);
    const { entry } = (await orders())[0]!;
    expect(waysOf(await atOnce(() => once.give('officeHead', caseId, sign(entry))))).toEqual({ '200': MANY });
    expect(await orders()).toMatchObject([{ issued: { number: '雷市监舆督〔2026〕1号' } }]);
    await once.give('dutyOfficer', caseId, { type: 'DraftSupervisionOrder', reason: '处置不当' });
    await once.give('officeHead', caseId, sign((await orders())[1]!.entry));
    expect((await orders())[1]?.issued?.number).toBe('雷市监舆督〔2026〕2号');
  });

  it('with one key too, and all are told the same in the end', async () => {
    const caseId = await missedReport(once);
    const drafting = () => once.give('dutyOfficer', caseId, draft, 'd-1');
    expect(waysOf(await atOnce(drafting))).toEqual(KEYED);
    const [first, ...others] = (await atOnce(drafting)).map(saidIn);
    for (const other of others) expect(other).toEqual(first);
    const { entry } = (await once.stateOf(caseId)).orders[0]!;
    const signing = () => once.give('officeHead', caseId, sign(entry), 's-1');
    expect(waysOf(await atOnce(signing))).toEqual(KEYED);
    expect(waysOf(await atOnce(signing))).toEqual({ '200': MANY });
    expect((await once.stateOf(caseId)).orders).toMatchObject([
      { issued: { number: '雷市监舆督〔2026〕1号' } },
    ]);
  });

  it('for an order, each with other words, are one draft, and fifteen are told which', async () => {
    const caseId = await missedReport(once);
    const told = await atOnce((turn) =>
      once.give('dutyOfficer', caseId, { ...draft, reason: `逾期未报,已电话催办${turn}次` }),
    );
    expect(waysOf(told)).toEqual({ '200': 1, '409 ORDER_EXISTS': MANY - 1 });
    const { orders } = await once.stateOf(caseId);
    expect(orders).toHaveLength(1);
    expect(refusalIn(told.find(({ status }) => status === 409)!).message).toBe(
      `“每日书面报告”已有督办通知稿(案卷日志第${orders[0]!.entry}条,3月3日8时拟稿),同一事项只发一份;要另发的,须先将其作废`,
    );
  });

  it('are one numbered order where the bureau lets orders go unsigned, and after 作废 the number is not given again', async () => {
    once = await openOnce({ regulation: withSettings(leizhou!, { issueOrdersUnsigned: true }) });
    const caseId = await missedReport(once);
    const numbers = async () => (await once.stateOf(caseId)).orders.map(({ issued }) => issued?.number);
    expect(waysOf(await atOnce(() => once.give('officeHead', caseId, draft)))).toEqual({ '200': MANY });
    expect(await numbers()).toEqual(['雷市监舆督〔2026〕1号']);
    const { entry } = (await once.stateOf(caseId)).orders[0]!;
    await once.give('officeHead', caseId, { type: 'VoidOrder', order: entry, reason: '事实有误' });
    await atOnce(() => once.give('officeHead', caseId, draft));
    expect(await numbers()).toEqual(['雷市监舆督〔2026〕1号', '雷市监舆督〔2026〕2号']);
  });

  it.each([
    ['雷州', leizhou!, { level: 'blue', unit: 'food' }],
    ['南宁', nanning!, { level: 'major' }],
  ])(
    '%s: of an opening, a command and a roster are one case, one act and one roster',
    async (_, regulation, more) => {
      once = await openOnce({ regulation });
      const { prefix, body } = { prefix: regulation.numbering.case, body: { ...note, ...more } };
      const told = await atOnce(() => once.open('officeHead', body));
      expect(waysOf(told)).toEqual({ '200': MANY - 1, '201': 1 });
      const caseId = caseIn(told[0]!).case;
      expect(caseId).toBe(`${prefix}2026-0001`);
      expect(await once.stateOf(caseId)).toMatchObject({ version: 1 });
      const keyed = () => once.open('officeHead', { ...body, title: '另一件' }, 'o-1');
      expect(waysOf(await atOnce(keyed))).toEqual({ '201': 1, '409 IDEMPOTENCY_KEY_IN_USE': MANY - 1 });
      const again = await atOnce(keyed);
      expect(waysOf(again)).toEqual({ '201': MANY });
      expect(caseIn(again[0]!).case).toBe(`${prefix}2026-0002`);

      expect(waysOf(await atOnce(() => once.give('deputyLeader', caseId, instruct, 'i-1')))).toEqual(KEYED);
      expect(waysOf(await atOnce(() => once.give('deputyLeader', caseId, instruct, 'i-1')))).toEqual({
        '200': MANY,
      });
      expect(await once.instructed(caseId)).toBe(1);

      const { roles } = structuredClone(once.people);
      const roster = {
        version: 1,
        reason: '轮换',
        confirmEmpty: true,
        roles: { ...roles, deputyLeader: [] },
      };
      const put = (key?: string) => () => once.send('officeHead', ['PUT', '/v1/roster'], roster, key);
      expect(waysOf(await atOnce(put('r-1')))).toEqual(KEYED);
      expect(waysOf(await atOnce(put('r-1')))).toEqual({ '200': MANY });
      expect(waysOf(await atOnce(put()))).toEqual({ '200': MANY });
      expect((await once.office.system.rosters.read())?.version).toBe(2);
    },
  );

  it('of an opening about items are one case, and of an item for a case one attachment', async () => {
    await once.office.push([plain('a'), plain('b')]);
    const items = [{ feed: 'demo', id: 'a' }];
    const told = await atOnce(() =>
      once.open('dutyOfficer', { items, sources: note.sources, level: 'blue' }),
    );
    expect(waysOf(told)).toEqual({ '200': MANY - 1, '201': 1 });
    const caseId = caseIn(told[0]!).case;
    const attach = { type: 'AttachItem', feed: 'demo', id: 'b' };
    expect(waysOf(await atOnce(() => once.give('dutyOfficer', caseId, attach, 'a-1')))).toEqual(KEYED);
    expect(waysOf(await atOnce(() => once.give('dutyOfficer', caseId, attach)))).toEqual({ '200': MANY });
    expect((await once.stateOf(caseId)).items).toHaveLength(2);
  });
});

describe('numbers after a race', () => {
  it('sixteen items of one story at once open one case, and the next case has the next number', async () => {
    const url = 'https://news.example.com/same';
    await atOnce((turn) => once.office.push([grave(`s${turn}`, { url })]));
    for (let turn = 0; turn < 2; turn += 1) {
      once.office.pass(60_000);
      await once.office.sweep();
    }
    expect(await once.office.system.cases.open()).toMatchObject([{ caseId: 'LZ2026-0001' }]);
    expect((await once.stateOf('LZ2026-0001')).items).toHaveLength(MANY);
    expect(await once.opened('dutyOfficer', { ...note, level: 'blue' })).toBe('LZ2026-0002');
  });

  it('sixteen different openings at once have sixteen numbers without a gap', async () => {
    const told = await atOnce((turn) =>
      once.open('dutyOfficer', { ...note, level: 'blue', title: `来电${turn}` }),
    );
    const numbers = told.map((each) => caseIn(each).case).sort();
    expect(numbers).toEqual(
      Array.from({ length: MANY }, (_, at) => `LZ2026-${String(at + 1).padStart(4, '0')}`),
    );
  });
});
