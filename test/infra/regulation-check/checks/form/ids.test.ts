import { describe } from 'vitest';
import { byId, dutyOf, itFinds, itTakes } from '../../../../support/data-faults.ts';

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
        // With so long a number a text takes shorter duties.
        for (const each of it.duties) each.toldAs = '报告结果';
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
