import { useState } from 'preact/hooks';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { Fault } from '../../api/fault.ts';
import { request } from '../../api/http.ts';
import { refresh } from '../../api/live.ts';
import { itemPath } from '../../model/items/asked.ts';
import { spoken } from '../../model/spoken.ts';

export type As = ItemReply['judgements'][number]['as'];

/** Where it stands what has become of an item. */
export const STANDING = 'standing';
/** What was acted on may be gone: who works by keyboard goes on from what has become of it. */
export const focusOnStanding = (): void => document.getElementById(STANDING)?.focus();

/** Says something of an item: the same again is no harm, so that whoever got no answer sends it again. */
export const useJudging = (item: { feed: string; id: string; version: number }) => {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [done, setDone] = useState<As>();
  /** `of`: of which case it is said. */
  const judge = async (as: As, reason = '', of?: string): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setDone(undefined);
    try {
      const { version } = item;
      const body = {
        as,
        version,
        ...(of !== undefined && { case: of }),
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      };
      await request(`${itemPath(item)}/judgement`, { method: 'POST', body });
      setFault(undefined);
      setDone(as);
      await refresh();
      return true;
    } catch (error) {
      setFault(error instanceof Fault ? error : new Fault('UNKNOWN', String(error)));
      // What it says by now is shown beside the refusal.
      if (error instanceof Fault && error.code === 'ITEM_CHANGED') void refresh();
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, done, judge, why: whyNot(fault) };
};

/** What was wrong, in words; empty: nothing was. */
export const whyNot = (fault: Fault | undefined): string => {
  if (fault === undefined) return '';
  const ofReason = fault.problems.find(({ field }) => field === 'reason');
  const text = ofReason === undefined ? fault.message : `理由${ofReason.message}`;
  return `${spoken(text).replace(/。$/, '')}${fault.isPassing ? '，没有记下。请再试一次' : ''}。`;
};
