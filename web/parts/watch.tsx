import { effect } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { TaskReply } from '../../shared/contracts/replies/task.ts';
import { readyBell, ring } from '../api/bell.ts';
import { now } from '../api/clock.ts';
import { useMine } from '../api/duties.ts';
import { dropDraftsOf } from '../api/me.ts';
import { dutyCount, unseen } from '../api/news.ts';
import { countOf } from '../model/duties/calls.ts';
import { newAmong, newsText, passedText } from '../model/duties/news.ts';
import { keyOf } from '../model/duties/task.ts';

/** What people do when they are there. */
const TOUCHES = ['pointerdown', 'touchstart', 'keydown'] as const;

/** Looks after the duties on whatever page somebody is: says aloud what changes, counts what nobody has looked at, and rings. */
const watch = (live: ReturnType<typeof useMine>, say: (text: string) => void): (() => void) => {
  let known: Set<string> | undefined;
  let fresh = new Set<string>();
  let last: readonly TaskReply[] | undefined;
  let before = now.peek();

  const look = (): void => {
    fresh = new Set();
    unseen.value = 0;
  };
  const touched = (): void => {
    readyBell();
    look();
  };
  const returned = (): void => {
    if (document.visibilityState === 'visible') look();
  };
  const endReading = effect(() => {
    const { body, isKept } = live.value;
    // Nothing is new against what somebody had before him the day before.
    if (body === undefined || isKept) return;
    const { duties } = body;
    if (duties !== last) {
      last = duties;
      for (const task of duties) if (task.secret) dropDraftsOf(task.case);
      const came = known === undefined ? [] : newAmong(duties, known);
      known = new Set(duties.map(keyOf));
      // What has been done meanwhile, such as 签收, is new no more.
      fresh = new Set([...fresh, ...came.map(keyOf)].filter((key) => known!.has(key)));
      dutyCount.value = countOf(duties);
      unseen.value = fresh.size;
      if (came.length > 0) say(newsText(came, now.peek()));
    }
    if (fresh.size > 0) ring();
  });
  const endClock = effect(() => {
    const at = now.value;
    const text = passedText(last ?? [], before, at);
    before = at;
    if (text !== '') say(text);
  });

  for (const touch of TOUCHES) document.addEventListener(touch, touched, true);
  document.addEventListener('visibilitychange', returned);
  window.addEventListener('focus', returned);
  return () => {
    endReading();
    endClock();
    for (const touch of TOUCHES) document.removeEventListener(touch, touched, true);
    document.removeEventListener('visibilitychange', returned);
    window.removeEventListener('focus', returned);
    look();
  };
};

/** To be there as long as somebody is logged in. */
export const Watch = () => {
  const live = useMine();
  const [said, say] = useState('');
  useLayoutEffect(() => watch(live, say), [live]);
  return (
    <p class="hide" role="status">
      {said}
    </p>
  );
};
