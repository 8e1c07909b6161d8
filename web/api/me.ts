import { signal } from '@preact/signals';
import { read } from './http.ts';

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
export const learnMe = async (): Promise<Me> => {
  const found = await read<Me>('/v1/me');
  me.value = found;
  return found;
};
/** Whether he may at all; the case may still refuse it. */
export const may = (right: string): boolean => me.value?.may.includes(right) ?? false;
/** How his post is called. */
export const postName = ({ role, unit }: Post): string =>
  unit === null ? role.name : `${unit.name} ${role.name}`;
/** As a request's header has it. */
export const postKey = ({ role, unit }: Post): string => (unit === null ? role.id : `${role.id}@${unit.id}`);
