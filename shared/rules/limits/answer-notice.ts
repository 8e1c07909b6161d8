import { scheduleOf } from '../context.ts';
import { refuse } from '../refusal.ts';
import { type Decide, withDate } from '../refusing.ts';

export const answerNotice: Decide<'AnswerNotice'> = (context, state, command) =>
  withDate(context, command.madeAt, (madeAt) => {
    const task = state.telephoneTasks[command.notice];
    if (command.how === 'telephoned' && task === undefined)
      return refuse('NOTICE_UNKNOWN', '没有这条待电话通知的事项');
    const about = scheduleOf(context, state).duties.find(({ duty }) => duty === task?.duty);
    return [
      {
        type: 'NoticeAnswered',
        key: command.notice,
        how: command.how,
        madeAt,
        ...(about?.isOfCase ? { about: about.name } : {}),
        ...(command.note === undefined ? {} : { note: command.note }),
      },
    ];
  });
