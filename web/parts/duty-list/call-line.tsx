import { useRef, useState } from 'preact/hooks';
import { Fault } from '../../api/fault.ts';
import { request } from '../../api/http.ts';
import { newKey } from '../../api/key.ts';
import { refresh } from '../../api/live.ts';
import { casePath } from '../../model/duties/act-label.ts';
import type { PhoneCall } from '../../model/duties/calls.ts';
import { spoken } from '../../model/spoken.ts';
import { ASK_FOR_IT, Dial, numberText, postOf } from './call-list.tsx';
import { useList } from './list-context.ts';
import { numberOf } from './object.ts';

// A telephone task: whom to ring, what to say, and whether he was reached.

/** Each notice's answer is one act, however often it is sent: its key stays until it has been answered. */
const useAnswer = ({ task, notices }: PhoneCall) => {
  const { show } = useList();
  const keys = useRef(new Map<string, string>());
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState('');
  const tell = async (notice: string): Promise<void> => {
    const key = keys.current.get(notice) ?? newKey();
    keys.current.set(notice, key);
    const body = { type: 'AnswerNotice', notice, how: 'telephoned' };
    try {
      await request(`/v1/cases/${encodeURIComponent(task.case)}/commands`, { method: 'POST', body, key });
    } catch (error) {
      if (error instanceof Fault && !error.isPassing) keys.current.delete(notice);
      throw error;
    }
  };
  const answer = async (): Promise<void> => {
    if (isSending) return;
    setSending(true);
    setFault('');
    try {
      // One after another: each is an entry of the same log.
      for (const notice of notices) await tell(notice);
      await refresh();
      show();
    } catch (error) {
      setFault(spoken(error instanceof Fault ? error.message : String(error)));
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

/** The first thing to say, and how many more. */
const saying = ({ say: [first = '', ...others] }: PhoneCall): string =>
  others.length === 0 ? first : `${first}（另有${others.length}件事，见案卷）`;

export const CallLine = ({ call: phoneCall }: { call: PhoneCall }) => {
  const { task } = phoneCall;
  const calls = task.call;
  const { answer, isSending, fault } = useAnswer(phoneCall);
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
            {task.handlingLevel.short} {saying(phoneCall)}
            {call?.masked === true && `（${ASK_FOR_IT}）`}
          </span>
        </a>
        {call !== undefined && <Dial call={call} onDial={() => setAsked(true)} />}
        {!isAsked && (call === undefined || call.masked) && (
          <button type="button" class="btn" onClick={() => setAsked(true)}>
            打过了<span class="hide">：{saying(phoneCall)}</span>
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
