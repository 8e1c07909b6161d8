import { expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { choicesIn, type LogEntry } from '../../../web/model/forms/case-lists.ts';
import { linesOf } from '../../../web/model/forms/does.ts';
import { unmetWords } from '../../../web/model/forms/guide/meant.ts';
import { meanwhile } from '../../../web/model/forms/guide/meanwhile.ts';
import { triedReply } from '../forms/tried.ts';
import { duty } from './duties.ts';

const AT = '2026-03-02T22:50:00+08:00';

it.each([
  ['asked', ['12', '11', '10']],
  ['facts', ['15', '12', '11', '10']],
  ['doneActs', ['12', '11', '10']],
] as const)('%s: what was taken back, denied or settled is no choice', (list, expected) => {
  const instruction = (version: number, type = 'InstructionRecorded') =>
    ({
      ...{ version, localTime: AT, actor: { name: '甲' }, labels: ['批示'] },
      events: [{ type }],
    }) as unknown as LogEntry;
  const log = [10, 11, 12, 13, 14].map((version) => instruction(version));
  const answer = (entry: number, outcome: string) => ({ duty: `instruction-${entry}`, outcome });
  const open = {
    ...{ withdrawn: [{ act: 13 }], denied: [{ act: 14 }], sources: [], orders: [] },
    duties: [answer(10, 'open'), answer(11, 'lateEntry'), answer(12, 'unconfirmed')],
  } as unknown as CaseReply;
  const choices = (found: CaseReply) =>
    choicesIn(list, {
      ...{ case: found, log: [...log, instruction(15, 'SourceAdded')], posts: [], approvals: [] },
      ...{ roster: {}, items: [], values: {}, now: Date.parse(AT) },
    }).map(({ id }) => id);
  expect(choices(open)).toEqual(expected);
  const met = {
    ...open,
    duties: [answer(10, 'fulfilledLate'), answer(11, 'fulfilled')],
  } as unknown as CaseReply;
  expect(choices(met)).toEqual(expected.filter((id) => list !== 'asked' || id === '12'));
});

it('what went out under an approval is no news beside the word on that approval', () => {
  const published = {
    ...{
      version: 9,
      localTime: AT,
      actor: { name: '甲' },
      labels: ['发布权威信息'],
      command: 'RecordPublication',
    },
    events: [{ type: 'PublicationRecorded', approvals: [7] }],
  } as unknown as LogEntry;
  for (const type of ['ConfirmAct', 'WithdrawAct'])
    expect(meanwhile([published], type, [], Date.parse(AT))).toMatchObject({
      about: [{ key: 9 }],
      others: '',
    });
  expect(meanwhile([published], 'RecordMeeting', [], Date.parse(AT)).about).toEqual([]);
});

const nothing = triedReply();
it.each([
  ['22:50', true, '仍须'],
  ['22:49', true, '已逾期'],
  ['22:49', false, '应于'],
])('a limit of %s that is unchanged at 22:50, breachable %s: %s', (time, breachable, said) => {
  const due = `2026-03-02T${time}:00+08:00`;
  const open = { duties: [duty({ due, breachable })] } as unknown as CaseReply;
  const [line] = linesOf(nothing, open, Date.parse(AT));
  expect(line?.text).toContain(said);
  for (const other of ['仍须', '已逾期'].filter((word) => word !== said))
    expect(line?.text).not.toContain(other);
});

it('what stands in the log comes last, and in one line: a short entry whole, a long one by its name', () => {
  const due = '2026-03-03T22:49:00+08:00';
  const open = { duties: [duty({ due })] } as unknown as CaseReply;
  const last = (entry: string): string =>
    linesOf({ ...nothing, log: [entry] }, open, Date.parse(AT)).slice(-1)[0]!.text;
  expect(last('局领导批示:请速核查')).toBe('记入案卷日志：局领导批示：请速核查');
  const long = `核发“预警相关股室”:舆情趋势:${'某食品厂问题产品流入周边市场'.repeat(3)};处置建议:封存`;
  expect(last(long)).toBe('记入案卷日志：核发“预警相关股室”');
});

it.each([
  ['药械监管股', ['药械监管股的股室初报终止：改由食品安全监管股承办', '应办：股室初报，由改转后的单位办']],
  [undefined, ['股室初报终止：改由食品安全监管股承办', '应办：股室初报']],
])('handed on by %s, what begins and what ends says whose it is', (from, said) => {
  const limit = (what: string, whatText: string) => ({
    ...{ duty: 'unitReport', occurrence: '1', what, whatText, due: null, before: null, at: null },
    ...{ limitKind: 'immediate', limitText: '立即', reason: null, provisional: false, byReference: false },
    ...{ responsible: { id: 'unitHead', name: '责任股室负责人' }, unit: null },
  });
  const limits = [
    limit('planned', '应办:股室初报'),
    limit('cancelled', '股室初报终止:改由食品安全监管股承办'),
  ];
  const unit = from === undefined ? null : { id: 'drugs', name: from };
  const open = { duties: [], unit } as unknown as CaseReply;
  const lines = linesOf(triedReply({ limits }), open, Date.parse(AT));
  expect(lines.map(({ text }) => text).sort()).toEqual([...said].sort());
});

it('a warning is met by its texts, and the form says so before it is released', () => {
  const warning = duty({
    warningDraft: [{ part: '处置建议', text: '召开会议' }],
    status: 'open',
    outcome: 'open',
  });
  const meant = { duty: warning.duty, occurrence: warning.occurrence };
  const open = { duties: [warning] } as unknown as CaseReply;
  const opened = { open, meant, meets: [warning.duty], carried: {}, fields: [] };
  const said = unmetWords(opened, {}, { wouldBe: 'done', limits: [] }, Date.parse(AT));
  expect(said).toBe(`“${warning.name}”在短信提交网关或者电话告知后办结`);
});
