import { describe, expect, it } from 'vitest';
import { loadRegulation } from '../../../../infra/regulation-check/checks/load.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import {
  byId,
  dutyOf,
  type Fault,
  fileAfter,
  forbid,
  itFinds,
  itTakes,
  termOf,
} from '../../../support/data-faults.ts';
import { water } from '../../../support/sixth-bureau.ts';

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

describe('ids and names', () => {
  const again = '请保留一个,其余改名或删除';
  itFinds([
    [
      'a duty id used twice, at the second',
      (it) => it.duties.push({ ...dutyOf(it, 'dailyReport'), name: '另一项' }),
      'duties[dailyReport]',
      '{',
      '“dailyReport”出现了不止一次',
      again,
    ],
    [
      'a level id used in two scales',
      (it) =>
        it.scales.push({
          ...it.scales[0]!,
          id: 'second',
          use: 'rating',
          levels: [{ ...it.scales[0]!.levels[1]!, clocked: false }],
        }),
      'scales[second].levels[general]',
      '{',
      '“general”出现了不止一次',
      again,
    ],
    [
      'an id used twice in a list within a list',
      (it) => it.grading.floors.push(it.grading.floors[0]!),
      'grading.floors[drinkingWater]',
      '{',
      '“drinkingWater”出现了不止一次',
      again,
    ],
    [
      'a clause that informs twice',
      (it) => it.informs.push(it.informs[0]!),
      'informs[1].clause',
      '"办法 第一条"',
      '“办法 第一条”出现了不止一次',
      again,
    ],
    [
      'a regulation id with capitals, which name files and machines',
      (it) => {
        it.id = 'waterBureau';
      },
      'id',
      '"id": "waterBureau"',
      '“waterBureau”不能用作文件名和流程名',
      '请用2至30个小写字母、数字或单个横线,以字母开头',
    ],
    [
      'a version that could not name a file',
      (it) => {
        it.version = '2026年版';
      },
      'version',
      '"version": "2026年版"',
      '“2026年版”不能用作版本号',
      '请用字母、数字、点和横线,如 2024-05-30',
    ],
    [
      'a day that does not exist',
      (it) => {
        it.effectiveOn = '2026-02-30';
      },
      'effectiveOn',
      '"effectiveOn": "2026-02-30"',
      '“2026-02-30”不是日期',
      '请按“2024-05-30”的写法填写施行日期;原文没有的写“未注明”',
    ],
    [
      'an unknown time zone',
      (it) => {
        it.zone = 'Asia/Qinghe';
      },
      'zone',
      '"zone": "Asia/Qinghe"',
      '没有时区“Asia/Qinghe”',
      '中国各地请填 Asia/Shanghai',
    ],
    [
      'case numbers in Chinese, which name executions',
      (it) => {
        it.numbering.case = '水';
      },
      'numbering.case',
      '"case": "水"',
      '案卷编号的字头“水”不能用作流程名',
      '请用1至10个英文字母或数字,以字母开头,如 LZ',
    ],
  ]);
  itTakes([
    [
      'a count for each kind of medium in one floor',
      (it) => {
        const { counters } = byId(it.grading.floors, 'manyReposts');
        it.mediaTypes.push({ id: 'weibo', name: '微博' });
        counters.push({ id: 'reposts', atLeast: 100, mediaTypes: ['weibo'] });
      },
    ],
    [
      'a regulation without a date',
      (it) => {
        it.effectiveOn = '未注明';
      },
    ],
    [
      'a hyphen in the id, and ten letters before the number',
      (it) => {
        it.id = 'qinghe-water2';
        it.numbering.case = 'QINGHEWATR';
      },
    ],
    [
      'a version with the bureau’s own settings',
      (it) => {
        it.version = '2026-01-01;routinePushEvery=%22PT1H%22';
      },
    ],
  ]);
});

describe('clauses', () => {
  itFinds([
    [
      'a clause on which nothing rests',
      (it) => {
        it.clauses['办法 第十三条'] = '第十三条 本办法由局办公室解释。';
      },
      'clauses.办法 第十三条',
      '"办法 第十三条"',
      '条款“办法 第十三条”没有规则引用,也未列入 informs',
      '请写入依据它的规则的 cite,或列入 informs 并写明原因',
    ],
    [
      'a clause that both carries a rule and only informs',
      (it) => it.informs.push({ clause: '办法 第六条', reason: '测试用。' }),
      'informs[1].clause',
      '"clause": "办法 第六条"',
      '条款“办法 第六条”既列入 informs,又由 reportKinds[progress] 引用',
      '请从其中一处删去',
    ],
    [
      'a clause of the notice of issue that only informs',
      (it) => it.informs.push({ clause: '办法 第十二条', reason: '测试用。' }),
      'informs[1].clause',
      '"clause": "办法 第十二条"',
      '条款“办法 第十二条”既列入 informs,又由 制度本身 引用',
      '请从其中一处删去',
    ],
  ]);
  itTakes([
    [
      'a clause that only informs',
      (it) => {
        it.clauses['办法 第十三条'] = '第十三条 本办法由局办公室解释。';
        it.informs.push({ clause: '办法 第十三条', reason: '解释权归属,没有可执行的内容。' });
      },
    ],
  ]);
});

