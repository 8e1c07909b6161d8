import { useEffect, useRef, useState } from 'preact/hooks';
import { now } from '../../api/clock.ts';
import { keep, recall } from '../../api/device.ts';
import { me } from '../../api/me.ts';
import { type Draft, draftFrom, isWorthKeeping } from '../../model/forms/drafts.ts';
import type { Sending } from '../../model/forms/sending.ts';
import type { Values } from '../../model/forms/values.ts';

const person = (): string => me.value?.person ?? '';

/** What was kept of a form under this name. */
export const recallDraft = (name: string): Draft | undefined => draftFrom(recall(person(), name));
export const dropDraft = (name: string): void => {
  keep(person(), name, undefined);
};

interface Kept {
  values: Values;
  sending: Sending;
  version: number | undefined;
}
/** Keeps a form as it is; when, by the server's clock. Undefined: the device has not kept it. */
export const keepDraft = (name: string, { values, sending, version }: Kept): number | undefined => {
  const at = now.value;
  const draft: Draft = { values, at, sending, ...(version !== undefined && { version }) };
  return keep(person(), name, draft) ? at : undefined;
};
/**
 * Keeps a form on the device as it is filled in. `mayKeep`: false for what is 涉密, of which what lay there is taken away at once.
 * Returns when it was kept last; undefined: nothing is kept.
 */
export const useDraft = (name: string, start: Values, mayKeep: boolean, kept: Kept): number | undefined => {
  const { values, sending, version } = kept;
  const [at, setAt] = useState(recallDraft(name)?.at);
  const isFirst = useRef(true);
  useEffect(() => {
    // What has only been opened is no draft, and what has been recalled is one already.
    if (isFirst.current && mayKeep) {
      isFirst.current = false;
      return;
    }
    if (!mayKeep || !isWorthKeeping(values, start, sending)) {
      dropDraft(name);
      setAt(undefined);
      return;
    }
    setAt(keepDraft(name, kept));
  }, [name, values, sending, version, mayKeep]);
  return mayKeep ? at : undefined;
};
