import { describe, expect, it } from 'vitest';
import { compose } from '../../../../shared/notices/compose.ts';
import { partOf } from '../../../../shared/notices/words.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { tasksIn } from '../../../../shared/rules/tasks/tasks-of.ts';
import { enteredFor } from '../../../support/approvals.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, leader, officer } from '../../../support/case-file.ts';
import { openedAt, openedIn, person } from './people.ts';

type File = ReturnType<typeof openedAt>;
const asked = (regulation: Regulation, { state }: File) => {
  const task = tasksIn(regulation, state).find(({ key }) => key === `act#${state.version}`);
  return { text: task?.text, waits: task?.entered?.text };
};
/** The text that asks the person for his word. */
const textIn = (regulation: Regulation, { state, log }: File): string => {
  const notice = log
    .at(-1)!
    .events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
    .find(({ template }) => template === 'confirm')!;
  return compose(regulation, [partOf(regulation, state, notice, { now: at('03-02 09:41') })]).text;
};
const withTitles: Regulation = {
  ...leizhou,
  settings: leizhou.settings.map((each) => (each.id === 'smsSubject' ? { ...each, value: true } : each)),
};

describe('who is asked for his word is told of what', () => {
  it('雷州: an approval by what it is and of which text; the text names the act, and the title where titles may stand in texts', () => {
    const file = openedAt('red');
    file.give('03-02 09:40', officer, enteredFor(leader, '03-02 09:30', 'statementApproved', '情况通报'));
    const act = `案卷日志第${file.state.version}条`;
    expect(asked(leizhou, file)).toEqual({
      text: `请确认以你名义代录的事项:回应口径经局领导审定“情况通报”(${act},${officer.name}录入)`,
      waits: `代分管局领导录入的事项待本人确认:回应口径经局领导审定“情况通报”(${act})`,
    });
    const text = textIn(leizhou, file);
    expect(text).toContain('代你录入:回应口径经局领导审定');
    expect(text).not.toContain('情况通报');
    expect(textIn(withTitles, file)).toContain('回应口径经局领导审定“情况通报”');
    expect(textIn(withTitles, file).length).toBeLessThanOrEqual(70);
  });

  it('雷州: a decision by what it chose, a 批示 by what it asks for, one that asks for nothing by its name', () => {
    const onBehalf = { person: leader.id, channel: '电话', at: at('03-02 09:30') };
    const decided = openedAt('red');
    const decision = { type: 'RecordDecision' as const, decision: 'reportUp', outcome: '暂不上报' };
    expect(decided.give('03-02 09:40', officer, { ...decision, to: [], onBehalf }).refusal).toBeNull();
    expect(asked(leizhou, decided).text).toContain('(不上报)');
    const instruct = { type: 'RecordInstruction' as const, from: 'bureau' as const, text: '速办', onBehalf };
    const file = openedAt('red');
    file.give('03-02 09:40', officer, { ...instruct, task: '查清进货渠道。' });
    expect(asked(leizhou, file).text).toContain('代录的事项:领导批示“查清进货渠道”(案卷日志');
    const bare = openedAt('red');
    bare.give('03-02 09:40', officer, instruct);
    expect(asked(leizhou, bare).text).toContain('代录的事项:领导批示(案卷日志');
    expect(textIn(leizhou, bare)).toContain('代你录入:领导批示');
  });

  it('南宁: the same, in its own words', () => {
    const deputy = person('deputyLeader');
    const clerk = person('dutyOfficer');
    const file = openedIn('nanning', { level: 'general', by: clerk, unit: 'business', people: [deputy] });
    file.give('03-02 09:40', clerk, enteredFor(deputy, '03-02 09:30', 'newsLeaderApproved', '回应稿'));
    expect(asked(regulations.nanning!, file).text).toContain('新闻宣传分管领导审定“回应稿”(案卷日志');
  });
});