describe('posts, units and sources', () => {
  itFinds([
    [
      'a post missing that the software speaks to',
      (it) => {
        it.roles = it.roles.filter(({ id }) => id !== 'operator');
      },
      'routing[clockFault].to[0](办法 第二条 办公室)',
      '"operator"',
      '没有角色“operator”',
      '请在 roles 中增加,或改正这里的 id',
    ],
    [
      'an event that nobody would be told of',
      (it) => {
        it.routing = it.routing.filter(({ id }) => id !== 'calmed');
      },
      'routing',
      '"routing": [',
      '没有“calmed”,宣布平息不知通知谁',
      '请写明通知哪些岗位;制度没有规定的,由本局自定,写 "basis": "bureau"',
    ],
    [
      'receivers of what nobody may ask for',
      (it) => it.routing.push({ ...it.routing[0]!, id: 'planRequested' }),
      'routing[planRequested](办法 第二条 办公室)',
      '{',
      '无人有权作出 RequestPlan,报请启动应急预案的通知不会发出',
      '请删去,或在 authorities 中增加',
    ],
    [
      'kinds of media that no count tells apart',
      (it) => it.mediaTypes.push({ id: 'weibo', name: '微博' }),
      'mediaTypes',
      '"mediaTypes": [',
      '没有按媒体类型计数的规则,这些类型不起作用',
      '请写 [];列举媒体的条款列入 informs',
    ],
    [
      'a post of the software that is outside the bureau',
      (it) => {
        byId(it.roles, 'officeHead').kind = 'superior';
      },
      'roles[officeHead].kind(办法 第二条 办公室)',
      '"kind": "superior"',
      '“officeHead”是系统要通知的岗位,须为本局角色',
      '请写 "kind": "internal"',
    ],
    [
      'a liaison who is not of a unit',
      (it) => {
        byId(it.roles, 'unitLiaison').perUnit = false;
      },
      'roles[unitLiaison].perUnit(办法 第二条 办公室)',
      '"perUnit": false',
      '“unitLiaison”由每个股室各设一人',
      '请写 "perUnit": true',
    ],
    [
      'an officer on duty in each unit',
      (it) => {
        byId(it.roles, 'dutyOfficer').perUnit = true;
      },
      'roles[dutyOfficer].perUnit(办法 第二条 办公室)',
      '"perUnit": true',
      '“dutyOfficer”由全局设置,不分股室',
      '请删去 perUnit',
    ],
    [
      'a post with nobody above',
      (it) => {
        byId(it.roles, 'officeHead').above = undefined;
      },
      'roles[officeHead].above(办法 第二条 办公室)',
      '{',
      '“officeHead”没有上级,无人任职时通知无处可去',
      '请填写 above',
    ],
    [
      'a unit role with nobody above',
      (it) => {
        byId(it.roles, 'unitHead').above = undefined;
      },
      'roles[unitHead].above(办法 第七条)',
      '{',
      '股室角色没有上级,无人任职时通知无处可去',
      '请填写 above',
    ],
    [
      'roles above each other',
      (it) => {
        byId(it.roles, 'chiefLeader').above = 'deputyLeader';
      },
      'roles[chiefLeader].above(办法 第二条 领导小组)',
      '"above": "deputyLeader"',
      '上级绕成了圈(chiefLeader → deputyLeader → chiefLeader)',
      '请改正其中一个上级',
    ],
    [
      'an outsider who is made responsible',
      (it) => {
        dutyOf(it, 'dailyReport').responsible = 'county';
      },
      'duties[dailyReport].responsible',
      '"responsible": "county"',
      '“县政府”不是本局角色',
      '请改为本局(internal)角色',
    ],
    [
      'an outsider who may command',
      (it) => it.authorities[0]!.roles.push('county'),
      'authorities[0 OpenCase].roles[4](办法 第二条 办公室)',
      '"county"',
      '“县政府”不是本局角色',
      '请改为本局(internal)角色',
    ],
    [
      'a bureau without units',
      (it) => {
        it.units = [];
      },
      'units',
      '"units": []',
      '没有任何股室,案卷无处转办',
      '请列出本局的股室',
    ],
    [
      'nothing that pushed items come from',
      (it) => {
        it.sources[0]!.id = 'found';
      },
      'sources',
      '"sources": [',
      '缺少来源“monitored”,监测系统推送的信息没有来源',
      '请增加 id 为 monitored 的来源,如“监测发现”',
    ],
    [
      'a sender of what is monitored',
      (it) => {
        it.sources[0]!.from = 'county';
      },
      'sources[monitored].from(办法 第二条 办公室)',
      '"from": "county"',
      '监测发现的信息不是谁发来的',
      '请写 "from": null',
    ],
  ]);
  itTakes([
    [
      'a leader at the top, and one above him',
      (it) => {
        it.roles.push({ id: 'party', name: '局党组', kind: 'internal', perUnit: false });
        byId(it.roles, 'chiefLeader').above = 'party';
      },
    ],
  ]);
});

describe('loadRegulation', () => {
  const complaint = (change: (copy: Regulation) => void): string => {
    try {
      loadRegulation(JSON.parse(fileAfter(change)));
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('takes a sound regulation', () => {
    expect(complaint(() => undefined)).toBe('');
    expect(loadRegulation(structuredClone(water))).toEqual(water);
  });

  it('names all problems at once', () => {
    const message = complaint((copy) => {
      dutyOf(copy, 'dailyReport').ladder = 'rope';
      copy.gates[0]!.steps!.push(['blessed']);
      forbid(copy, 'AnswerNotice');
    });
    expect(message.split('\n')[0]).toBe('制度“water”有 3 处问题:');
    for (const each of ['rope', 'blessed', 'AnswerNotice']) expect(message).toContain(each);
  });

  it('names the form first, and nothing else until it is right', () => {
    const message = complaint((copy) => {
      dutyOf(copy, 'dailyReport').ladder = 'rope';
      termOf(copy, 'dailyReport').cite = [];
    });
    expect(message).toContain('duties[dailyReport].terms[0].cite:没有写条款');
    expect(message).not.toContain('rope');
  });
});
