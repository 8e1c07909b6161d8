import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, caseFile, head, liaison, officer, opening, system } from '../../../support/case-file.ts';
import { code, draft, type File, lastDraft, orange, sign, unitHead } from './given.ts';

const drafts = (file: File) =>
  file.log.flatMap(({ events }) => events.filter(({ type }) => type === 'SupervisionOrderDrafted'));
const OVERDUE = '03-03 08:30';
const SECOND_BEFORE = '03-03 08:29:59';

describe('a 督办通知 that a missed limit drafts', () => {
  it('is there when the first 逾期 stage comes, not a second earlier, and once', () => {
    const file = orange();
    file.runTo(SECOND_BEFORE);
    expect(drafts(file)).toEqual([]);
    file.runTo(OVERDUE);
    expect(drafts(file)).toMatchObject([
      {
        duty: 'dailyReport',
        occurrence: '1.1',
        due: at('03-03 08:00'),
        unit: 'food',
        role: 'unitLiaison',
        reason: '每日书面报告应于3月3日8时前办理,逾期未办',
      },
    ]);
    expect(drafts(file)[0]).not.toHaveProperty('number');
    file.runTo('03-03 12:00');
    expect(drafts(file)).toHaveLength(1);
    expect(file.give('03-03 12:01', officer, draft('再催', 'dailyReport')).refusal).toMatchObject({
      code: 'ORDER_EXISTS',
      message: expect.stringContaining('督办通知稿(案卷日志第'),
    });
    expect(drafts(file)).toHaveLength(1);
  });

  it('is not made when the unit never heard of the limit before it passed', () => {
    const file = orange({ unit: undefined });
    file.runTo('03-03 08:10');
    file.give('03-03 08:10', officer, { type: 'AssignUnit', unit: 'food' });
    file.runTo('03-03 12:00');
    expect(file.state.marks['dailyReport#1.1']?.overdue).toBeGreaterThan(0);
    expect(drafts(file)).toEqual([]);
  });

  it('is not made when the limit had passed before the case was found', () => {
    const file = caseFile();
    file.give('03-03 09:00', head, opening({ level: 'orange', instants: { outbreakAt: at('03-02 08:00') } }));
    file.runTo('03-03 10:00');
    expect(file.duty('dailyReport')!.foundLate).toMatchObject({ how: 'discovery' });
    expect(drafts(file)).toEqual([]);
  });

  it('is not made while the level is only 初判', () => {
    const file = caseFile();
    file.give('03-02 08:10', system, {
      ...opening({ instants: { outbreakAt: at('03-02 08:00') } }),
      how: 'feed',
      grade: { level: 'orange', score: 60, values: {}, flags: [], reasons: [] },
      level: undefined,
    });
    file.runTo('03-03 10:00');
    expect(file.state.provisional).toBe(true);
    expect(drafts(file)).toEqual([]);
  });

  it.each([
    ['a second before the limit', '03-03 07:59:59', 'drugs'],
    ['at it', '03-03 08:00:00', 'food'],
    ['a second after it', '03-03 08:00:01', 'food'],
    ['long after it', '03-03 08:20:00', 'food'],
  ])('goes to whom had the case when the limit passed, handed on %s', (_, when, unit) => {
    const file = orange();
    file.runTo('03-02 09:00');
    // Both have heard of the case long before.
    file.give('03-02 09:00', officer, { type: 'AssignUnit', unit: 'drugs' });
    file.handOver(at('03-02 09:00'));
    file.give('03-02 09:05', officer, { type: 'AssignUnit', unit: 'food' });
    file.runTo(when);
    expect(file.give(when, officer, { type: 'AssignUnit', unit: 'drugs' }).refusal).toBeNull();
    file.handOver(at(when));
    file.runTo('03-03 09:00');
    expect(drafts(file)).toMatchObject([{ duty: 'dailyReport', due: at('03-03 08:00'), unit }]);
  });

  it('never goes to the office itself: the leaders are told at once', () => {
    const file = orange({ sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 08:00') }] });
    file.runTo('03-02 11:30');
    const told = Object.keys(file.state.reached['zhanjiangTelephone#1'] ?? {});
    expect(told).toEqual(
      expect.arrayContaining(['dutyOfficer', 'officeHead', 'deputyLeader', 'chiefLeader']),
    );
    expect(drafts(file)).toEqual([]);
    expect(code(file.give('03-02 11:31', officer, draft('逾期', 'zhanjiangTelephone')))).toBe(
      'NOT_YOUR_UNIT',
    );
  });

  it('lapses when what it is about is done before the signature', () => {
    const file = orange();
    file.runTo(OVERDUE);
    const { entry } = file.state.orders[0]!;
    file.give('03-03 08:40', liaison, {
      type: 'FileReport',
      kind: 'progress',
      form: 'written',
      to: ['deputyLeader', 'chiefLeader', 'officeHead'],
    });
    expect(file.duty(`order-${entry}-sign`)).toMatchObject({ status: 'ended', next: null });
    const late = { type: 'SignSupervisionOrder' as const, order: entry, answerBy: at('03-04 18:00') };
    expect(code(file.give('03-03 09:00', head, late))).toBe('ORDER_LAPSED');
  });

  it('waits in the night for 08:00 to be asked for', () => {
    const at22 = orange();
    at22.give('03-02 22:00', officer, draft());
    const at21 = orange();
    at21.give('03-02 21:59:59', officer, draft());
    const asked = (file: File) => file.duty(`order-${file.state.orders[0]!.entry}-sign`)!.next!.at;
    expect(asked(at22)).toBe(at('03-03 08:00'));
    expect(asked(at21)).toBe(at('03-02 21:59:59'));
  });

  it('goes out at once where the bureau lets orders go unsigned', () => {
    const regulation = withSettings(leizhou, { issueOrdersUnsigned: true });
    const file = caseFile(regulation);
    file.give('03-02 08:10', head, opening({ level: 'orange', instants: { outbreakAt: at('03-02 08:00') } }));
    file.runTo(OVERDUE);
    expect(file.state.orders).toMatchObject([{ issued: { number: expect.stringMatching(/^督/) } }]);
  });
});

describe('a bureau whose text knows no 督办通知', () => {
  it.each([
    ['nanning', 'officeHead', { kind: 'monitored' }],
    ['yinzhou', 'officeHead', { kind: 'monitored' }],
    ['hohhot', 'commandGroup', { kind: 'cac-prompted', receivedAt: at('03-02 08:00') }],
    ['petition', 'deputyLeader', { kind: 'monitored' }],
  ])('%s: a missed limit is 催办 alone, and nobody may draft an order', (bureau, role, source) => {
    const regulation = regulations[bureau]!;
    expect(regulation.numbering.supervisionOrder).toBeUndefined();
    const file = caseFile(regulation);
    const unit = regulation.units[0]!.id;
    const facts = {
      level: 'major',
      unit,
      instants: { detectedAt: at('03-02 08:00') },
    };
    const by = { ...head, role };
    expect(file.give('03-02 08:01', by, { ...opening(facts), sources: [source] }).refusal).toBeNull();
    // In 鄞州 the office only proposes; what the unit has signed for is its own level.
    expect(file.give('03-02 08:02', { ...liaison, unit }, { type: 'Acknowledge' }).refusal).toBeNull();
    file.runTo('03-04 08:00');
    expect(file.log.some(({ events }) => events.some(({ type }) => type === 'DutyOverdue'))).toBe(true);
    expect(drafts(file)).toEqual([]);
    for (const giver of [head, officer, unitHead])
      expect(code(file.give('03-04 08:01', giver, draft()))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('an order by hand', () => {
  it.each([
    ['a second before', '03-03 07:59:59', 'ORDER_UNFOUNDED'],
    ['at', '03-03 08:00', 'ORDER_UNFOUNDED'],
    ['a second after', '03-03 08:00:01', undefined],
  ])('about a limit: %s it', (_, when, refused) => {
    const file = orange();
    file.runTo('03-03 07:45');
    expect(code(file.give(when, officer, draft('逾期未报', 'dailyReport')))).toBe(refused);
  });

  it('about a limit that has one is refused with its name, the same again is one, and after 作废 there may be another', () => {
    const file = orange();
    file.runTo('03-03 08:10');
    const late = () => draft('逾期未报', 'dailyReport');
    expect(code(file.give('03-03 08:10:01', officer, late()))).toBeUndefined();
    const order = lastDraft(file);
    expect(file.give('03-03 08:10:02', officer, late()).events).toEqual([]);
    expect(file.give('03-03 08:10:03', officer, draft('仍未报送', 'dailyReport')).refusal).toEqual({
      code: 'ORDER_EXISTS',
      message: `“每日书面报告”已有督办通知稿(案卷日志第${order}条,3月3日8时10分拟稿),同一事项只发一份;要另发的,须先将其作废`,
    });
    file.give('03-03 08:11', head, sign(order));
    expect(file.give('03-03 08:12', officer, draft('仍未报送', 'dailyReport')).refusal).toEqual({
      code: 'ORDER_EXISTS',
      message: '“每日书面报告”已有督办通知督1(3月3日8时11分签发),同一事项只发一份;要另发的,须先将其作废',
    });
    file.runTo('03-03 08:30');
    expect(file.state.orders).toHaveLength(1);
    file.give('03-03 08:31', head, { type: 'VoidOrder', order, reason: '事实有误' });
    expect(code(file.give('03-03 08:32', officer, draft('仍未报送', 'dailyReport')))).toBeUndefined();
    expect(file.state.orders).toHaveLength(2);
  });

  it('the same twice is one; without a unit there is nobody to order', () => {
    const file = orange();
    file.give('03-02 09:00', officer, draft());
    expect(file.give('03-02 09:01', officer, draft()).events).toEqual([]);
    expect(file.state.orders).toHaveLength(1);
    expect(code(orange({ unit: undefined }).give('03-02 09:00', officer, draft()))).toBe('UNIT_NOT_ASSIGNED');
    expect(code(file.give('03-02 09:02', unitHead, draft('自己督办自己')))).toBe('ROLE_NOT_ALLOWED');
  });
});
