import type { MeReply } from '../../../../shared/contracts/replies/bureau.ts';
import { mayDo } from '../../../../shared/rules/identity/may.ts';
import type { Post } from '../../../../shared/rules/persons.ts';
import type { Reading } from '../../../../shared/rules/reading/cases.ts';
import { createReplyParts } from '../../../reply-parts.ts';
import type { Identified } from '../../identity.ts';

/** Who speaks, as the API shows it. */
export const meView = (reading: Reading, { actor, posts, chosen }: Identified): MeReply => {
  const { regulation, who } = reading;
  const { named, role } = createReplyParts(regulation);
  const shown = (post: Post): MeReply['posts'][number] => ({
    role: role(post.role),
    unit: post.unit === undefined ? null : named(regulation.units, post.unit),
  });
  return {
    person: actor.id,
    name: who.actor.name,
    posts: posts.map(shown),
    post: chosen === undefined ? null : shown(chosen),
    listed: who.actor.person !== undefined,
    may: mayDo(reading, chosen === undefined ? posts : [chosen]),
  };
};
