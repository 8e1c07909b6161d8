import { signal } from '@preact/signals';
import { draftFrom, outName } from '../model/forms/drafts.ts';
import { withoutWords } from '../model/forms/sending.ts';
import { keep, keepInTab, kept, recall } from './device.ts';
import { Fault } from './fault.ts';
import { read } from './http.ts';
import { chosenPost, learnedMe, learnedWho, whenSessionEnds } from './session.ts';

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
whenSessionEnds(() => {
  me.value = null;
});
/** What was answered last in this session, in the same post, holds until there is another answer. */
const recalled = (): Me | null => {
  const known = learnedMe.recall<{ post: string; me: Me }>();
  return known?.post === chosenPost.value ? known.me : null;
};
/** Asks who is logged in. Throws a Fault where nothing is known. */
export const learnMe = async (): Promise<void> => {
  const post = chosenPost.value;
  me.value = recalled();
  try {
    const found = await read<Me>('/v1/me');
    me.value = found;
    learnedMe.keep({ post, me: found });
    learnedWho(found.person);
  } catch (error) {
    if (me.value === null || !(error instanceof Fault && error.isPassing)) throw error;
  }
};
/** Drafts of a case that somebody may not see any more, or that is 涉密 now, do not stay on the device; that an act is out does. */
export const dropDraftsOf = (caseId: string): void => {
  const person = me.value?.person ?? '';
  for (const name of kept(person, 'draft/')) {
    const [, after] = name.split(`/${caseId}/`);
    if (after === undefined) continue;
    const draft = draftFrom(recall(person, name));
    const out = draft && withoutWords(draft.sending, draft.at);
    if (out !== undefined) keepInTab(person, outName(`${caseId}/${after.split('/')[0]}`), out);
    keep(person, name, undefined);
  }
};
/** Whether it is known in which post somebody is here: without it the API would ask back. */
export const isMeLearned = (): boolean => learnedMe.recall<{ post: string }>()?.post === chosenPost.value;
/** Whether he may at all; the case may still refuse it. */
export const may = (right: string): boolean => me.value?.may.includes(right) ?? false;
/** The unit of his post, as people call it; null: his is one of the bureau's. */
export const unitName = (): string | null => me.value?.post?.unit?.name ?? null;
/** How his post is called. */
export const postName = ({ role, unit }: Post): string =>
  unit === null ? role.name : `${unit.name} ${role.name}`;
/** As a request's header has it. */
export const postKey = ({ role, unit }: Post): string => (unit === null ? role.id : `${role.id}@${unit.id}`);
