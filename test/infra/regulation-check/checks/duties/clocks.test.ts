import { describe } from 'vitest';
import type { Regulation } from '../../../../../shared/regulations/schema.ts';
import { dutyOf, type Fault, forbid, itFinds, itTakes, termOf } from '../../../../support/data-faults.ts';

const CITE = '(办法 第五条 口头)';

describe('clocks', () => {
  const nameless = (id: string, name: string): Fault => [
    `an instant that every case file tells of and that has no name: ${id}`,
    (it) => {
      it.instants = it.instants.filter((each) => each.id !== id);
    },
    'instants',
    '"instants": [',
    `没有写明时点“${id}”(${name})在本局的名称`,
    `请增加 id 为 ${id} 的时点,案卷中以此称呼`,
  ];
  itFinds([nameless('detectedAt', '发现'), nameless('calmedAt', '平息'), nameless('concludedAt', '结报')]);

  const authorise = '请在 authorities 中写明由谁作出,或改正起算时点';
  const from = (id: string, instant: Regulation['instants'][number]['id']) => (it: Regulation) => {
    if (!it.instants.some((each) => each.id === instant))
      it.instants.push({ id: instant, name: instant, fallback: [], bounds: [], cite: ['办法 第四条'] });
    termOf(it, id).start = [{ instant }];
  };
  const unsupplied = (
    instant: Regulation['instants'][number]['id'],
    command: string,
    also: string[] = [],
  ): Fault => [
    `a clock from ${instant}, which nobody supplies`,
    (it) => {
      from('oralReport', instant)(it);
      forbid(it, command, ...also);
    },
    `duties[oralReport].terms[0].start[0]${CITE}`,
    '{',
    `不会从这里起算:无人有权作出 ${[command, ...also].join('、')},“${instant}”不会出现`,
    authorise,
  ];
  itFinds([
    [
      'duties that wait for each other',
      (it) => termOf(it, 'warnUnit').start.push({ after: 'oralReport' }),
      'duties[warnUnit].terms(办法 第四条)',
      '"terms": [',
      '起算互相等待(warnUnit → oralReport → warnUnit)',
      '请让其中一项从时点起算',
    ],
    [
      'the same when one counts from the due instant of the other',
      (it) => termOf(it, 'warnUnit').start.push({ after: 'oralReport', orDue: true }),
      'duties[oralReport].terms(办法 第五条 口头)',
      '"terms": [',
      '起算互相等待(oralReport → warnUnit → oralReport)',
      '请让其中一项从时点起算',
    ],
    [
      'a repetition from the instant that ends it',
      from('dailyReport', 'calmedAt'),
      'duties[dailyReport].terms[0].limit(办法 第六条)',
      '"limit": {',
      '重复从“calmedAt”起算,又到“calmedAt”为止',
      '请改正起算时点或 until',
    ],
    [
      'a repetition that nobody may end',
      (it) => forbid(it, 'DeclareCalm'),
      'duties[dailyReport].terms[0].limit(办法 第六条)',
      '"limit": {',
      '级别“major”上无人有权作出 DeclareCalm,重复不会结束',
      '请在 authorities 中写明由谁作出',
    ],
    [
      'the same until the conclusion',
      (it) => {
        termOf(it, 'dailyReport').limit = { kind: 'every', every: 'P1W', until: 'concludedAt', from: 'due' };
        it.authorities.find(({ command }) => command === 'Conclude')!.levels = ['pending', 'general'];
      },
      'duties[dailyReport].terms[0].limit(办法 第六条)',
      '"limit": {',
      '级别“major”上无人有权作出 Conclude,重复不会结束',
      '请在 authorities 中写明由谁作出',
    ],
    unsupplied('acknowledgedAt', 'Acknowledge'),
    unsupplied('planStartedAt', 'StartPlan'),
    unsupplied('calmedAt', 'DeclareCalm'),
    unsupplied('knownAt', 'OpenCase', ['CorrectInstant']),
    [
      'a clock from an instant that cannot come at one of the levels',
      (it) => {
        from('oralReport', 'calmedAt')(it);
        it.authorities.find(({ command }) => command === 'DeclareCalm')!.levels = ['major'];
      },
      `duties[oralReport].terms[0].start${CITE}`,
      '"start": [',
      '在级别“general”(一般舆情)上不会起算',
      `无人有权作出 DeclareCalm,“calmedAt”不会出现;${authorise}`,
    ],
    [
      'a receipt of what nobody sends',
      (it) => {
        termOf(it, 'assignedReport').start = [{ instant: 'receivedAt', of: ['monitored'] }];
      },
      'duties[assignedReport].terms[0].start[0](办法 第八条)',
      '{',
      '不会从这里起算:来源“monitored”(监测发现)没有发送方(from),不会有“收到”的时间',
      '请改正 of,或在 sources 中写明由谁发来',
    ],
    [
      'a receipt where no source has a sender',
      (it) => {
        it.sources = it.sources.slice(0, 1);
        termOf(it, 'assignedReport').start = [{ instant: 'receivedAt' }];
      },
      'duties[assignedReport].terms[0].start[0](办法 第八条)',
      '{',
      '不会从这里起算:来源没有发送方(from),不会有“收到”的时间',
      '请改正 of,或在 sources 中写明由谁发来',
    ],
    [
      'a duty after one that its levels do not have',
      (it) => {
        termOf(it, 'writtenReport', 1).start = [{ after: 'dailyReport' }];
      },
      'duties[writtenReport].terms[1].start[0](办法 第五条 一般)',
      '{',
      '不会从这里起算:“每24小时续报”在这些级别上没有,不会完成',
      '请改正 after,或为该职责增加级别',
    ],
    [
      'a duty after one that one of its levels does not have',
      (it) => {
        termOf(it, 'oralReport').start = [{ after: 'dailyReport', orDue: true }];
      },
      `duties[oralReport].terms[0].start${CITE}`,
      '"start": [',
      '在级别“general”(一般舆情)上不会起算',
      '“每24小时续报”在这些级别上没有,不会完成;请改正 after,或为该职责增加级别',
    ],
    [
      'a clock from the conclusion, which ends the duty',
      from('oralReport', 'concludedAt'),
      `duties[oralReport].terms[0].start[0]${CITE}`,
      '{',
      '“口头报告核实情况”从结报起算,而结报后职责即告终止',
      '请在该职责中写 "survivesConclusion": true',
    ],
    [
      'two duties of one name at one level',
      (it) => {
        dutyOf(it, 'dailyReport').name = '口头报告核实情况';
      },
      'duties[dailyReport].terms[0].name(办法 第六条)',
      '{',
      '与 duties[oralReport].terms[0] 在同一级别上同名“口头报告核实情况”,状态名会重复',
      '请改名',
    ],
    [
      'a name too long for a state',
      (it) => {
        dutyOf(it, 'dailyReport').name = '报'.repeat(70);
      },
      'duties[dailyReport].terms[0].name(办法 第六条)',
      '{',
      '名称太长,状态名将有 81 个字,上限 80',
      '请缩短名称',
    ],
  ]);
  itTakes([
    [
      'an instant with a fallback that somebody supplies',
      (it) => {
        it.instants.push({
          id: 'knownAt',
          name: '知晓',
          fallback: ['detectedAt'],
          bounds: [],
          cite: ['办法 第四条'],
        });
        termOf(it, 'oralReport').start = [{ instant: 'knownAt' }];
      },
    ],
    [
      'an anchor that only one of the levels has, with another for the rest',
      (it) => termOf(it, 'oralReport').start.unshift({ after: 'dailyReport' }),
    ],
    [
      'a receipt from anybody, while somebody sends',
      (it) => {
        termOf(it, 'assignedReport').start = [{ instant: 'receivedAt' }];
      },
    ],
    [
      'a clock from the conclusion of a duty that survives it',
      (it) => {
        from('oralReport', 'concludedAt')(it);
        dutyOf(it, 'oralReport').survivesConclusion = true;
      },
    ],
    [
      'a duty that counts from another’s completion or due instant',
      (it) => {
        termOf(it, 'writtenReport', 1).start = [{ after: 'oralReport', orDue: true }];
      },
    ],
    [
      'a name of just the length that a state takes',
      (it) => {
        const daily = dutyOf(it, 'dailyReport');
        daily.name = '报'.repeat(69);
        // A text takes less.
        daily.toldAs = '每日报告';
      },
    ],
  ]);
});
