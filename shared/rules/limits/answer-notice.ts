import { isPerUnit } from '../../regulations/lookup.ts';
import { momentInChinese } from '../../time/instants.ts';
import { ownName } from '../context.ts';
import { refuse } from '../refusal.ts';
import { type Decide, withDate } from '../refusing.ts';

/** How much of an instant says its minute. */
const MINUTE = 'YYYY-MM-DDThh:mm'.length;

/** Somebody was told what no message could carry. When, is what the entry says; it came into the log when it was entered. */
export const answerNotice: Decide<'AnswerNotice'> = (context, state, command) =>
  withDate(context, command.madeAt, (madeAt) => {
    const { telephoneTasks, pendingNotices, calls } = state;
    const task = telephoneTasks[command.notice];
    const notice = task ?? pendingNotices[command.notice];
    if (notice === undefined || (command.how === 'telephoned' && task === undefined)) {
      const isAnswered = calls.some((call) => call.notice.key === command.notice);
      return refuse(
        'NOTICE_UNKNOWN',
        isAnswered ? '这条通知已登记电话告知' : '没有这条待告知的通知,请从案卷的“待电话通知”中选取',
      );
    }
    // People write down the minute.
    if (madeAt < notice.madeAt.slice(0, MINUTE)) {
      const since = momentInChinese(notice.madeAt, context.regulation.zone);
      return refuse('INSTANT_BEFORE_NOTICE', `告知时间不能早于这条通知形成的时间(${since})`);
    }
    const isUnassigned =
      state.unit === null && notice.unit === undefined && isPerUnit(context.regulation, notice.role);
    const about = ownName(context, state, notice.duty);
    return [
      {
        type: 'NoticeAnswered',
        key: command.notice,
        how: command.how,
        role: notice.role,
        ...(notice.duty === undefined ? {} : { duty: notice.duty }),
        madeAt,
        ...(isUnassigned ? { unassigned: true } : {}),
        ...(about === undefined ? {} : { about }),
        ...(command.note === undefined ? {} : { note: command.note }),
      },
    ];
  });
