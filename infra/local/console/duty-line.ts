import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import { elapsedInChinese } from '../../../shared/time/instants.ts';
import { limitEnd, time } from './lines.ts';

const limitOf = ({ limitKind, due, start, byReference, calendarMissing = [] }: DutyReply): string => {
  if (due === null) return '';
  if (limitKind === 'immediate') return ` 自${time(due)}起`;
  const notes = [
    ...(start?.estimated ? [`暂按${start.name}起算`] : []),
    ...(start?.dateOnly ? ['起点仅知日期'] : []),
    ...(calendarMissing.length === 0 ? [] : [`暂定,待${calendarMissing.join('、')}年放假通知`]),
    ...(byReference ? ['本局设置'] : []),
  ];
  return ` ${byReference ? '参照' : ''}时限${limitEnd(due)}${notes.length === 0 ? '' : `(${notes.join(',')})`}`;
};

const leftOf = ({ status, missingReceivers }: DutyReply): string[] => {
  const isRunning = status === 'open' || status === 'listed' || status === 'held';
  if (!isRunning || missingReceivers.length === 0) return [];
  return [`还须报${missingReceivers.map((group) => group.map(({ name }) => name).join('或')).join('、')}`];
};

const draftOf = ({ warningDraft }: DutyReply): string =>
  warningDraft === null
    ? ''
    : `\n    待核发,拟发内容:${warningDraft.map(({ part, text }) => `\n      ${part}:${text ?? '(请补充)'}`).join('')}`;

/** A duty for the console: how it stands, its limit and what bears on it, what comes next, who owes it, on which clause. */
export const dutyLine = (view: DutyReply): string => {
  const { name, status, statusText, limitText, completedAt, fulfilledLate, foundLate, holds, next } = view;
  const notes = [
    ...(completedAt === null ? [] : [`${time(completedAt)}办理${fulfilledLate ? '(逾期)' : ''}`]),
    ...(foundLate === null ? [] : [`${foundLate.text}${elapsedInChinese(foundLate.bySeconds * 1000)}`]),
    ...(view.keptDue === undefined ? [] : [`原时限${time(view.keptDue)}不变`]),
    ...(view.untold ? ['通知中断'] : []),
    ...holds.map(
      ({ from, to, reason }) =>
        `暂缓自${time(from)}${to === null ? '起,未定何时恢复' : `至${time(to)}`}(${reason})`,
    ),
    ...leftOf(view),
    ...(next === null ? [] : [`${time(next.at)} ${next.stageText}→${next.to.name}`]),
    // A hold says its reason itself; the reason of what has no number is the regulation's own word, in place of a limit.
    ...(view.reason === null || status === 'held' || status === 'listed' ? [] : [view.reason]),
  ];
  return [
    `  ${statusText.padEnd(6, ' ')} ${name}  ${[status === 'listed' ? (view.reason ?? limitText) : `${limitText}${limitOf(view)}`, ...notes].join(';')}`,
    `责任:${view.unit === null ? view.responsible.name : `${view.unit.name}(${view.responsible.name})`}`,
    `依据:${[...new Set(view.clauses.map(({ name }) => name))].join('、')}${draftOf(view)}`,
  ].join('  ');
};
