import { nameIn, postsOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { called } from '../names.ts';
import type { Post } from '../persons.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Identity } from './claims.ts';

const postName = (regulation: Regulation, { role, unit }: Post): string => {
  const name = nameIn(regulation.roles, role);
  return unit === undefined ? name : `${name}(${nameIn(regulation.units, unit)})`;
};

/** The post that is written `岗位[@单位]`, by ids or names. */
const postWritten = (regulation: Regulation, given: string): Post => {
  const [word = '', place] = given.split('@');
  const role = called(postsOf(regulation), word)?.id ?? word;
  return place === undefined ? { role } : { role, unit: called(regulation.units, place)?.id ?? place };
};

/**
 * In which of his posts somebody acts: the one that he has, or the one that he chose (`岗位[@单位]`). Refuses POST_NOT_CHOSEN where he
 * has several and chose none, POST_NOT_HELD where his token does not have what he chose.
 */
export const choosePost = (
  regulation: Regulation,
  { posts }: Identity,
  given: string | undefined,
): Post | Refusal => {
  const names = (): string => posts.map((post) => postName(regulation, post)).join('、');
  if (given === undefined)
    return posts.length === 1
      ? posts[0]
      : refuse('POST_NOT_CHOSEN', `你的登录有不止一个岗位(${names()}),请选定以哪个岗位办理`);
  const { role, unit } = postWritten(regulation, given);
  return (
    posts.find((post) => post.role === role && post.unit === unit) ??
    refuse('POST_NOT_HELD', `你的登录中没有所选的岗位,请在这些岗位中选定:${names()}`)
  );
};
