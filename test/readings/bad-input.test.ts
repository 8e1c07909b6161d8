import { describe, expect, it } from 'vitest';
import { openCase } from '../primitives/bureau-case.ts';
import { refusalIn } from '../support/told.ts';
import { type Desk, setUp, TITLE } from './acts/desk.ts';

// What the office may not be told, through its API: refused in Chinese, with what is needed and who may.

const FUTURE = '2026-03-02T08:06:00+08:00';
const PAST = '2026-03-02T07:50:00+08:00';
const SUMMARY = '舆情已经处置完毕';

const approved = { type: 'RecordAction', action: 'statementApproved', text: TITLE };
const published = { type: 'RecordPublication', form: 'briefing', title: TITLE, place: '本局网站' };
const report = { type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] };
const word = { person: 'chief-1', channel: '电话', at: PAST, text: TITLE };
const without = (part: keyof typeof word) => {
  const { [part]: _, ...onBehalf } = word;
  return { type: 'RecordAction', action: 'statementApproved', onBehalf };
};
const release = { type: 'ReleaseDuty', duty: 'zhanjiangWritten', reason: '湛江市局来电不再要求书面' };
const call = { post: '湛江市局值班室', at: PAST };

interface Bad {
  what: string;
  as: string;
  command: object | ((entry: number) => object);
  status: number;
  code: string;
  says: RegExp;
  /** What was done before; its entry is told to the command. */
  after?: (desk: Desk) => Promise<number>;
}
const BAD: readonly Bad[] = [
  {
    what: 'an approval by who may not approve',
    as: 'dutyOfficer',
    command: approved,
    status: 403,
    code: 'ROLE_NOT_ALLOWED',
    says: /只能由分管局领导、舆情领导小组、局主要负责人本人作出/,
  },
  {
    what: 'a 代录 of his own approval, in his other post',
    as: 'officeHead',
    command: { ...without('person'), onBehalf: { ...word, person: 'deputy-1' } },
    status: 403,
    code: 'SECOND_PERSON_REQUIRED',
    says: /代录由本人以外的人录入/,
  },
  ...(
    [
      ['person', '本人'],
      ['channel', '方式'],
      ['at', '时间'],
      ['text', '所审定的标题'],
    ] as const
  ).map(
    ([part, needed]): Bad => ({
      what: `a 代录 without its ${part}`,
      as: 'dutyOfficer',
      command: without(part),
      status: 422,
      code: 'ON_BEHALF_INCOMPLETE',
      says: new RegExp(`代录还缺:${needed}`),
    }),
  ),
  ...[
    report,
    { type: 'RecordMeeting' },
    { ...approved, as: 'deputyLeader' },
    { ...published, happened: { reason: '误发' } },
    { type: 'RecordDecision', decision: 'reportUp', outcome: '上报', as: 'chiefLeader' },
    { type: 'StartPlan', as: 'chiefLeader' },
    { type: 'RecordInstruction', from: 'superior', text: '速办' },
  ].map(
    ({ as = 'dutyOfficer', ...command }: { type: string; as?: string }): Bad => ({
      what: `a ${command.type} of the future`,
      as,
      command: { ...command, madeAt: FUTURE },
      status: 422,
      code: 'INSTANT_IN_FUTURE',
      says: /不能晚于/,
    }),
  ),
  {
    what: 'a conclusion with a 。 as its summary',
    as: 'officeHead',
    command: { type: 'Conclude', summary: '。' },
    status: 422,
    code: 'INVALID',
    says: /summary .*须写明情况,不少于8个字/,
  },
  {
    what: 'a conclusion with eight 。 as its summary',
    as: 'officeHead',
    command: { type: 'Conclude', summary: '。。。。。。。。' },
    status: 422,
    code: 'INVALID',
    says: /summary .*不能只有标点/,
  },
  {
    what: 'a conclusion with a 。 as the reason of a duty',
    as: 'officeHead',
    command: { type: 'Conclude', summary: SUMMARY, unmet: { dailyReport: '。' } },
    status: 422,
    code: 'INVALID',
    says: /unmet.* 须写明情况,不少于8个字/,
  },
  {
    what: 'a conclusion without the reasons',
    as: 'officeHead',
    command: { type: 'Conclude', summary: SUMMARY },
    status: 409,
    code: 'DUTIES_UNMET',
    says: /请逐项填写“未办理由”.*并经分管局领导、舆情领导小组、局主要负责人同意/,
    after: ({ done }) => done('chiefLeader', { type: 'DeclareCalm', reason: '传播已得到控制' }),
  },
  {
    what: 'a release on no ground',
    as: 'dutyOfficer',
    command: release,
    status: 422,
    code: 'RELEASE_WITHOUT_BASIS',
    says: /请填写对方来文的文号;没有来文的,填写来电单位和时间/,
  },
  ...(['post', 'at'] as const).map((part): Bad => {
    const { [part]: _, ...rest } = call;
    return {
      what: `a release on a call without its ${part}`,
      as: 'dutyOfficer',
      command: { ...release, call: rest },
      status: 422,
      code: 'INVALID',
      says: new RegExp(`call\\.${part} 缺少该字段`),
    };
  }),
  {
    what: 'a release confirmed by the second post of who entered it',
    as: 'deputyLeader',
    command: (act) => ({ type: 'ConfirmRelease', act }),
    status: 403,
    code: 'SECOND_PERSON_REQUIRED',
    says: /第二人确认/,
    after: ({ done }) => done('officeHead', { ...release, call }),
  },
  {
    what: 'an agreement outside countersigned by the second post of who entered it',
    as: 'deputyLeader',
    command: (act) => ({ type: 'ConfirmAct', act, agree: true }),
    status: 403,
    code: 'SECOND_PERSON_REQUIRED',
    says: /会签须由录入人以外的局领导作出/,
    after: ({ done }) =>
      done('officeHead', {
        type: 'RecordAction',
        action: 'superiorConsent',
        outside: {
          body: 'zhanjiang',
          who: '值班室',
          channel: '电话',
          at: PAST,
          reference: '通话记录1号',
        },
      }),
  },
  {
    what: 'a late entry confirmed by the second post of its maker',
    as: 'deputyLeader',
    command: (act) => ({ type: 'ConfirmAct', act, agree: true, reference: '收文17号' }),
    status: 403,
    code: 'SECOND_PERSON_REQUIRED',
    says: /换一个岗位或编号也不行/,
    after: ({ office, done }) => {
      office.pass(4 * 3_600_000);
      return done('officeHead', { ...report, madeAt: '2026-03-02T08:30:00+08:00' });
    },
  },
  ...['dutyOfficer', 'unitHead@food', 'deputyLeader'].map(
    (as): Bad => ({
      what: `an order signed by ${as}`,
      as,
      command: (order) => ({ type: 'SignSupervisionOrder', order, answerBy: '2026-03-04T18:00:00+08:00' }),
      status: 403,
      code: 'ROLE_NOT_ALLOWED',
      says: /办公室负责人/,
      after: ({ done }) =>
        done('officeHead', { type: 'DraftSupervisionOrder', reason: '处置不当,引发二次舆情' }),
    }),
  ),
];

describe('refused in Chinese, with what is needed and who may', () => {
  it.each(BAD.map((bad) => [bad.what, bad] as const))('%s', async (_, bad) => {
    const desk = await setUp();
    const entry = await bad.after?.(desk);
    const command = typeof bad.command === 'function' ? bad.command(entry!) : bad.command;
    const told = await desk.tell(bad.as, command);
    const { code, message } = refusalIn(told);
    expect({ status: told.status, code }).toEqual({ status: bad.status, code: bad.code });
    expect(message).toMatch(bad.says);
  });

  it('nanning B 三(二)1 办公室: an approval by who publishes the text himself', () => {
    const opened = openCase('nanning', 'general');
    for (const [role, action] of [
      ['officeHead', 'onlineReviewed'],
      ['deputyLeader', 'newsLeaderApproved'],
      ['leadingGroup', 'publicationAuthorised'],
    ] as const)
      expect(opened.give('03-02 10:00', role, { type: 'RecordAction', action })).toBe('done');
    expect(opened.told('03-02 10:10', 'officeHead', { type: 'RecordPublication', form: 'online' })).toMatch(
      /不能审定自己发布的内容,请由他人发布/,
    );
  });
});
