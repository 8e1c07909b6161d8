import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  /** What is said, what is asked, with which hint, and what the button says. */
  words: { name: string; asked: string; hint: string; done: string };
  /** Whether it is not said without a reason. */
  isNeeded: boolean;
  isBusy: boolean;
  /** Why it was refused; empty: it was not. */
  why: string;
  send: (reason: string) => void;
  close: () => void;
}
/** What somebody says of what came in, with the reason. */
export const ReasonForm = ({ words, isNeeded, isBusy, why: refused, send, close }: Props) => {
  const [reason, setReason] = useState('');
  const [isLacking, setLacking] = useState(false);
  const why = isLacking ? '须写明理由。' : refused;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      noValidate
      aria-label={words.name}
      onSubmit={(event) => {
        event.preventDefault();
        const lacks = isNeeded && reason.trim() === '';
        setLacking(lacks);
        if (!lacks) send(reason);
      }}
    >
      <div class={`field${why === '' ? '' : ' bad'}`}>
        <label for="reason">
          {words.asked}
          <span class="soft">（{isNeeded ? '必填' : '可以不填'}）</span>
        </label>
        <textarea
          id="reason"
          ref={field}
          maxLength={200}
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
          aria-invalid={why !== '' || undefined}
          aria-describedby={why === '' ? 'reason-hint' : 'reason-hint reason-why'}
        />
        <p class="hint" id="reason-hint">
          {words.hint}
        </p>
        {why !== '' && (
          <p class="why" id="reason-why" role="alert">
            {why}
          </p>
        )}
      </div>
      <p class="acts">
        <button type="submit" class="btn" aria-busy={isBusy || undefined}>
          {isBusy ? '正在记录……' : words.done}
        </button>
        <button type="button" class="btn quiet" onClick={close}>
          取消
        </button>
      </p>
    </form>
  );
};
