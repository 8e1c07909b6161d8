import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Fault } from '../../api/fault.ts';
import { request } from '../../api/http.ts';
import { newKey } from '../../api/key.ts';
import { refresh } from '../../api/live.ts';
import { me } from '../../api/me.ts';
import { casePath } from '../../model/duties/act-label.ts';
import { isOwnCall, type PhoneCall } from '../../model/duties/calls.ts';
import { spoken } from '../../model/spoken.ts';
import { ASK_FOR_IT, Dial, numberText } from './call-list.tsx';
import { useList } from './list-context.ts';
import { numberOf } from './object.ts';

// A telephone task: whom to ring, what to say, and whether he was reached.

/** Each notice's answer is one act, however often it is sent: its key stays until it has been answered. */
const useAnswer = ({ task, notices }: PhoneCall, how: 'telephoned' | 'read') => {
  const { show } = useList();
  const keys = useRef(new Map<string, string>());
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState('');
  const tell = async (notice: string): Promise<void> => {
    const key = keys.current.get(notice) ?? newKey();
    keys.current.set(notice, key);
    const body = { type: 'AnswerNotice', notice, how };
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

interface Props {
  call: PhoneCall;
  /** What to say stands above all of them. */
  isSaid: boolean;
}
const Matter = ({ call, isSaid, children }: Props & { children?: ComponentChildren }) => (
  <span class="of">
    {numberOf(call.task)}
    {call.task.handlingLevel.short} {!isSaid && saying(call)}
    {children}
  </span>
);
const Failed = ({ fault }: { fault: string }) =>
  fault === '' ? null : (
    <p class="late" role="alert">
      没有登记：{fault}
    </p>
  );

/** What the reader has to be told himself: he rings nobody. */
const OwnLine = (props: Props) => {
  const { call } = props;
  const { isOnline } = useList();
  const { answer, isSending, fault } = useAnswer(call, 'read');
  return (
    <li class="row">
      <div class="line">
        <a class="grow title" href={casePath(call.task.case)} data-row="">
          <b>告知本人</b>
          <Matter {...props} />
        </a>
        <button
          type="button"
          class="btn"
          aria-busy={isSending}
          aria-disabled={isOnline.value ? undefined : 'true'}
          onClick={isOnline.value ? () => void answer() : undefined}
        >
          {isOnline.value ? (isSending ? '正在登记……' : '我已知悉') : '联网后再办'}
          <span class="hide">：{saying(call)}</span>
        </button>
      </div>
      <Failed fault={fault} />
    </li>
  );
};

const OthersLine = (props: Props) => {
  const { task, people } = props.call;
  const { answer, isSending, fault } = useAnswer(props.call, 'telephoned');
  const [turn, setTurn] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const call = people[turn % Math.max(1, people.length)];
  const whom = call === undefined ? '' : call.posts.join('、');
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
          <Matter {...props}>{call?.masked === true && `（${ASK_FOR_IT}）`}</Matter>
        </a>
        {call !== undefined && <Dial call={call} onDial={() => setAsked(true)} />}
        {!isAsked && (call === undefined || call.masked) && (
          <button type="button" class="btn" onClick={() => setAsked(true)}>
            打过了<span class="hide">：{saying(props.call)}</span>
          </button>
        )}
      </div>
      {isAsked && <Asked whom={whom} isSending={isSending} onTold={() => void answer()} onMissed={missed} />}
      <Failed fault={fault} />
    </li>
  );
};

export const CallLine = (props: Props) =>
  isOwnCall(props.call, me.value) ? <OwnLine {...props} /> : <OthersLine {...props} />;
