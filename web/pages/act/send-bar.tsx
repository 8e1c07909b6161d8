import type { ComponentChildren } from 'preact';
import type { Sending } from '../../model/forms/sending.ts';
import { clockOf, timeAt } from '../../model/wall-clock.ts';
import { Lost } from './notices.tsx';
import type { KeptAs } from './use-draft.ts';

interface Props {
  /** What the button says. */
  label: string;
  /** 登记, 立案. */
  did: string;
  state: {
    isBusy: boolean;
    /** Why no answer came; empty: none is missing, or it is from before. */
    lost: string;
    sending: Sending;
    keptAs: KeptAs;
    /** He has seen what others did meanwhile; with that alone nothing is done. */
    isSeen: boolean;
  };
  isSecret: boolean;
  /** What is to be seen before it is sent. */
  children?: ComponentChildren;
}

const draftWords = ({ state: { keptAs }, isSecret }: Props): string => {
  if (isSecret) return '涉密案卷不存草稿';
  if (keptAs === 'barred') return '本机存不下草稿：浏览器不让存，或者空间已满。办完再离开本页';
  return keptAs === 'none'
    ? '填写时自动存草稿'
    : `草稿${clockOf(timeAt(keptAs))}已存本机，断网、关页面都不丢`;
};

/** The button at the thumb, what became of what was sent by it, and what becomes of what is not sent yet. */
export const SendBar = (props: Props) => {
  const { label, did, state, isSecret } = props;
  const { isBusy, sending } = state;
  const words = sending.unsettled === undefined ? label : '再发一次';
  return (
    <div class="send">
      {sending.unsettled !== undefined && !isBusy && <Lost message={state.lost} did={did} />}
      {state.isSeen && sending.unsettled === undefined && !isBusy && (
        <p class="line" role="status">
          尚未{did}：核对无误后，再按一次“{label}”。
        </p>
      )}
      {props.children}
      <button type="submit" class="btn main wide" aria-busy={isBusy} aria-disabled={isBusy || undefined}>
        {isBusy ? `正在${label}…` : words}
      </button>
      <p class={`tiny mid ${!isSecret && state.keptAs === 'barred' ? 'warn' : 'soft'}`}>
        {draftWords(props)}
      </p>
    </div>
  );
};
