import { describe, expect, it } from 'vitest';
import { loadRegulation } from '../../../shared/regulations/load.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { leizhou } from '../../support/bureaus.ts';

const complaint = (breakIt: (copy: Regulation) => void): string => {
  const copy = structuredClone(leizhou);
  breakIt(copy);
  try {
    loadRegulation(copy);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};
const duty = (copy: Regulation, id: string) => copy.duties.find((each) => each.id === id)!;

type Break = [name: string, breakIt: (copy: Regulation) => void, place: string, fault: string];
const broken: Break[] = [
  [
    'an unknown clause',
    (it) => it.duties[0]!.terms[0]!.cite.push('办法 第九十九条'),
    'duties[warnUnits].terms[0].cite[6]',
    '没有条款“办法 第九十九条”',
  ],
  [
    'an unknown clause that informs',
    (it) => it.informs.push({ clause: '办法 第零条', reason: '无' }),
    '].clause',
    '没有条款“办法 第零条”',
  ],
  [
    'an unknown responsible role',
    (it) => {
      duty(it, 'dailyReport').responsible = 'nobody';
    },
    'duties[dailyReport].responsible',
    '没有角色“nobody”',
  ],
  [
    'an unknown receiver of a report',
    (it) => duty(it, 'unitResponse').fulfilledBy.push({ act: 'report', to: ['mayor'] }),
    'duties[unitResponse].fulfilledBy[1].to[0]',
    '没有角色“mayor”',
  ],
  [
    'an unknown rung',
    (it) => it.ladders[0]!.rungs.push('nobody'),
    'ladders[unitHours].rungs[5]',
    '没有角色“nobody”',
  ],
  [
    'an unknown sender of a source',
    (it) => {
      it.sources[2]!.from = 'nobody';
    },
    'sources[zhanjiang-assigned].from',
    '没有角色“nobody”',
  ],
  [
    'an unknown level',
    (it) => duty(it, 'dailyReport').terms[0]!.levels.push('violet'),
    'duties[dailyReport].terms[0].levels[2]',
    '没有级别“violet”',
  ],
  [
    'an unknown level to handle as',
    (it) => {
      it.handling[0]!.handleAs = 'violet';
    },
    'handling[bureauInstruction].handleAs',
    '没有级别“violet”',
  ],
  [
    'an unknown level of a band',
    (it) => {
      it.grading.bands[0]!.level = 'violet';
    },
    'grading.bands[0].level',
    '没有级别“violet”',
  ],
  [
    'an unknown source',
    (it) => {
      duty(it, 'startMechanism').terms[0]!.when = { not: { source: 'rumour' } };
    },
    'duties[startMechanism].terms[0].when.not.source',
    '没有舆情来源“rumour”',
  ],
  [
    'an unknown source of an anchor',
    (it) => duty(it, 'startMechanism').terms[0]!.start.push({ instant: 'receivedAt', of: ['rumour'] }),
    'duties[startMechanism].terms[0].start[1].of[0]',
    '没有舆情来源“rumour”',
  ],
  [
    'an unknown flag',
    (it) => {
      it.gates[3]!.when = { flag: 'nothing' };
    },
    'gates[peersFirst].when.flag',
    '没有标记“nothing”',
  ],
  [
    'an unknown setting',
    (it) => {
      duty(it, 'review').officeTarget = 'never';
    },
    'duties[review].officeTarget',
    '没有设置“never”',
  ],
  [
    'a condition on a setting that is no yes or no',
    (it) => {
      duty(it, 'review').terms[0]!.when = { setting: 'bulletinEvery' };
    },
    'duties[review].terms[0].when.setting',
    '不是“是/否”',
  ],
  [
    'an unknown ladder',
    (it) => {
      duty(it, 'review').ladder = 'rope';
    },
    'duties[review].ladder',
    '没有逐级上报“rope”',
  ],
  [
    'an unknown action',
    (it) => it.gates[0]!.needs!.push('blessed'),
    'gates[leaderApproval].needs[2]',
    '没有办理动作“blessed”',
  ],
  [
    'an unknown decision',
    (it) => {
      duty(it, 'decideReportUp').fulfilledBy = [{ act: 'decision', decision: 'coin' }];
    },
    'duties[decideReportUp].fulfilledBy[0].decision',
    '没有决定事项“coin”',
  ],
  [
    'an unknown report form',
    (it) => {
      duty(it, 'phoneProgress').fulfilledBy = [{ act: 'report', forms: ['pigeon'] }];
    },
    'duties[phoneProgress].fulfilledBy[0].forms[0]',
    '没有报告形式“pigeon”',
  ],
  [
    'an unknown report kind',
    (it) => {
      duty(it, 'phoneProgress').fulfilledBy = [{ act: 'report', kinds: ['third'] }];
    },
    'duties[phoneProgress].fulfilledBy[0].kinds[0]',
    '没有报告种类“third”',
  ],
  [
    'an unknown publication form',
    (it) => {
      duty(it, 'keepPublishing').fulfilledBy = [{ act: 'publication', forms: ['song'] }];
    },
    'duties[keepPublishing].fulfilledBy[0].forms[0]',
    '没有发布形式“song”',
  ],
  [
    'an unknown channel',
    (it) => duty(it, 'review').channels.push('pigeon'),
    'duties[review].channels[1]',
    '没有渠道“pigeon”',
  ],
  [
    'an unknown duty to run after',
    (it) => duty(it, 'review').terms[0]!.start.push({ after: 'lunch' }),
    'duties[review].terms[0].start[1].after',
    '没有时限职责“lunch”',
  ],
  [
    'an instant that the regulation does not name',
    (it) => {
      it.instants = it.instants.filter(({ id }) => id !== 'outbreakAt');
    },
    'duties[dailyReport].terms[0].start[0].instant',
    '没有时点“outbreakAt”',
  ],
  [
    'a heat counter that is not counted',
    (it) => it.grading.floors[0]!.counters.push({ id: 'likes', atLeast: 1 }),
    'grading.floors[centralMedia].counters[likes].id',
    '没有热度指标“likes”',
  ],
  ['an id used twice', (it) => it.duties.push({ ...duty(it, 'review') }), 'duties', '“review”出现了不止一次'],
  [
    'a level id used in two scales',
    (it) => {
      it.scales[1]!.levels[0]!.id = 'red';
    },
    'levels',
    '“red”出现了不止一次',
  ],
  [
    'duties that wait for each other',
    (it) => duty(it, 'warnUnits').terms[0]!.start.push({ after: 'unitResponse' }),
    'duties[warnUnits].terms',
    '起算互相等待(warnUnits → unitResponse → warnUnits)',
  ],
  [
    'a repetition from the instant that ends it',
    (it) => duty(it, 'dailyReport').terms[0]!.start.push({ instant: 'calmedAt' }),
    'duties[dailyReport].terms[0].limit',
    '又到“calmedAt”为止',
  ],
  [
    'a repetition that nobody may end',
    (it) => {
      it.authorities = it.authorities.filter(({ command }) => command !== 'DeclareCalm');
    },
    'duties[dailyReport].terms[0].limit',
    '级别“red”上无人有权作出 DeclareCalm',
  ],
  [
    'a repetition every zero hours',
    (it) => {
      duty(it, 'dailyReport').terms[0]!.limit = {
        kind: 'every',
        every: 'PT0H',
        until: 'calmedAt',
        from: 'due',
      };
    },
    'duties[dailyReport].terms[0].limit.every',
    '时长“PT0H”为零',
  ],
  [
    'a ladder that never waits',
    (it) => {
      it.ladders[0]!.thenEvery = 'P0D';
    },
    'ladders[unitHours].thenEvery',
    '时长“P0D”为零',
  ],
  [
    'a unit role with nobody above',
    (it) => {
      it.roles.find(({ id }) => id === 'unitHead')!.above = undefined;
    },
    'roles[unitHead].above',
    '没有上级',
  ],
  [
    'roles above each other',
    (it) => {
      it.roles.find(({ id }) => id === 'chiefLeader')!.above = 'unitHead';
    },
    'roles[unitHead].above',
    '上级绕成了圈',
  ],
  [
    'an outsider who is made responsible',
    (it) => {
      duty(it, 'review').responsible = 'zhanjiang';
    },
    'duties[review].responsible',
    '不是本局角色',
  ],
  [
    'an outsider who may command',
    (it) => it.authorities[0]!.roles.push('public'),
    'authorities[0 OpenCase].roles[5]',
    '“社会公众”不是本局角色',
  ],
  [
    'a duty at a level without clocks',
    (it) => duty(it, 'review').terms[0]!.levels.push('routine'),
    'duties[review].terms[0].levels',
    '级别“routine”(常规舆情)不计时',
  ],
  [
    'a name too long for a state',
    (it) => {
      duty(it, 'review').name = '评'.repeat(72);
    },
    'duties[review].terms[0].name',
    '名称太长,状态名将有 81 个字',
  ],
  [
    'two duties of one name at one level',
    (it) => {
      duty(it, 'review').name = '每日书面报告';
    },
    'duties[review].terms[0].name',
    '同名“每日书面报告”',
  ],
  [
    'a level name too long for a state',
    (it) => {
      it.scales[0]!.levels[4]!.name = '红'.repeat(80);
    },
    'scales[warning].levels[red].name',
    '级别名称太长',
  ],
  [
    'a rule without a clause',
    (it) => {
      duty(it, 'review').terms[0]!.cite = [];
    },
    'duties[review].terms[0].cite',
    '没有写条款',
  ],
];

describe('loadRegulation', () => {
  it('takes 雷州 as it is', () => expect(complaint(() => undefined)).toBe(''));

  it.each(broken)('refuses %s, naming the place', (_name, breakIt, place, fault) => {
    const lines = complaint(breakIt).split('\n');
    expect(lines[0]).toMatch(/^制度“leizhou”有 \d+ 处问题:$/);
    expect(
      lines.find((line) => line.includes(place) && line.includes(fault)),
      lines.join('\n'),
    ).toBeDefined();
  });

  it('names the clause of the broken rule and how to mend it', () => {
    const message = complaint((copy) => {
      duty(copy, 'pressConference').terms[0]!.levels = ['violet'];
    });
    expect(message).toContain('(办法 第二十一条(二)红 ③、附件2 五(三)红 24h)');
    expect(message).toContain('请在 levels 中增加,或改正这里的 id');
  });

  it('names all problems at once', () => {
    const message = complaint((copy) => {
      duty(copy, 'review').ladder = 'rope';
      copy.gates[0]!.needs!.push('blessed');
      copy.routing[0]!.copies.push('nobody');
    });
    expect(message).toContain('有 3 处问题');
    for (const each of ['rope', 'blessed', 'nobody']) expect(message).toContain(each);
  });

  it('takes a state name of exactly 80 characters', () => {
    expect(
      complaint((copy) => {
        duty(copy, 'review').name = '评'.repeat(71);
      }),
    ).toBe('');
  });
});
