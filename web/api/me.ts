import { signal } from '@preact/signals';
import { Fault } from './fault.ts';
import { read } from './http.ts';
import { chosenPost, learnedMe } from './session.ts';

interface Named {
  id: string;
  name: string;
}
/** A post that somebody has. */
export interface Post {
  role: Named;
  unit: Named | null;
}
/** Who is logged in, and what he may: `GET /v1/me`. */
export interface Me {
  person: string;
  name: string;
  posts: Post[];
  /** null: he has several, and has chosen none. */
  post: Post | null;
  listed: boolean;
  /** Commands and rights that the regulation gives his post at some level. */
  may: string[];
}

/** Null: not asked yet. */
export const me = signal<Me | null>(null);
/** Asks; while no answer comes, what was answered last in this session in the same post holds. Throws a Fault. */
export const learnMe = async (): Promise<Me> => {
  const post = chosenPost.value;
  try {
    me.value = await read<Me>('/v1/me');
    learnedMe.keep({ post, me: me.value });
  } catch (error) {
    const known = learnedMe.recall<{ post: string; me: Me }>();
    if (!(error instanceof Fault && error.isPassing) || known?.post !== post) throw error;
    me.value = known.me;
  }
  return me.value;
};
/** Whether he may at all; the case may still refuse it. */
export const may = (right: string): boolean => me.value?.may.includes(right) ?? false;
/** How his post is called. */
export const postName = ({ role, unit }: Post): string =>
  unit === null ? role.name : `${unit.name} ${role.name}`;
/** As a request's header has it. */
export const postKey = ({ role, unit }: Post): string => (unit === null ? role.id : `${role.id}@${unit.id}`);
