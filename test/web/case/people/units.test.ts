import { describe, expect, it } from 'vitest';
import type { ActsReply } from '../../../../shared/contracts/replies/acts.ts';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import { nextStepOf } from '../../../../web/model/case/next-step.ts';
import { actsOnCase, actsOnUnit } from '../../../../web/model/case/units/acts.ts';
import { dutyKey, dutyName } from '../../../../web/model/case/units/names.ts';
import { dutiesOf, formerUnits, keptText, unitText } from '../../../../web/model/case/units/units.ts';
import { dutyFor, dutyMeant } from '../../../../web/model/forms/guide/meant.ts';
import { taskMade } from '../../duties/made-task.ts';
import { duty } from '../duties.ts';
import { entry, found } from '../found.ts';

// 主办 and 会办, as the desk says what each owes, did and may be asked.

const food = { id: 'food', name: '食品安全监管股' };
const drugs = { id: 'drugs', name: '药械监管股' };
const price = { id: 'price', name: '价格监督检查股' };
const liaison = { id: 'unitLiaison', name: '股室舆情联络员' };
type CaseUnit = CaseReply['units'][number];
const unit = (over: Partial<CaseUnit> = {}): CaseUnit => ({
  unit: food,
  part: 'lead',
  partText: '主办',
  since: '2026-03-02T22:51:00+08:00',
  acknowledgedAt: null,
  returned: null,
  ...over,
});
const joint = unit({ unit: drugs, part: 'joint', partText: '会办' });
const returned = { act: 9, at: '2026-03-02T22:58:00+08:00', by: '药械股联络员', reason: '不属本股' };
const say = (time: string): string => time.slice(11, 16);
const report = (of: typeof food | null, over = {}) =>
  duty({ duty: 'unitResponse', name: '股室初报', responsible: liaison, unit: of, ...over });

describe('what a unit owes', () => {
  it('is named with it where several owe the same, and else not', () => {
    expect(dutyName(report(drugs))).toBe('股室初报（药械监管股）');
    expect(dutyName(report(null))).toBe('股室初报');
    expect(new Set([report(food), report(drugs), report(null)].map(dutyKey)).size).toBe(3);
  });

  it('is its own, and of the 主办 alone what a clause asks of the unit once for the case', () => {
    const duties = [
      report(food, { occurrence: '1' }),
      report(drugs, { occurrence: '2', status: 'notStarted' }),
      duty({ duty: 'dailyReport', name: '每日书面报告', responsible: liaison }),
      duty({ duty: 'later', name: '以后的', responsible: liaison, status: 'notStarted' }),
      duty(),
    ];
    const of = (of: CaseUnit): string[] => dutiesOf({ duties }, of, ['unitLiaison']).map(({ name }) => name);
    expect(of(unit())).toEqual(['股室初报', '每日书面报告']);
    expect(of(joint)).toEqual(['股室初报']);
    expect(dutiesOf({ duties }, { unit: drugs, part: null }, ['unitLiaison'])).toHaveLength(1);
  });

  it('is found by its time: of whom a form was opened for, and of whom an act meets', () => {
    const duties = [
      report(food, { occurrence: '1', due: '2026-03-03T01:00:00+08:00' }),
      report(drugs, { occurrence: '2', due: '2026-03-03T02:00:00+08:00' }),
    ];
    const open = found({ duties, unit: food });
    expect(dutyMeant(open, { duty: 'unitResponse', occurrence: '2' })?.unit).toEqual(drugs);
    expect(dutyMeant(open, { duty: 'unitResponse', occurrence: '1' })?.unit).toEqual(food);
    const met = { duty: 'unitResponse', occurrence: '2', what: 'fulfilled', unit: drugs };
    const tried = { wouldBe: 'done', limits: [met] } as never;
    expect(dutyFor(open, undefined, ['unitResponse'], tried)?.unit).toEqual(drugs);
    const task = taskMade({ duty: 'unitResponse', occurrence: '2', dutyUnit: drugs });
    expect(nextStepOf(open, [task], 0)?.duty?.unit).toEqual(drugs);
  });
});

