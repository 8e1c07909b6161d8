import { describe, expect, it } from 'vitest';
import { shapeProblems } from '../../../../../infra/regulation-check/checks/form/shape.ts';
import type { Regulation } from '../../../../../shared/regulations/schema.ts';
import { byId, dutyOf, type Fault, itFinds, itTakes, termOf } from '../../../../support/data-faults.ts';

const LENGTH = 'ISO 8601 时长,如 PT3H(3小时)、P10D(10日)';
const CONDITION =
  '{all},或 {any},或 {not},或 {source},或 {flag},或 {setting},或 {warningLevel},或 {units},或 {rating、is},或 {rating、atLeast}';
const TERM = 'duties[oralReport].terms[0]';
const CITE = '(办法 第五条 口头)';
/** Whatever the types say. */
const put = (where: object, what: object): void => {
  Object.assign(where, what);
};
const shape = (
  what: string,
  change: (copy: Regulation) => void,
  place: string,
  line: string,
  fault: string,
  mend: string,
): Fault => [what, change, place, line, fault, mend];

describe('the form of a data file', () => {
  itFinds([
    shape(
      'an unknown key, with those that exist',
      (it) => put(dutyOf(it, 'oralReport'), { responsable: 'unitLiaison' }),
      'duties[oralReport].responsable',
      '"responsable": "unitLiaison"',
      '没有“responsable”这一项',
      '这里可用的项:id、name、toldAs?、basis?、responsible、receivers、copies?、channels、fulfilledBy、recurs?、replacedBy?、holdable?、survivesConclusion?、ladder、ownTarget?、note?、terms;请改正或删去',
    ),
    shape(
      'an unknown key at the top',
      (it) => put(it, { duty: [] }),
      'duty',
      '"duty": []',
      '没有“duty”这一项',
      `这里可用的项:${[
        'id bureau called? title version issuedOn effectiveOn zone smsSignature numbering onDuty headOfOffice cite clauses roles units',
        'scales sources flags instants mediaTypes reportForms reportKinds publicationForms channels',
        'actions decisions parts? handling grading duties routing contacts authorities gates forbiddenChannels? ladders',
        'settings documents informs readings?',
      ]
        .join(' ')
        .replaceAll(' ', '、')};请改正或删去`,
    ),
    shape(
      'a missing field',
      (it) => put(dutyOf(it, 'oralReport'), { ladder: undefined }),
      'duties[oralReport].ladder',
      '{',
      '缺少“ladder”',
      '请填写:文字(加引号)',
    ),
    shape(
      'a missing field of a list of things',
      (it) => put(it, { documents: undefined }),
      'documents',
      '{',
      '缺少“documents”',
      '请填写:列表 [{id、name、fields、titled?、cite}]',
    ),
    shape(
      'a wrong type',
      (it) => put(byId(it.roles, 'unitHead'), { perUnit: 'yes' }),
      'roles[unitHead].perUnit(办法 第七条)',
      '"perUnit": "yes"',
      '“yes”不对',
      '应为:true 或 false',
    ),
    shape(
      'half a rank',
      (it) => put(byId(it.scales[0]!.levels, 'major'), { rank: 1.5 }),
      'scales[severity].levels[major].rank(办法 第三条 重大)',
      '"rank": 1.5',
      '“1.5”不对',
      '应为:整数',
    ),
    shape(
      'a wrong choice, with those that exist',
      (it) => put(dutyOf(it, 'oralReport'), { recurs: 'twice' }),
      'duties[oralReport].recurs',
      '"recurs": "twice"',
      '“twice”不对',
      '应为:once、eachLevel、eachOutbreak、eachReceipt、eachAsking、eachUnit',
    ),
    shape(
      'a duration in words',
      (it) => put(termOf(it, 'oralReport').limit, { within: '2小时' }),
      `${TERM}.limit.within${CITE}`,
      '"within": "2小时"',
      '“2小时”不对',
      `应为:${LENGTH},或 工作日数,如 5WD(5个工作日)`,
    ),
    shape(
      'no working day',
      (it) => put(termOf(it, 'oralReport').limit, { within: '0WD' }),
      `${TERM}.limit.within${CITE}`,
      '"within": "0WD"',
      '“0WD”不对',
      `应为:${LENGTH},或 工作日数,如 5WD(5个工作日)`,
    ),
    shape(
      'an unknown kind of limit, with those that exist',
      (it) => put(termOf(it, 'oralReport'), { limit: { kind: 'withn', within: 'PT2H' } }),
      `${TERM}.limit.kind${CITE}`,
      '"kind": "withn"',
      '“withn”不对',
      '应为:{kind: within|every|immediate|prompt|ongoing|external, …}',
    ),
    shape(
      'a key that this kind of limit does not have',
      (it) => put(termOf(it, 'oralReport').limit, { every: 'PT1H' }),
      `${TERM}.limit.every${CITE}`,
      '"every": "PT1H"',
      '没有“every”这一项',
      '这里可用的项:kind、within、soft?、notBeforeSoft?、deferral?、extension?;请改正或删去',
    ),
    shape(
      'a limit that is no object',
      (it) => put(termOf(it, 'oralReport'), { limit: 'PT2H' }),
      `${TERM}.limit${CITE}`,
      '"limit": "PT2H"',
      '“PT2H”不对',
      '应为:{kind: within|every|immediate|prompt|ongoing|external, …}',
    ),
    shape(
      'a misspelt key beside the one that tells what is meant',
      (it) => put(termOf(it, 'oralReport').start[0]!, { ordue: true }),
      `${TERM}.start[0].ordue${CITE}`,
      '"ordue": true',
      '没有“ordue”这一项',
      '这里可用的项:after、orDue?、when?;请改正或删去',
    ),
    shape(
      'an anchor of no kind, with both that exist',
      (it) => put(termOf(it, 'oralReport'), { start: [{ form: 'detectedAt' }] }),
      `${TERM}.start[0]${CITE}`,
      '{',
      '格式不对',
      '应为:{instant、of?、when?、fromRaise?、basis?},或 {after、orDue?、when?},或 {decision、when?}',
    ),
    shape(
      'a condition of no kind, deep inside another',
      (it) => put(termOf(it, 'oralReport'), { when: { all: [{ not: { flg: 'secret' } }] } }),
      `${TERM}.when.all[0].not${CITE}`,
      '"not": {',
      '格式不对',
      `应为:${CONDITION}`,
    ),
    shape(
      'a level of a condition that is missing',
      (it) => put(termOf(it, 'oralReport'), { when: { rating: 'truth' } }),
      `${TERM}.when${CITE}`,
      '"when": {',
      '格式不对',
      `应为:${CONDITION}`,
    ),
    shape(
      'an act of no kind',
      (it) => put(dutyOf(it, 'oralReport').fulfilledBy[0]!, { act: 'tell' }),
      'duties[oralReport].fulfilledBy[0].act',
      '"act": "tell"',
      '“tell”不对',
      '应为:{act: report|publication|action|decision|meeting|planRequest|planStart|opening|unitAssigned|gradeConfirmed|gradeReviewed|calm|review|document|rated|notice, …}',
    ),
    shape(
      'an id in Chinese',
      (it) => put(it.flags[1]!, { id: '饮用水' }),
      'flags[饮用水].id(办法 第三条 重大)',
      '"id": "饮用水"',
      '“饮用水”不对',
      '应为:id(小写英文字母开头,只含英文字母、数字和“-”)',
    ),
    shape(
      'a duty id with a hyphen, which names a branch of states',
      (it) => put(dutyOf(it, 'oralReport'), { id: 'oral-report' }),
      'duties[oral-report].id',
      '"id": "oral-report"',
      '“oral-report”不对',
      '应为:id(小写英文字母开头,只含英文字母和数字)',
    ),
    shape(
      'a term without a clause',
      (it) => put(termOf(it, 'oralReport'), { cite: [] }),
      `${TERM}.cite`,
      '"cite": []',
      '没有写条款',
      '请写明依据的条款(clauses 中的名称)',
    ),
    shape(
      'a rule whose clause is missing altogether',
      (it) => put(it.ladders[0]!, { cite: undefined }),
      'ladders[unit].cite',
      '{',
      '缺少“cite”',
      '请填写:列表 [文字(加引号)]',
    ),
    shape(
      'a duty without terms’ levels',
      (it) => put(termOf(it, 'oralReport'), { levels: [] }),
      `${TERM}.levels${CITE}`,
      '"levels": []',
      '列表不能为空',
      '请填写:列表 [文字(加引号)]',
    ),
    shape(
      'a quote that is no text',
      (it) => put(it.clauses, { '办法 第六条': 6 }),
      'clauses.办法 第六条',
      '"办法 第六条": 6',
      '“6”不对',
      '应为:文字(加引号)',
    ),
    shape(
      'nothing in a list',
      (it) => put(it, { duties: [null, ...it.duties] }),
      'duties[0]',
      'null',
      '“null”不对',
      '应为:{id、name、toldAs?、basis?、responsible、receivers、copies?、channels、fulfilledBy、recurs?、replacedBy?、holdable?、survivesConclusion?、ladder、ownTarget?、note?、terms}',
    ),
  ]);
  itTakes([
    ['one working day', (it) => put(termOf(it, 'oralReport').limit, { within: '1WD' })],
    [
      'a hyphen in other ids',
      (it) => it.flags.push({ id: 'cross-region', name: '跨区', cite: ['办法 第四条'] }),
    ],
  ]);

  it('is told of what is no object at all', () => {
    for (const data of [null, 3, 'x', []]) expect(shapeProblems(data)).toHaveLength(1);
  });

  it('is never told in English', () => {
    const said = shapeProblems({}).map(({ fault, mend }) => fault + mend);
    expect(said.length).toBeGreaterThan(30);
    for (const each of said) expect(each).not.toMatch(/Invalid|expected|received|Unrecognized/);
  });
});
