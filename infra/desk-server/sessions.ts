import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { MARK_HEADER } from '../../shared/contracts/desk/session.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
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
  const key = randomBytes(32);
  return {
    /** Begins one; answers its name. */
    begin: (session: Session): string => {
      const id = secretName();
      kept.leave(MOST_EACH - 1, ({ person }) => person === session.person);
      kept.keep(id, session, session.endsAt);
      return id;
    },
    get: kept.get,
    /** Whose session it is, for the browser to say again: the same in all sessions of a person, and nobody's name. */
    markOf: ({ person }: Session): string =>
      createHmac('sha256', key).update(person).digest('hex').slice(0, 32),
    /** Ends one; answers what it was. */
    end: kept.take,
  };
};
export type Sessions = ReturnType<typeof createSessions>;

/**
 * `mark`: of the session that the cookie names. Throws TOKEN_INVALID where the page believes itself to be another person's, or does not
 * say whose it is: a browser has one cookie for all its tabs, and one that still shows who was there before would act in the name of
 * who came after. Without a mark come, by a cookie, only the session's own `GET`s: the one that tells the mark, and a login's two ends,
 * which read nothing and do nothing in anybody's name.
 */
export const requireOwnMark = ({ headers }: IncomingMessage, mark: string): void => {
  const believed = headers[MARK_HEADER];
  if (believed === undefined) throw new RequestError('TOKEN_INVALID', '没有写明是谁的页面,请刷新');
  if (believed !== mark) throw new RequestError('TOKEN_INVALID', '登录的人已经更换,请刷新');
};
