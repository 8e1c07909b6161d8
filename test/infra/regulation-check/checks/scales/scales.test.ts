import { describe } from 'vitest';
import type { Regulation } from '../../../../../shared/regulations/schema.ts';
import { byId, itFinds, itTakes, termOf } from '../../../../support/data-faults.ts';

type Scale = Regulation['scales'][number];
const CLAUSE = '办法 第三条';

const level = (
  id: string,
  rank: number,
  more: Partial<Scale['levels'][number]> = {},
): Scale['levels'][number] => ({
  id,
  rank,
  name: `${id}级`,
  short: id,
  colour: null,
  definition: '测试用。',
  lead: null,
  clocked: false,
  basis: 'law',
  cite: [CLAUSE],
  ...more,
});
const scale = (
  id: string,
  use: Scale['use'],
  levels: Scale['levels'],
  defaults: Scale['defaults'] = [],
): Scale => ({
  id,
  name: `${id}分级`,
  use,
  levels,
  defaults,
  cite: [CLAUSE],
});
const sensitivity = (defaults: Scale['defaults'] = []): Scale =>
  scale('sensitivity', 'rating', [level('plain', 1), level('sensitive', 2)], defaults);
const severity = (it: Regulation) => it.scales[0]!.levels;

describe('scales and levels', () => {
  itFinds([
    [
      'a first scale that does not drive the clocks',
      (it) => {
        it.scales[0]!.use = 'rating';
      },
      `scales[severity].use(${CLAUSE})`,
      '"use": "rating"',
      '第一个分级决定时限,须为 handling',
      '请写 "use": "handling",或把 handling 的分级移到最前',
    ],
    [
      'a second scale that would drive the clocks',
      (it) => it.scales.push(scale('second', 'handling', [level('a', 1)])),
      `scales[second].use(${CLAUSE})`,
      '"use": "handling"',
      '只有第一个分级可以是 handling',
      '请把它移到最前,或改为 rating、response、standing',
    ],
    [
      'two levels of one rank',
      (it) => {
        byId(severity(it), 'major').rank = 1;
      },
      'scales[severity].levels[major].rank(办法 第三条 重大)',
      '"rank": 1',
      '“重大舆情”与“一般舆情”的 rank 都是 1,不分高低',
      '请改为不同的数,越重越大',
    ],
    [
      'a clock at a level that no case is handled at',
      (it) =>
        it.scales.push(scale('other', 'rating', [level('a', 1, { clocked: true, unlimited: '测试用。' })])),
      `scales[other].levels[a].clocked(${CLAUSE})`,
      '"clocked": true',
      '案卷不按“a级”办理,这个级别不能计时',
      '请写 "clocked": false,或改用 standing 分级',
    ],
    [
      'a level of 舆情 that would mark other cases',
      (it) => {
        byId(severity(it), 'major').overlay = 'secret';
      },
      'scales[severity].levels[major].overlay(办法 第三条 重大)',
      '"overlay": "secret"',
      '“重大舆情”不是长期事项(standing),不能给其他案卷加标记',
      '请删去 overlay,或把该级别移入 standing 分级',
    ],
    [
      'a level with clocks, without duties and without a reason',
      (it) => severity(it).push(level('grave', 3, { clocked: true })),
      `scales[severity].levels[grave](${CLAUSE})`,
      '{',
      '级别“grave”(grave级)没有任何职责,也没有说明原因',
      '请在 duties 中写明职责;制度确未规定的,在 unlimited 中写明',
    ],
    [
      'a default that is of another scale',
      (it) =>
        it.scales.push(
          sensitivity([{ when: { flag: 'secret' }, level: 'major', reason: '测试用', cite: [CLAUSE] }]),
        ),
      `scales[sensitivity].defaults[0].level(${CLAUSE})`,
      '"level": "major"',
      '级别“major”不属于“sensitivity分级”',
      '可填:plain、sensitive',
    ],
    [
      'a default of the scale that grading decides',
      (it) => {
        it.scales[0]!.defaults = [
          { when: { flag: 'secret' }, level: 'major', reason: '测试用', cite: [CLAUSE] },
        ];
      },
      `scales[severity].defaults(${CLAUSE})`,
      '"defaults": [',
      '只有 rating 分级有默认级别',
      '请删去 defaults',
    ],
    [
      'a condition on a level of another scale',
      (it) => {
        it.scales.push(sensitivity());
        termOf(it, 'dailyReport').when = { rating: 'sensitivity', is: 'major' };
      },
      'duties[dailyReport].terms[0].when.is(办法 第六条)',
      '"is": "major"',
      '级别“major”不属于“sensitivity分级”',
      '可填:plain、sensitive',
    ],
    [
      'the same for a level and above, deep in a condition',
      (it) => {
        it.scales.push(sensitivity());
        termOf(it, 'dailyReport').when = { all: [{ not: { rating: 'sensitivity', atLeast: 'major' } }] };
      },
      'duties[dailyReport].terms[0].when.all[0].not.atLeast(办法 第六条)',
      '"atLeast": "major"',
      '级别“major”不属于“sensitivity分级”',
      '可填:plain、sensitive',
    ],
    [
      'a condition on a scale that nobody rates',
      (it) => {
        termOf(it, 'dailyReport').when = { rating: 'severity', is: 'major' };
      },
      'duties[dailyReport].terms[0].when.rating(办法 第六条)',
      '"rating": "severity"',
      '“舆情级别”(handling)不由人评定',
      '请改为 rating 分级;按办理级别区分的写在 levels 中',
    ],
    [
      'a floor at a level that a case is not handled at',
      (it) => {
        it.scales.push(sensitivity());
        it.grading.floors[0]!.atLeast = 'sensitive';
      },
      'grading.floors[drinkingWater].atLeast(办法 第三条 重大)',
      '"atLeast": "sensitive"',
      '“sensitive”(sensitive级)不是“舆情级别”的级别',
      '可填:pending、general、major',
    ],
    [
      'bands that leave out the highest scores',
      (it) => {
        it.grading.bands[0]!.below = 20;
      },
      'grading.bands[0].below(办法 第三条 确定)',
      '"below": 20',
      '分数段没有从低到高排到头',
      '请按 below 从小到大排列,最后一段写 "below": null',
    ],
    [
      'bands out of order',
      (it) => {
        it.grading.bands = [
          { level: 'pending', below: 50 },
          { level: 'general', below: 50 },
          { level: 'major', below: null },
        ];
      },
      'grading.bands[1].below(办法 第三条 确定)',
      '"below": 50',
      '分数段没有从低到高排到头',
      '请按 below 从小到大排列,最后一段写 "below": null',
    ],
    [
      'a duty at a level without clocks',
      (it) => termOf(it, 'dailyReport').levels.push('pending'),
      'duties[dailyReport].terms[0].levels(办法 第六条)',
      '"levels": [',
      '级别“pending”(待研判)不计时,这项职责永远不会到期',
      '请删去该级别,或将其设为 clocked',
    ],
    [
      'a level name too long for a state',
      (it) => {
        byId(severity(it), 'major').name = '重'.repeat(74);
      },
      'scales[severity].levels[major].name(办法 第三条 重大)',
      '"name": "重重',
      '级别名称太长,状态名超过上限',
      '请缩短名称',
    ],
  ]);

  itTakes([
    ['the same rank in two scales', (it) => it.scales.push(sensitivity())],
    [
      'a rating scale with defaults and conditions of its own levels',
      (it) => {
        it.scales.push(
          sensitivity([{ when: { flag: 'secret' }, level: 'sensitive', reason: '测试用', cite: [CLAUSE] }]),
        );
        termOf(it, 'dailyReport').when = {
          any: [
            { rating: 'sensitivity', is: 'plain' },
            { rating: 'sensitivity', atLeast: 'sensitive' },
          ],
        };
      },
    ],
    [
      'a standing matter that marks other cases',
      (it) => {
        it.scales.push(
          scale('matters', 'standing', [level('special', 1, { clocked: true, overlay: 'secret' })]),
        );
        termOf(it, 'writtenReport', 0).levels.push('special');
        it.authorities.find(({ command }) => command === 'ApproveConclusion')!.levels!.push('special');
      },
    ],
    [
      'bands in order',
      (it) => {
        it.grading.bands = [
          { level: 'pending', below: 49 },
          { level: 'general', below: 50 },
          { level: 'major', below: null },
        ];
      },
    ],
    [
      'a level name of just the length that a state takes',
      (it) => {
        byId(severity(it), 'major').name = '重'.repeat(73);
      },
    ],
  ]);
});
