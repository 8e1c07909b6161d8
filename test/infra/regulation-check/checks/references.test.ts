import { describe } from 'vitest';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { byId, dutyOf, type Fault, itFinds, termOf } from '../../../support/data-faults.ts';

const reference = (
  what: string,
  change: (copy: Regulation) => void,
  place: string,
  kind: string,
  id: string,
  list: string,
): Fault => [
  `an unknown ${what}`,
  change,
  place,
  `"${id}"`,
  `没有${kind}“${id}”`,
  `请在 ${list} 中增加,或改正这里的 id`,
];

describe('what a rule refers to', () => {
  itFinds([
    reference(
      'clause',
      (it) => termOf(it, 'dailyReport').cite.push('办法 第九十九条'),
      'duties[dailyReport].terms[0].cite[1](办法 第六条、办法 第九十九条)',
      '条款',
      '办法 第九十九条',
      'clauses',
    ),
    reference(
      'clause that informs',
      (it) => it.informs.push({ clause: '办法 第零条', reason: '测试用。' }),
      'informs[1].clause',
      '条款',
      '办法 第零条',
      'clauses',
    ),
    reference(
      'responsible role',
      (it) => {
        dutyOf(it, 'dailyReport').responsible = 'nobody';
      },
      'duties[dailyReport].responsible',
      '角色',
      'nobody',
      'roles',
    ),
    reference(
      'receiver of a report',
      (it) => dutyOf(it, 'oralReport').fulfilledBy.push({ act: 'report', to: ['mayor'] }),
      'duties[oralReport].fulfilledBy[1].to[0]',
      '角色',
      'mayor',
      'roles',
    ),
    reference(
      'role that may record an action',
      (it) => byId(it.actions, 'statementReviewed').by!.push('nobody'),
      'actions[statementReviewed].by[1](办法 第七条)',
      '角色',
      'nobody',
      'roles',
    ),
    reference(
      'rung',
      (it) => it.ladders[0]!.rungs.push('nobody'),
      'ladders[unit].rungs[4](办法 第十一条)',
      '角色',
      'nobody',
      'roles',
    ),
    reference(
      'sender of a source',
      (it) => {
        it.sources[1]!.from = 'nobody';
      },
      'sources[county-assigned].from(办法 第八条)',
      '角色',
      'nobody',
      'roles',
    ),
    reference(
      'level',
      (it) => termOf(it, 'dailyReport').levels.push('violet'),
      'duties[dailyReport].terms[0].levels[1](办法 第六条)',
      '级别',
      'violet',
      'levels',
    ),
    reference(
      'level of a band',
      (it) => {
        it.grading.bands[0]!.level = 'violet';
      },
      'grading.bands[0].level(办法 第三条 确定)',
      '级别',
      'violet',
      'levels',
    ),
    reference(
      'source in a condition',
      (it) => {
        termOf(it, 'dailyReport').when = { not: { source: 'rumour' } };
      },
      'duties[dailyReport].terms[0].when.not.source(办法 第六条)',
      '舆情来源',
      'rumour',
      'sources',
    ),
    reference(
      'source of an anchor',
      (it) => termOf(it, 'dailyReport').start.push({ instant: 'receivedAt', of: ['rumour'] }),
      'duties[dailyReport].terms[0].start[1].of[0](办法 第六条)',
      '舆情来源',
      'rumour',
      'sources',
    ),
    reference(
      'flag',
      (it) => {
        it.gates[0]!.when = { flag: 'nothing' };
      },
      'gates[statementApproval].when.flag(办法 第七条)',
      '标记',
      'nothing',
      'flags',
    ),
    reference(
      'flag that a floor wants beside its own',
      (it) => it.grading.floors[0]!.beside.push('nothing'),
      'grading.floors[drinkingWater].beside[0](办法 第三条 重大)',
      '标记',
      'nothing',
      'flags',
    ),
    reference(
      'setting',
      (it) => {
        dutyOf(it, 'dailyReport').ownTarget = 'never';
      },
      'duties[dailyReport].ownTarget',
      '设置',
      'never',
      'settings',
    ),
    reference(
      'ladder',
      (it) => {
        dutyOf(it, 'dailyReport').ladder = 'rope';
      },
      'duties[dailyReport].ladder',
      '逐级上报',
      'rope',
      'ladders',
    ),
    reference(
      'action of a step',
      (it) => it.gates[0]!.steps!.push(['blessed']),
      'gates[statementApproval].steps[2][0](办法 第七条)',
      '办理动作',
      'blessed',
      'actions',
    ),
    reference(
      'decision',
      (it) => dutyOf(it, 'oralReport').fulfilledBy.push({ act: 'decision', decision: 'coin' }),
      'duties[oralReport].fulfilledBy[1].decision',
      '决定事项',
      'coin',
      'decisions',
    ),
    reference(
      'report form',
      (it) => dutyOf(it, 'oralReport').fulfilledBy.push({ act: 'report', forms: ['pigeon'] }),
      'duties[oralReport].fulfilledBy[1].forms[0]',
      '报告形式',
      'pigeon',
      'reportForms',
    ),
    reference(
      'report kind',
      (it) => dutyOf(it, 'oralReport').fulfilledBy.push({ act: 'report', kinds: ['third'] }),
      'duties[oralReport].fulfilledBy[1].kinds[0]',
      '报告种类',
      'third',
      'reportKinds',
    ),
    reference(
      'publication form',
      (it) => dutyOf(it, 'oralReport').fulfilledBy.push({ act: 'publication', forms: ['song'] }),
      'duties[oralReport].fulfilledBy[1].forms[0]',
      '发布形式',
      'song',
      'publicationForms',
    ),
    reference(
      'document',
      (it) => dutyOf(it, 'oralReport').fulfilledBy.push({ act: 'document', document: 'novel' }),
      'duties[oralReport].fulfilledBy[1].document',
      '文书',
      'novel',
      'documents',
    ),
    reference(
      'channel',
      (it) => dutyOf(it, 'oralReport').channels.push('pigeon'),
      'duties[oralReport].channels[1]',
      '渠道',
      'pigeon',
      'channels',
    ),
    reference(
      'duty to run after',
      (it) => termOf(it, 'dailyReport').start.push({ after: 'lunch' }),
      'duties[dailyReport].terms[0].start[1].after(办法 第六条)',
      '时限职责',
      'lunch',
      'duties',
    ),
    reference(
      'scale',
      (it) => {
        termOf(it, 'dailyReport').when = { rating: 'weight', is: 'major' };
      },
      'duties[dailyReport].terms[0].when.rating(办法 第六条)',
      '分级',
      'weight',
      'scales',
    ),
    reference(
      'heat counter',
      (it) => it.grading.floors[0]!.counters.push({ id: 'likes', atLeast: 1 }),
      'grading.floors[drinkingWater].counters[likes].id(办法 第三条 重大)',
      '热度指标',
      'likes',
      'counters',
    ),
    [
      'an anchor, a fallback or an end at an instant that the bureau does not name',
      (it) => {
        it.instants = it.instants.filter(({ id }) => id !== 'calmedAt');
      },
      'duties[dailyReport].terms[0].limit.until(办法 第六条)',
      '"until": "calmedAt"',
      '没有时点“calmedAt”',
      '请在 instants 中增加,或改正这里的 id',
    ],
  ]);
});
