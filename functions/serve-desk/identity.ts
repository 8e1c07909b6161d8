import type { Actor } from '../../shared/case/events.ts';
import type { ClaimNames } from '../../shared/contracts/environment.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { choosePost } from '../../shared/rules/identity/choice.ts';
import { type Identity, identityIn, personIn } from '../../shared/rules/identity/claims.ts';
import type { Post } from '../../shared/rules/persons.ts';
import type { HttpEvent } from '../http.ts';
import { payloadIn } from './token.ts';

/** In which of his posts somebody acts: `岗位[@单位]`, percent-encoded. */
export const POST_HEADER = 'shixian-post';

const chosenIn = (event: HttpEvent): string | undefined => {
  const given = event.headers[POST_HEADER];
  if (given === undefined) return undefined;
  try {
    return decodeURIComponent(given).trim();
  } catch {
    return given;
  }
};

export interface Identified {
  /** Who speaks, in the post that he chose or else in his first. */
  actor: Actor;
  posts: Identity['posts'];
  /** The post that he chose, or his only one; undefined where he has several and chose none. */
  chosen: Post | undefined;
}

/** Who speaks, by the claims of the office's tokens. */
export const createIdentities = ({ regulation, claims }: { regulation: Regulation; claims: ClaimNames }) => {
  /** Throws TOKEN_MISSING, TOKEN_INVALID, TOKEN_INCOMPLETE (401). */
  const identify = (event: HttpEvent): Identity => {
    const identity = identityIn(regulation, claims, payloadIn(event));
    if (identity === undefined) throw new RequestError('TOKEN_INCOMPLETE', '令牌中缺少人员或岗位');
    return identity;
  };
  /** Throws what `identify` throws, and POST_NOT_CHOSEN (422) where one has to be chosen, POST_NOT_HELD (403). */
  const inPost = (event: HttpEvent, isToChoose: boolean): Identified => {
    const identity = identify(event);
    const { id, name, posts } = identity;
    const given = chosenIn(event);
    const post = given === undefined && !isToChoose ? posts[0] : choosePost(regulation, identity, given);
    if ('code' in post) throw new RequestError(post.code, post.message);
    const isOpen = given === undefined && posts.length > 1;
    return { actor: { id, name, ...post }, posts, chosen: isOpen ? undefined : post };
  };
  return {
    /** Whether the roster knows him is asked by whoever lets him in. */
    reader: (event: HttpEvent): Identified => inPost(event, false),
    /** As what he acts: the log says it. */
    actor: (event: HttpEvent): Actor => inPost(event, true).actor,
    /** Whom a request's token names, unchecked; empty where it names nobody. */
    named: (event: HttpEvent): string => {
      try {
        return personIn(payloadIn(event), claims);
      } catch {
        return '';
      }
    },
  };
};
export type Identities = ReturnType<typeof createIdentities>;
