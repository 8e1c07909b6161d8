import type { Sending } from '../../model/forms/sending.ts';
import { clockOf, timeAt } from '../../model/wall-clock.ts';

interface Props {
  /** What the button says. */
  label: string;
  state: {
    isBusy: boolean;
    sending: Sending;
    /** When a draft was kept; undefined: none is there. */
    keptAt: number | undefined;
  };
  isSecret: boolean;
}

const draftWords = ({ state: { keptAt }, isSecret }: Props): string => {
  if (isSecret) return '涉密案卷不存草稿';
  return keptAt === undefined
    ? '填写时自动存草稿'
    : `草稿${clockOf(timeAt(keptAt))}已存本机，断网、关页面都不丢`;
};

/** The button at the thumb, and what becomes of what is not sent yet. */
export const SendBar = (props: Props) => {
  const { label, state } = props;
  const { isBusy, sending } = state;
  const words = sending.unsettled === undefined ? label : '再发一次';
  return (
    <div class="send">
      <button type="submit" class="btn main wide" aria-busy={isBusy} aria-disabled={isBusy || undefined}>
        {isBusy ? `正在${label}…` : words}
      </button>
      <p class="soft tiny mid">{draftWords(props)}</p>
    </div>
  );
};
