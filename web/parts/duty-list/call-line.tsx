import { useState } from 'preact/hooks';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { Fault } from '../../api/fault.ts';
import { request } from '../../api/http.ts';
import { newKey } from '../../api/key.ts';
import { refresh } from '../../api/live.ts';
import { casePath } from '../../model/duties/act-label.ts';
import { spoken } from '../../model/spoken.ts';
import { ASK_FOR_IT, Dial, numberText, postOf } from './call-list.tsx';
import { useList } from './list-context.ts';
import { numberOf } from './object.ts';

// A telephone task: whom to ring, what to say, and whether he was reached.

/** One answer is one act, however often it is sent: its key stays until it has been answered. */
const useAnswer = (task: TaskReply) => {
  const { show } = useList();
  const [key, setKey] = useState(newKey);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState('');
  const answer = async (): Promise<void> => {
    if (isSending) return;
    setSending(true);
    setFault('');
    const body = { type: 'AnswerNotice', notice: task.notice, how: 'telephoned' };
    try {
      await request(`/v1/cases/${encodeURIComponent(task.case)}/commands`, { method: 'POST', body, key });
      await refresh();
      show();
    } catch (error) {
      const known = error instanceof Fault ? error : new Fault('UNKNOWN', String(error));
      if (!known.isPassing) setKey(newKey());
      setFault(spoken(known.message));
    }
    setSending(false);
  };
  return { answer, isSending, fault };
};

interface AskedProps {
  whom: string;
  isSending: boolean;
  onTold: () => void;
  onMissed: () => void;
}
/** After the call: whether he was reached. */
const Asked = ({ whom, isSending, onTold, onMissed }: AskedProps) => {
  const { isOnline } = useList();
  return (
    <p class="acts">
      <span class="line">打通了吗？</span>
      <button
        type="button"
        class="btn"
        aria-busy={isSending}
        aria-disabled={isOnline.value ? undefined : 'true'}
        onClick={isOnline.value ? onTold : undefined}
      >
        {isOnline.value ? (isSending ? '正在登记……' : '已告知') : '联网后再办'}
        <span class="hide">：{whom}</span>
      </button>
      <button type="button" class="btn quiet" onClick={onMissed}>
        未接通<span class="hide">：{whom}</span>
      </button>
    </p>
  );
};

/** `text` of the task where nothing says it better: 请电话通知食品股负责人：召开紧急会议. */
const said = (task: TaskReply): string => spoken(task.say ?? task.text);

export const CallLine = ({ task }: { task: TaskReply }) => {
  const calls = task.call;
  const { answer, isSending, fault } = useAnswer(task);
  const [turn, setTurn] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const call = calls[turn % Math.max(1, calls.length)];
  const whom = call === undefined ? '' : postOf(call);
  const missed = (): void => {
    setAsked(false);
    // The next of those who may be told instead.
    setTurn(turn + 1);
  };
  return (
    <li class="row">
      <div class="line">
        <a class="grow title" href={casePath(task.case)} data-row="">
          <b>{whom === '' ? '请电话通知' : whom}</b>{' '}
          {call !== undefined && <span class="nowrap">{numberText(call.mobile)}</span>}
          <span class="of">
            {numberOf(task)}
            {task.handlingLevel.short} {said(task)}
            {call?.masked === true && `（${ASK_FOR_IT}）`}
          </span>
        </a>
        {call !== undefined && <Dial call={call} onDial={() => setAsked(true)} />}
        {!isAsked && (call === undefined || call.masked) && (
          <button type="button" class="btn" onClick={() => setAsked(true)}>
            打过了<span class="hide">：{said(task)}</span>
          </button>
        )}
      </div>
      {isAsked && <Asked whom={whom} isSending={isSending} onTold={() => void answer()} onMissed={missed} />}
      {fault !== '' && (
        <p class="late" role="alert">
          没有登记：{fault}
        </p>
      )}
    </li>
  );
};