describe('what is said of a unit', () => {
  it('is since when it has the case, and whether it has signed', () => {
    expect(unitText(unit(), say)).toBe('22:51起承办，尚未签收');
    expect(unitText(unit({ acknowledgedAt: '2026-03-02T22:55:00+08:00' }), say)).toBe(
      '22:51起承办，22:55签收',
    );
  });

  it('is that its 退回 was not agreed to, since it has had the case so', () => {
    const kept = entry({
      localTime: '2026-03-02T22:59:00+08:00',
      events: [{ type: 'ReturnDecided', unit: 'drugs', agree: false }],
      labels: ['不同意药械监管股退回,仍由其办理(案卷日志第9条):请配合'],
    });
    const said = '22:59值班员甲：不同意药械监管股退回，仍由其办理（案卷日志第9条）：请配合';
    expect(keptText(joint, [kept], say)).toBe(said);
    expect(keptText(unit(), [kept], say)).toBe('');
    // It was taken off since, and brought in again.
    expect(keptText({ ...joint, since: '2026-03-02T23:00:00+08:00' }, [kept], say)).toBe('');
  });

  it('that has left is told with how that came, and what its people did', () => {
    const log = [
      entry({ events: [{ type: 'CaseOpened', unit: 'food' }], labels: ['立案'] }),
      entry({
        version: 2,
        localTime: '2026-03-02T23:10:00+08:00',
        actor: { id: 'p', name: '食品股联络员', role: 'unitLiaison', unit: 'food' },
        events: [{ type: 'ReportFiled' }],
        labels: ['电话首次报告', '拟通知办公室'],
      }),
      entry({
        version: 3,
        localTime: '2026-03-02T23:20:00+08:00',
        events: [
          { type: 'ReturnDecided', unit: 'food', agree: true },
          { type: 'UnitAssigned', unit: 'price', before: 'food' },
        ],
        labels: ['同意食品安全监管股退回', '转办价格监督检查股(原食品安全监管股)'],
      }),
      entry({
        version: 4,
        events: [{ type: 'UnitAssigned', unit: 'drugs', part: 'joint' }],
        labels: ['会办'],
      }),
      entry({
        version: 5,
        localTime: '2026-03-02T23:30:00+08:00',
        events: [{ type: 'UnitWithdrawn', unit: 'drugs' }],
        labels: ['药械监管股不再会办:无关'],
      }),
    ];
    expect(formerUnits({ units: [unit({ unit: price })] }, log, say)).toEqual([
      {
        id: 'food',
        left: '23:20值班员甲：同意食品安全监管股退回',
        did: ['23:10食品股联络员：电话首次报告'],
      },
      { id: 'drugs', left: '23:30值班员甲：药械监管股不再会办：无关', did: [] },
    ]);
    // A 会办 that leads now has not left.
    expect(formerUnits({ units: [unit({ unit: food }), joint, unit({ unit: price })] }, log, say)).toEqual(
      [],
    );
  });
});

describe('what one may do about a unit', () => {
  const acts = (...types: string[]): ActsReply['acts'] =>
    ['Acknowledge', 'ReturnCase', 'DecideReturn', 'AssignUnit', 'WithdrawUnit'].map((type) => ({
      type,
      name: type,
      may: types.includes(type),
      reason: null,
      duties: [],
    }));
  const names = (of: CaseUnit, may: string[], own?: string): string[] =>
    actsOnUnit(of, acts(...may), own).map(({ name }) => name);
  const OFFICE = ['Acknowledge', 'DecideReturn', 'AssignUnit', 'WithdrawUnit'];

  it('is what the reader may, where it is due', () => {
    expect(names(unit(), OFFICE)).toEqual(['改转']);
    expect(names(joint, OFFICE)).toEqual(['改为主办', '撤销会办']);
    expect(names({ ...joint, returned }, OFFICE)).toEqual(['决定退回', '改为主办', '撤销会办']);
    expect(names(joint, [])).toEqual([]);
  });

  it('is a unit’s own for its own people alone, until it has signed or said so', () => {
    const may = ['Acknowledge', 'ReturnCase'];
    expect(names(joint, may, 'drugs')).toEqual(['签收', '退回']);
    expect(names(unit(), may, 'drugs')).toEqual([]);
    expect(names({ ...joint, returned }, may, 'drugs')).toEqual(['签收']);
    expect(names({ ...joint, acknowledgedAt: joint.since }, ['Acknowledge'], 'drugs')).toEqual([]);
  });

  it('is a first unit, or one more beside it', () => {
    const said = (of: typeof food | null): object[] => actsOnCase({ unit: of }, acts('AssignUnit'));
    expect(said(null)).toMatchObject([{ name: '转办', carries: {} }]);
    expect(said(food)).toMatchObject([{ name: '增加会办', carries: { part: 'joint' } }]);
    expect(actsOnCase({ unit: food }, acts())).toEqual([]);
  });
});
