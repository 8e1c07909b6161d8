import type { DutyListReply, TaskReply } from '../../shared/contracts/replies/task.ts';
import { askAhead, useLive } from './live.ts';

// 待办: read once for all that show it, the list itself, the number at its tab, the title and the bell.

const MINE = '/v1/duties?limit=200';
const ALL = '/v1/duties?of=all&limit=200';
const AWAITED = '/v1/duties?of=awaited&limit=100';

/** As many as a device keeps without trouble; the most pressing come first. */
const KEPT = 200;
/** What may lie on the device: nothing of a 涉密 case. */
const keepable = ({ duties, damaged }: DutyListReply): DutyListReply => ({
  duties: duties.filter(({ secret }) => !secret).slice(0, KEPT),
  damaged,
  next: null,
});

const join = (bodies: readonly DutyListReply[]): DutyListReply => {
  const duties: TaskReply[] = [];
  const damaged = new Map<string, DutyListReply['damaged'][number]>();
  for (const body of bodies) {
    for (const task of body.duties) duties.push(task);
    for (const each of body.damaged) damaged.set(each.case, each);
  }
  return { duties, damaged: [...damaged.values()], next: null };
};
const pagesOf = (path: string) => ({
  after: (bodies: readonly DutyListReply[]): string | null => {
    const next = bodies[bodies.length - 1]!.next;
    return next === null ? null : `${path}&cursor=${encodeURIComponent(next)}`;
  },
  join,
});

/** Mine, and what has climbed to me. */
export const useMine = () => useLive<DutyListReply>(MINE, { keepable, pages: pagesOf(MINE) });
/** Every page shows how many there are: they are asked for beside who one is, where it is known that he is somebody. */
export const askMineAhead = (): void => askAhead(MINE);
/** Everybody's that I may see. */
export const useAll = () => useLive<DutyListReply>(ALL, { pages: pagesOf(ALL) });
/** What I have entered and somebody else has to confirm. */
export const useAwaited = () => useLive<DutyListReply>(AWAITED, { pages: pagesOf(AWAITED) });
