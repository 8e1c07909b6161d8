import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import { now } from '../../api/clock.ts';
import { Fault } from '../../api/fault.ts';
import { read } from '../../api/http.ts';
import { me, postKey } from '../../api/me.ts';
import { type Asked, type Meaning, pathOf } from '../../model/search/asked.ts';

/** What was found so far. */
export interface Found {
  rows: CaseListReply['cases'];
  damaged: CaseListReply['damaged'];
  /** Where it goes on; null: this is all. */
  next: string | null;
  /** The server's time of the first page. */
  at: number;
}

/** A page may be empty and not the last: so many are asked for before somebody is asked to go on. */
const MOST_AT_ONCE = 5;

const readOn = async (asked: Asked, meaning: Meaning, before: Found | undefined): Promise<Found> => {
  let found: Found = before ?? { rows: [], damaged: [], next: null, at: 0 };
  const had = found.rows.length;
  for (let page = 0; page < MOST_AT_ONCE; page += 1) {
    const { cases, damaged, next } = await read<CaseListReply>(pathOf(asked, meaning, found.next));
    found = {
      rows: [...found.rows, ...cases],
      damaged: [...found.damaged, ...damaged],
      next,
      at: found.at === 0 ? now.value : found.at,
    };
    if (found.rows.length > had || next === null) break;
  }
  return found;
};

/** What was shown last: whoever comes back from a case finds it as it was. It lives as long as the page, and for one person. */
let last: { of: string; found: Found } | undefined;
const KEPT_MILLISECONDS = 300_000;

const keyOf = (asked: Asked, meaning: Meaning): string => {
  const { value } = me;
  const post = value === null || value.post === null ? '' : postKey(value.post);
  return `${value?.person ?? ''} ${post} ${pathOf(asked, meaning, null)}`;
};

interface CasesFound {
  found: Found | undefined;
  fault: Fault | undefined;
  isAsking: boolean;
  /** The next page, or the first one again. */
  more: () => void;
  anew: () => void;
}

/** The cases that meet what is asked. */
export const useCases = (asked: Asked, meaning: Meaning): CasesFound => {
  const key = keyOf(asked, meaning);
  const [found, setFound] = useState<Found>();
  const [fault, setFault] = useState<Fault>();
  const [isAsking, setAsking] = useState(false);
  // An answer to what is asked no more is not shown.
  const current = useRef('');
  const ask = async (before: Found | undefined): Promise<void> => {
    current.current = key;
    setAsking(true);
    setFault(undefined);
    try {
      const answer = await readOn(asked, meaning, before);
      if (current.current !== key) return;
      last = { of: key, found: answer };
      setFound(answer);
    } catch (error) {
      if (current.current === key)
        setFault(error instanceof Fault ? error : new Fault('UNKNOWN', String(error)));
    } finally {
      if (current.current === key) setAsking(false);
    }
  };
  useEffect(() => {
    const isKept = last?.of === key && now.value - last.found.at < KEPT_MILLISECONDS;
    current.current = key;
    setFound(isKept ? last?.found : undefined);
    if (!isKept) void ask(undefined);
  }, [key]);
  return { found, fault, isAsking, more: () => void ask(found), anew: () => void ask(undefined) };
};
