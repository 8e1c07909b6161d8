import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Live } from '../../api/live.ts';
import { clockOf, timeAt } from '../../model/wall-clock.ts';
import { Offline } from '../duty-list/around.tsx';
import { useRowKeys } from '../duty-list/keys.ts';
import { Alert } from '../notice.tsx';

interface Props {
  live: ReadonlySignal<Live<{ next: string | null }>>;
  /** What is said above what was found. */
  words: string;
  isAsking: boolean;
  more: () => void;
  anew: () => void;
  /** What the button says that reads on. */
  moreWords: string;
  children: ComponentChildren;
}
/** Why nothing was found anew, with the way to ask again where that helps. */
export const SearchFault = ({
  live,
  anew,
}: Pick<Props, 'anew'> & { live: ReadonlySignal<Live<unknown>> }) => {
  const { body: found, fault } = live.value;
  if (fault === undefined || (found !== undefined && fault.isPassing)) return null;
  return (
    <div class="pane">
      <Alert>
        {fault.problems.length > 0 ? '查找的条件有误，没有查找。请看各栏下的说明。' : fault.message}
        {fault.isPassing && (
          <p class="acts">
            <button type="button" class="btn" onClick={anew}>
              再试一次
            </button>
          </p>
        )}
      </Alert>
    </div>
  );
};

/** What was found, with the time when it was so, and the way on; before it what keeps it from being of now. */
export const FoundList = ({ live, words, isAsking, more, anew, moreWords, children }: Props) => {
  useRowKeys();
  const { body: found, at, fault } = live.value;
  return (
    <>
      <Offline live={live} goesOn="" />
      <SearchFault live={live} anew={anew} />
      {found === undefined && fault === undefined && <p class="pane soft">正在查找……</p>}
      {found !== undefined && (
        <>
          <div class="line row">
            <p class="soft grow">
              <span role="status">{words}</span>，{clockOf(timeAt(at))}核对
            </p>
            <button type="button" class="btn quiet" aria-busy={isAsking || undefined} onClick={anew}>
              再查一次
            </button>
          </div>
          {children}
          {found.next !== null && (
            <p class="pane">
              <button
                type="button"
                class="btn wide"
                aria-disabled={isAsking || undefined}
                onClick={() => !isAsking && more()}
              >
                {isAsking ? '正在查找……' : moreWords}
              </button>
            </p>
          )}
        </>
      )}
    </>
  );
};
