import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { DutyListReply, TaskReply } from '../../../shared/contracts/replies/task.ts';
import { now } from '../../api/clock.ts';
import { config } from '../../api/config.ts';
import type { Live } from '../../api/live.ts';
import { type Group, groupsOf, nextMove } from '../../model/duties/groups.ts';
import { newAmong } from '../../model/duties/news.ts';
import { keyOf } from '../../model/duties/task.ts';

// What the list shows, which is not always what was answered last: nothing moves under a finger.

/** What somebody sees. */
export interface Held {
  tasks: Signal<readonly TaskReply[]>;
  groups: Signal<readonly Group[]>;
  /** How many have come that wait to be shown. */
  waiting: Signal<number>;
  /** Shows all that there is. */
  show: () => void;
}
type Mine = ReadonlySignal<Live<DutyListReply>>;

/** Whoever has left a row in focus and gone does not hold the list for ever. */
const FOCUS_HOLDS_MILLISECONDS = 60_000;
/** As long as a finger that has let go may come back. */
const TOUCH_HOLDS_MILLISECONDS = 2000;
const TOUCHES = ['pointerdown', 'pointermove', 'touchmove', 'wheel'] as const;

/** Whether somebody is about to tap something, or has a row in focus. */
const watchHands = () => {
  let touched = Number.NEGATIVE_INFINITY;
  let typed = Number.NEGATIVE_INFINITY;
  const touch = (): void => {
    touched = performance.now();
  };
  const type = (): void => {
    typed = performance.now();
  };
  const listening = { capture: true, passive: true };
  for (const each of TOUCHES) document.addEventListener(each, touch, listening);
  document.addEventListener('keydown', type, listening);
  const isRowFocused = (): boolean => document.activeElement?.closest('.row') != null;
  return {
    isBusy: (): boolean =>
      performance.now() - touched < TOUCH_HOLDS_MILLISECONDS ||
      (isRowFocused() && performance.now() - Math.max(typed, touched) < FOCUS_HOLDS_MILLISECONDS),
    end: (): void => {
      for (const each of TOUCHES) document.removeEventListener(each, touch, listening);
      document.removeEventListener('keydown', type, listening);
    },
  };
};

const orderOf = (groups: readonly Group[]): string =>
  groups.map(({ id, tasks }) => `${id}:${tasks.map(keyOf).join()}`).join(';');

const createHeld = (live: Mine) => {
  const { levels } = config();
  const rankOf = (level: string): number => levels[level]?.rank ?? -1;
  const held: Held = {
    tasks: signal([]),
    groups: signal([]),
    waiting: signal(0),
    show: () => apply(),
  };
  let move: number | null = null;
  /** The first answer, and the next after somebody has come back to the page, is shown whatever he does. */
  let isShownNext = true;
  let answered = 0;
  const latest = (): readonly TaskReply[] => live.peek().body?.duties ?? [];
  const grouped = (): Group[] => groupsOf(latest(), now.peek(), rankOf);
  const apply = (groups: readonly Group[] = grouped()): void => {
    held.tasks.value = latest();
    held.groups.value = groups;
    held.waiting.value = 0;
    move = nextMove(latest(), now.peek());
  };
  /** Shows what has changed, unless somebody has his hands on it and something would move. */
  const renew = (isBusy: boolean): void => {
    const groups = grouped();
    if (!isBusy || isShownNext || orderOf(groups) === orderOf(held.groups.peek())) {
      apply(groups);
      return;
    }
    held.waiting.value = newAmong(latest(), new Set(held.tasks.peek().map(keyOf))).length;
  };
  const isStale = (): boolean => held.tasks.peek() !== latest() || (move !== null && move <= now.peek());

  if (live.peek().body !== undefined) {
    apply();
    isShownNext = false;
  }

  const start = (): (() => void) => {
    const hands = watchHands();
    const ends = [
      hands.end,
      effect(() => {
        const { body, at } = live.value;
        if (body === undefined) return;
        if (body.duties !== held.tasks.peek()) renew(hands.isBusy());
        if (at !== answered) isShownNext = false;
        answered = at;
      }),
      effect(() => {
        now.value;
        if (live.peek().body !== undefined && isStale()) renew(hands.isBusy());
      }),
    ];
    // Who comes back to the page sees at once what there is.
    const comeBack = (): void => {
      if (document.visibilityState === 'visible') {
        isShownNext = true;
        apply();
      }
    };
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      for (const end of ends) end();
      document.removeEventListener('visibilitychange', comeBack);
    };
  };
  return { held, start };
};

/** What is to be shown of a list, without moving anything that somebody is about to tap. */
export const useHeld = (live: Mine): Held => {
  const [{ held, start }] = useState(() => createHeld(live));
  useLayoutEffect(start, []);
  return held;
};
