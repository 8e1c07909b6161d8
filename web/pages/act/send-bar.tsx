import { clockOf, timeAt } from '../../model/wall-clock.ts';

interface Props {
  /** What the button says. */
  label: string;
  isBusy: boolean;
  /** What was sent has not been answered. */
  isLost: boolean;
  /** When a draft was kept; undefined: none is there. */
  keptAt: number | undefined;
  isSecret: boolean;
}

const draftWords = ({ keptAt, isSecret }: Props): string => {
  if (isSecret) return '涉密案卷不存草稿';
  return keptAt === undefined
    ? '填写时自动存草稿'
    : `草稿${clockOf(timeAt(keptAt))}已存本机，断网、关页面都不丢`;
};

/** The button at the thumb, and what becomes of what is not sent yet. */
export const SendBar = (props: Props) => {
  const { label, isBusy, isLost } = props;
  return (
    <div class="send">
      <button type="submit" class="btn main wide" aria-busy={isBusy} aria-disabled={isBusy || undefined}>
        {isBusy ? `正在${label}…` : isLost ? '再发一次' : label}
      </button>
      <p class="soft tiny mid">{draftWords(props)}</p>
    </div>
  );
};
