import { randomBytes } from 'node:crypto';
import { createKept } from './kept.ts';

/** Somebody who is logged in. */
export interface Session {
  person: string;
  name: string;
  /** Sent to the API, and nowhere else. */
  token: string;
  /** Told to the issuer alone, when he logs out. */
  idToken: string | undefined;
  /** In milliseconds since the Unix epoch. */
  endsAt: number;
}

/** More than an office has people at their desks. */
const MOST = 2_000;
/** Of one person: so that nobody can crowd out all others. */
const MOST_EACH = 10;

/** A name that nobody guesses. */
export const secretName = (): string => randomBytes(32).toString('base64url');

/** Who is logged in, in memory: after a restart everybody logs in again. */
export const createSessions = (now: () => number) => {
  const kept = createKept<Session>(MOST, now);
  return {
    /** Begins one; answers its name. */
    begin: (session: Session): string => {
      const id = secretName();
      kept.leave(MOST_EACH - 1, ({ person }) => person === session.person);
      kept.keep(id, session, session.endsAt);
      return id;
    },
    get: kept.get,
    /** Ends one; answers what it was. */
    end: kept.take,
  };
};
export type Sessions = ReturnType<typeof createSessions>;
