import type { Ladder, Regulation } from '../../regulations/schema.ts';
import { lengthInDays } from '../../time/instants.ts';

/** Whoever stands above the role when nobody holds it, from the role itself upwards. */
const chainOf = ({ roles }: Regulation, role: string): string[] => {
  const chain: string[] = [];
  for (let next: string | undefined = role; next !== undefined && !chain.includes(next); ) {
    chain.push(next);
    const last: string = next;
    next = roles.find(({ id }) => id === last)?.above;
  }
  return chain;
};

/**
 * The way up for a duty that the regulation's data do not have: the ladder that the role, or the first above it, stands on.
 * With a limit (`limited`) the quickest with reminders, without one the slowest, at its slower pace; of equals the one on
 * which the role stands lowest.
 */
export const ladderFor = (regulation: Regulation, role: string, limited: boolean): Ladder => {
  const chain = chainOf(regulation, role);
  const stands = ({ rungs }: Ladder, each: string): boolean => rungs.includes(each);
  const foot = chain.find((each) => regulation.ladders.some((ladder) => stands(ladder, each)));
  const on =
    foot === undefined ? regulation.ladders : regulation.ladders.filter((each) => stands(each, foot));
  const reminding = on.filter(({ remindBefore }) => remindBefore.length > 0);
  const pace = ({ climbEvery, thenEvery }: Ladder): number =>
    limited ? lengthInDays(climbEvery) : -lengthInDays(thenEvery);
  const place = ({ rungs }: Ladder): number => rungs.indexOf(foot ?? '');
  const [ladder] = (limited && reminding.length > 0 ? reminding : on).toSorted(
    (one, other) => pace(one) - pace(other) || place(one) - place(other),
  );
  const below = foot === undefined ? [role] : chain.slice(0, chain.indexOf(foot));
  const rungs = [...below, ...ladder!.rungs.slice(Math.max(0, place(ladder!)))];
  return limited
    ? { ...ladder!, rungs }
    : { ...ladder!, rungs, remindBefore: [], climbEvery: ladder!.thenEvery };
};
