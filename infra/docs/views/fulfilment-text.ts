import { names, shortNames } from '../../../shared/contracts/regulation-view/names.ts';
import type { Duty, Fulfilment, Regulation, Term } from '../../../shared/regulations/schema.ts';
import { allNamedIn, namedIn, rolesNamed } from './lookup.ts';

const bracketed = (texts: readonly string[]): string => {
  const said = texts.filter((text) => text !== '').join(';');
  return said === '' ? '' : `(${said})`;
};

const receiversText = (
  regulation: Regulation,
  { to = [], toAnyOf = [], toDecided }: Extract<Fulfilment, { act: 'report' }>,
): string => {
  const all = to.map((role) => shortNames(rolesNamed(regulation, [role])));
  const either = toAnyOf.map((role) => shortNames(rolesNamed(regulation, [role]))).join('或');
  const decided = toDecided === undefined ? '' : `“${namedIn(regulation.decisions, toDecided).name}”所定对象`;
  const groups = [...all, either, decided].filter((each) => each !== '');
  if (groups.length === 0) return '';
  return `${groups.length > 1 ? '分别报' : '报'}${groups.join('、')}`;
};

const reportText = (regulation: Regulation, way: Extract<Fulfilment, { act: 'report' }>): string => {
  const forms = names(allNamedIn(regulation.reportForms, way.forms ?? []));
  const kinds = names(allNamedIn(regulation.reportKinds, way.kinds ?? []));
  return `提交报告${bracketed([forms, kinds, receiversText(regulation, way)])}`;
};

const actText = (regulation: Regulation, way: Fulfilment): string => {
  switch (way.act) {
    case 'report':
      return reportText(regulation, way);
    case 'publication':
      return `对外发布${bracketed([names(allNamedIn(regulation.publicationForms, way.forms ?? []))])}`;
    case 'action':
      return `记录“${namedIn(regulation.actions, way.action).name}”`;
    case 'decision':
      return `决定“${namedIn(regulation.decisions, way.decision).name}”`;
    case 'document':
      return `制发“${namedIn(regulation.documents, way.document).name}”`;
    case 'rated':
      return `确定“${namedIn(regulation.scales, way.scale).name}”`;
    case 'meeting':
      return '召开会议';
    case 'planRequest':
      return '报请启动应急预案';
    case 'planStart':
      return '启动应急预案';
    case 'opening':
      return '录入案卷';
    case 'unitAssigned':
      return '转办责任单位';
    case 'gradeConfirmed':
      return '确认定级';
    case 'gradeReviewed':
      return '答复保留或升级';
    case 'calm':
      return '宣布平息';
    case 'review':
      return '总结评估归档';
    case 'notice':
      return way.says === undefined
        ? '系统通知已送出'
        : `预警经核发送出(${way.says.map(({ part }) => part).join('、')})`;
  }
};

/** An act that meets a duty, in plain Chinese: what, to whom, and by whom it has to be. */
export const fulfilmentText = (regulation: Regulation, way: Fulfilment): string => {
  const by = 'by' in way && way.by !== undefined ? shortNames(rolesNamed(regulation, way.by)) : '';
  return `${actText(regulation, way)}${by === '' ? '' : `,由${by}`}`;
};

/** The forms in which a duty is met; where its acts name none, the channels. */
export const formsOf = (regulation: Regulation, duty: Duty, term: Term): string[] => {
  const forms = (term.fulfilledBy ?? duty.fulfilledBy).flatMap((way) => {
    if (way.act === 'report') return allNamedIn(regulation.reportForms, way.forms ?? []);
    return way.act === 'publication' ? allNamedIn(regulation.publicationForms, way.forms ?? []) : [];
  });
  const named = forms.length > 0 ? forms : allNamedIn(regulation.channels, duty.channels);
  return [...new Set(named.map(({ name }) => name))];
};
