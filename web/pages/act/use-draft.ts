import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { now } from '../../api/clock.ts';
import { keep, keepInTab, keepsAnything, recall, recallInTab } from '../../api/device.ts';
import { me } from '../../api/me.ts';
import { type Draft, draftFrom, isWorthKeeping, outName } from '../../model/forms/drafts.ts';
import { type Sending, withoutWords, wordlessFrom } from '../../model/forms/sending.ts';
import type { Values } from '../../model/forms/values.ts';

const person = (): string => me.value?.person ?? '';

/** Where a form lies: a draft of it on the device, and in the tab that something of it is out (`place`: of a case and a command). */
export interface Place {
  name: string;
  place: string;
}
/** What was kept of a form under this name. */
export const recallDraft = (name: string): Draft | undefined => draftFrom(recall(person(), name));
/** What is out of a form, by its draft, or where nothing else was kept; undefined: nothing is. */
export const recallOut = (place: string, draft: Draft | undefined): Sending | undefined => {
  const out = wordlessFrom(recallInTab(person(), outName(place)));
  const isInDraft = draft?.sending.unsettled !== undefined && draft.sending.key === out?.key;
  return out === undefined || isInDraft ? draft?.sending : out;
};

const keepOut = (place: string, sending: Sending): void =>
  keepInTab(person(), outName(place), withoutWords(sending, now.value));
export const dropDraft = (name: string): void => {
  keep(person(), name, undefined);
};
/** Nothing of a form is kept, and nothing of it is out. */
export const dropForm = ({ name, place }: Place): void => {
  dropDraft(name);
  keepInTab(person(), outName(place), undefined);
};

interface Kept {
  values: Values;
  sending: Sending;
  version: number | undefined;
}
/**
 * How a form is kept: when, by the server's clock; `none`: there is nothing to keep, or nothing may be kept; `barred`: the device keeps
 * nothing, or has no room.
 */
export type KeptAs = number | 'none' | 'barred';

/** Keeps a form as it is. `isSecret`: only that something of it is out. What the device does not take the tab may remember so far. */
export const keepForm = ({ name, place }: Place, isSecret: boolean, kept: Kept): KeptAs => {
  const { values, sending, version } = kept;
  if (isSecret) {
    dropDraft(name);
    keepOut(place, sending);
    return 'none';
  }
  const at = now.value;
  const draft: Draft = { values, at, sending, ...(version !== undefined && { version }) };
  const isKept = keep(person(), name, draft);
  keepOut(place, isKept ? { key: sending.key } : sending);
  return isKept ? at : 'barred';
};

const unkept = (): KeptAs => (keepsAnything() ? 'none' : 'barred');
const atFirst = (name: string): KeptAs => recallDraft(name)?.at ?? unkept();

/** Keeps a form as it is filled in. `isDone`: there is nothing to keep any more. Returns how it was kept last. */
export const useDraft = (
  { name, place, start }: Place & { start: Values },
  { isSecret, isDone }: { isSecret: boolean; isDone: boolean },
  kept: Kept,
): KeptAs => {
  const { values, sending, version } = kept;
  const [as, setAs] = useState<KeptAs>(() => atFirst(name));
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    // What has only been opened is no draft, and what has been recalled is one already.
    if (isFirst.current && !isSecret) {
      isFirst.current = false;
      return;
    }
    isFirst.current = false;
    if (isDone) return;
    if (isSecret || isWorthKeeping(values, start, sending)) setAs(keepForm({ name, place }, isSecret, kept));
    else {
      dropForm({ name, place });
      setAs(unkept());
    }
  }, [name, place, values, sending, version, isSecret, isDone]);
  return isSecret ? 'none' : as;
};
