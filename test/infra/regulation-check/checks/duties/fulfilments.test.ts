import { describe } from 'vitest';
import type { Fulfilment, Regulation } from '../../../../../shared/regulations/schema.ts';
import {
  authorityOf,
  byId,
  type Change,
  dutyOf,
  type Fault,
  forbid,
  itFinds,
  itTakes,
  termOf,
} from '../../../../support/data-faults.ts';

const AUTHORISE = '请在 authorities 中写明由谁作出';
const CITE = '(办法 第五条 口头)';
const ORAL = `“口头报告核实情况”`;

const add = (it: Regulation, way: Fulfilment): void => {
  dutyOf(it, 'oralReport').fulfilledBy.push(way);
};
const authorise = (it: Regulation, command: string, ...roles: string[]): void => {
  it.authorities.push({ command, roles, cite: ['办法 第七条'] });
};

describe('who can do what a duty asks', () => {
  const useless = (what: string, change: Change, why: string, mend: string): Fault => [
    `a way that is open to nobody: ${what}`,
    change,
    `duties[oralReport].fulfilledBy[1]${CITE}`,
    '{',
    `${ORAL}无人能这样完成:${why}`,
    mend,
  ];
  const without = (way: Fulfilment, command: string): Fault =>
    useless(
      way.act,
      (it) => {
        forbid(it, command);
        add(it, way);
      },
      `无人有权作出 ${command}`,
      AUTHORISE,
    );
  itFinds([
    without({ act: 'publication' }, 'RecordPublication'),
    without({ act: 'action', action: 'statementApproved' }, 'RecordAction'),
    without({ act: 'decision', decision: 'x' }, 'RecordDecision'),
    without({ act: 'meeting' }, 'RecordMeeting'),
    without({ act: 'planStart' }, 'StartPlan'),
    without({ act: 'unitAssigned' }, 'AssignUnit'),
    without({ act: 'gradeConfirmed' }, 'ConfirmGrade'),
    without({ act: 'calm' }, 'DeclareCalm'),
    without({ act: 'review' }, 'FileReview'),
    without({ act: 'document', document: 'x' }, 'IssueDocument'),
    without({ act: 'rated', scale: 'severity' }, 'RateCase'),
    [
      'a report that nobody may file',
      (it) => forbid(it, 'FileReport'),
      'duties[oralReport].fulfilledBy[0](办法 第五条 口头)',
      '{',
      `${ORAL}无人能这样完成:无人有权作出 FileReport`,
      AUTHORISE,
    ],
    [
      'a duty that nobody can do at one of its levels',
      (it) => {
        authorityOf(it, 'FileReport').levels = ['major'];
      },
      'duties[oralReport].fulfilledBy(办法 第五条 口头)',
      '"fulfilledBy": [',
      `在级别“general”(一般舆情)上${ORAL}无人能完成:无人有权作出 FileReport`,
      AUTHORISE,
    ],
    [
      'the same for a term with ways of its own',
      (it) => {
        termOf(it, 'oralReport').fulfilledBy = [{ act: 'decision', decision: 'x' }];
      },
      'duties[oralReport].terms[0].fulfilledBy[0](办法 第五条 口头)',
      '{',
      `${ORAL}无人能这样完成:无人有权作出 RecordDecision`,
      AUTHORISE,
    ],
    useless(
      'an action whose recorders may record nothing',
      (it) => {
        byId(it.actions, 'statementApproved').by = ['operator', 'officeHead'];
        add(it, { act: 'action', action: 'statementApproved' });
      },
      '“局长审定口径”只能由系统运维、局办公室主任记录,而他们都无权作出 RecordAction',
      '请在 authorities 中让其中之一作出 RecordAction,或改正该动作的 by',
    ),
    useless(
      'a report to a superior whom only others may contact',
      (it) => {
        it.contacts.push({ to: ['county'], by: ['chiefLeader'], cite: ['办法 第八条'] });
        add(it, { act: 'report', to: ['county'] });
      },
      '按 contacts,有权报告的人(FileReport)中无人可以联络县政府',
      '请在 contacts 的 by 或 authorities 中增加角色',
    ),
    useless(
      'a report to every one of its receivers, of whom one is out of reach',
      (it) => {
        it.contacts.push({ to: ['county'], by: ['chiefLeader'], cite: ['办法 第八条'] });
        add(it, { act: 'report', to: ['county', 'deputyLeader'] });
      },
      '按 contacts,有权报告的人(FileReport)中无人可以联络县政府',
      '请在 contacts 的 by 或 authorities 中增加角色',
    ),
    useless(
      'a rating on a scale that grading decides',
      (it) => {
        authorise(it, 'RateCase', 'officeHead');
        add(it, { act: 'rated', scale: 'severity' });
      },
      '“舆情级别”(handling)不由人评定',
      '请改为 rating 分级',
    ),
    [
      'a notice to nobody',
      (it) => {
        dutyOf(it, 'warnUnit').receivers = [];
      },
      'duties[warnUnit].fulfilledBy[0](办法 第四条)',
      '{',
      '“通知责任股室和分管副局长”无人能这样完成:系统的通知没有接收人',
      '请填写 receivers',
    ],
  ]);
  itTakes([
    [
      'an action that one of its recorders may record',
      (it) => {
        byId(it.actions, 'statementApproved').by = ['officeHead', 'chiefLeader'];
        add(it, { act: 'action', action: 'statementApproved' });
      },
    ],
    [
      'a report to one of two receivers, of whom the other is out of reach',
      (it) => {
        it.contacts.push({ to: ['county'], by: ['officeHead'], cite: ['办法 第八条'] });
        add(it, { act: 'report', toAnyOf: ['county', 'deputyLeader'] });
      },
    ],
    [
      'two ways of which one is open at one level and the other at the other',
      (it) => {
        it.authorities.push({
          ...authorityOf(it, 'RecordMeeting'),
          command: 'RecordMeeting',
          roles: ['officeHead'],
          levels: ['general'],
          cite: ['办法 第四条'],
        });
        add(it, { act: 'meeting' });
      },
    ],
    [
      'a rating that somebody gives',
      (it) => {
        const { levels } = it.scales[0]!;
        it.scales.push({
          ...it.scales[0]!,
          id: 'truth',
          use: 'rating',
          levels: [{ ...levels[0]!, id: 'false' }],
        });
        authorise(it, 'RateCase', 'officeHead');
        add(it, { act: 'rated', scale: 'truth' });
      },
    ],
  ]);
});
