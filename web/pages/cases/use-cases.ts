import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import { type Live, readAgain, readMore, useLive } from '../../api/live.ts';
import { type Asked, type Meaning, pathOf } from '../../model/search/asked.ts';
import { joinPages, nextPage } from '../../model/search/pages.ts';

interface CasesFound {
  live: ReadonlySignal<Live<CaseListReply>>;
  /** Somebody has asked for more, or for the same again. */
  isAsking: boolean;
  /** The next page, or all that is shown once more. */
  more: () => void;
  anew: () => void;
}

/** The cases that meet what is asked, as far as somebody has read on, kept up to date like every list. */
export const useCases = (asked: Asked, meaning: Meaning): CasesFound => {
  const path = pathOf(asked, meaning, null);
  const live = useLive<CaseListReply>(path, {
    pages: {
      after: (pages, stops) => {
        const next = nextPage(pages, stops);
        return next === null ? null : pathOf(asked, meaning, next);
      },
      join: joinPages,
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
