import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { incompleteActs } from '../../../../shared/rules/parts/incomplete.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, caseFile, group, head, leader, liaison, officer, opening } from '../../../support/case-file.ts';
import { SUMMARY } from '../../../support/conclude.ts';
import { missingParts } from '../../../support/whole-acts.ts';

const assigned = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }];
const orange = () => {
  const file = caseFile();
  file.give('03-02 10:30', officer, opening({ level: 'orange', sources: assigned }));
  return file;
};
const call = (more: Record<string, unknown> = {}): CaseCommand =>
  ({ type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'], ...more }) as CaseCommand;
const lacking = (command: CaseCommand): string[] => {
  const file = orange();
  expect(file.giveBare('03-02 11:00', officer, command).refusal).toBeNull();
  return missingParts(leizhou, file.state);
};

describe('leizhou: the parts of each act', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing', {}, ['接听人姓名或对方接听人的单位和职务', '报告的情况']],
    ['a full stop', { post: '。', summary: ' ' }, ['接听人姓名或对方接听人的单位和职务', '报告的情况']],
    ['a post without a name', { post: '值班室', summary: '已到现场' }, []],
    ['a name and no gist', { spokeTo: '李某' }, ['报告的情况']],
  ])('a telephone report with %s lacks %o', (_, more, missing) => {
    expect(lacking(call(more))).toEqual(missing);
  });

  it.each<[Record<string, unknown>, string[]]>([
    [{}, ['文号或正文', '签发人']],
    [{ reference: '〔2026〕12号' }, ['签发人']],
    [{ text: '情况报告', signedBy: '局长' }, []],
    [{ to: ['chiefLeader'], reference: '12号' }, []],
  ])('a written report with %o lacks %o: only what goes up is signed', (more, missing) => {
    expect(lacking(call({ form: 'written', ...more }))).toEqual(missing);
  });

  it.each<[string, CaseCommand, string[]]>([
    ['a meeting', { type: 'RecordMeeting' }, ['参会人员', '研究的应对措施']],
    ['a request for the plan', { type: 'RequestPlan', reason: '。' }, ['理由']],
  ])('%s lacks its parts', (_, command, missing) => {
    const file = orange();
    file.giveBare('03-02 11:00', liaison, command);
    expect(missingParts(leizhou, file.state)).toEqual(missing);
  });

  it('a publication has a title, and a link or a place', () => {
    const file = orange();
    file.giveBare('03-02 10:40', leader, { type: 'RecordAction', action: 'statementApproved' });
    const approval = file.state.version;
    file.giveBare('03-02 11:00', officer, { type: 'RecordPublication', form: 'authoritative', approval });
    expect(missingParts(leizhou, file.state)).toEqual(['标题', '链接或发布地点或平台']);
  });
});

