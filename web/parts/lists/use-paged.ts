import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Live, readAgain, readMore, useLive } from '../../api/live.ts';

export interface Found<Reply> {
  live: ReadonlySignal<Live<Reply>>;
  /** Somebody has asked for more, or for the same again. */
  isAsking: boolean;
  /** The next page, or all that is shown once more. */
  more: () => void;
  anew: () => void;
}
interface Paging<Reply> {
  /** The address of a page; null: of the first. */
  pathOf: (cursor: string | null) => string;
  /** Where the list goes on after these; null: it does not, or not yet. */
  next: (pages: readonly Reply[], stops: number) => string | null;
  join: (pages: readonly Reply[]) => Reply;
}

/** A list as far as somebody has read on, kept up to date like everything that is shown. */
export const usePaged = <Reply>({ pathOf, next, join }: Paging<Reply>): Found<Reply> => {
  const path = pathOf(null);
  const live = useLive<Reply>(path, {
    pages: {
      after: (pages, stops) => {
        const cursor = next(pages, stops);
        return cursor === null ? null : pathOf(cursor);
      },
      join,
    },
  });
  const [isAsking, setAsking] = useState(false);
  // What is asked no more keeps nobody waiting.
  const current = useRef(path);
  useEffect(() => {
    current.current = path;
    setAsking(false);
  }, [path]);
  const ask = async (how: (path: string) => Promise<void>): Promise<void> => {
    setAsking(true);
    await how(path);
    if (current.current === path) setAsking(false);
  };
  return { live, isAsking, more: () => void ask(readMore), anew: () => void ask(readAgain) };
};