describe('what lacks a part', () => {
  it('stands at its instant all the same, and its maker is asked once for the rest', () => {
    const file = orange();
    const { events } = file.giveBare('03-02 13:00', officer, call());
    expect(file.duty('zhanjiangTelephone')?.current).toMatchObject({
      outcome: 'fulfilled',
      completedAt: at('03-02 13:00'),
    });
    const asked = events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
    expect(asked).toMatchObject([{ role: 'dutyOfficer', template: 'incomplete' }]);
    const again = file.giveBare('03-02 13:01', officer, call()).events;
    expect(again.some(({ type }) => type === 'NoticesMade')).toBe(false);
  });

  it('is asked for of each maker, whoever else left something open before', () => {
    const file = orange();
    file.giveBare('03-02 13:00', officer, call());
    const { events } = file.giveBare('03-02 13:01', head, call());
    const asked = events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
    expect(asked).toMatchObject([{ role: 'officeHead', template: 'incomplete' }]);
  });

  it('is filled in by its maker or the office, moves nothing, and both stay in the log', () => {
    const file = orange();
    file.giveBare('03-02 12:00', officer, call());
    const act = file.log.length;
    const fill: CaseCommand = { type: 'CompleteAct', act, post: '值班室', summary: '已到现场' };
    expect(file.give('03-02 12:05', liaison, fill).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(file.give('03-02 12:05', officer, { ...fill, post: '。', summary: '—' }).refusal).toMatchObject({
      code: 'PARTS_STILL_MISSING',
      message: expect.stringContaining('报告的情况'),
    });
    file.give('03-02 14:00', head, { type: 'CompleteAct', act, post: '值班室' });
    expect(missingParts(leizhou, file.state)).toEqual(['报告的情况']);
    expect(file.give('03-02 14:01', officer, fill).refusal?.code).toBe('PART_ALREADY_GIVEN');
    file.give('03-02 14:01', officer, { type: 'CompleteAct', act, summary: '已到现场' });
    expect(incompleteActs(leizhou, file.state)).toEqual([]);
    expect(file.duty('zhanjiangTelephone')?.current).toMatchObject({
      outcome: 'fulfilled',
      completedAt: at('03-02 12:00'),
    });
    expect(file.give('03-02 14:02', officer, fill).refusal?.code).toBe('ACT_NOT_INCOMPLETE');
    const types = file.log.flatMap(({ events }) => events.map(({ type }) => type));
    expect(types.filter((type) => type === 'ActCompleted')).toHaveLength(2);
  });

  it('bars the conclusion, and names what is missing', () => {
    const file = orange();
    file.giveBare('03-02 12:00', officer, call());
    const act = file.log.length;
    file.give('03-02 13:00', group, { type: 'DeclareCalm', reason: '平息' });
    const conclude: CaseCommand = { type: 'Conclude', summary: SUMMARY };
    expect(file.give('03-02 14:00', head, conclude).refusal).toMatchObject({
      code: 'ACTS_INCOMPLETE',
      message: expect.stringContaining('接听人姓名或对方接听人的单位和职务'),
    });
    file.give('03-02 14:01', head, { type: 'CompleteAct', act, post: '值班室', summary: '已到现场' });
    expect(file.give('03-02 14:02', head, conclude).refusal?.code).not.toBe('ACTS_INCOMPLETE');
  });
});

describe('the other bureaus', () => {
  const file = (bureau: string, level: string, unit: string) => {
    const regulation = regulations[bureau]!;
    const made = caseFile(regulation);
    const opener = { ...officer, role: bureau === 'petition' ? 'chiefLeader' : 'dutyOfficer' };
    made.give('03-02 10:00', opener, opening({ level, unit, instants: { detectedAt: at('03-02 09:50') } }));
    return { made, regulation };
  };

  it('nanning B 四(二) ②: a report has the seven points, itself or in the paper on the file', () => {
    const { made, regulation } = file('nanning', 'general', 'business');
    const report: CaseCommand = {
      type: 'FileReport',
      kind: 'report',
      form: 'telephone',
      to: ['businessLeader'],
      post: '办公室',
    };
    made.giveBare('03-02 10:10', officer, report);
    const { fields } = regulation.documents.find(({ id }) => id === 'report')!;
    expect(missingParts(regulation, made.state)).toEqual(fields);
    const said = Object.fromEntries(fields.map((field) => [field, '已核实']));
    made.giveBare('03-02 10:20', officer, { type: 'IssueDocument', document: 'report', fields: said });
    expect(missingParts(regulation, made.state)).toEqual([]);
  });

  it('a circular of 信访 says 情况, a report of 鄞州 its 重点要素', () => {
    const petition = file('petition', 'general', 'visits');
    petition.made.giveBare('03-02 10:10', officer, {
      type: 'FileReport',
      kind: 'circular',
      form: 'online',
      to: ['sections'],
      reference: '3号',
    });
    expect(missingParts(petition.regulation, petition.made.state)).toEqual(['情况或写明情况的正文']);
    const yinzhou = file('yinzhou', 'larger', 'welfareHome');
    yinzhou.made.giveBare(
      '03-02 10:10',
      { ...liaison, unit: 'welfareHome' },
      { type: 'FileReport', kind: 'first', form: 'oral', to: ['chiefLeader'], spokeTo: '王某' },
    );
    expect(missingParts(yinzhou.regulation, yinzhou.made.state)).toEqual(['重点要素或写明重点要素的正文']);
  });
});
