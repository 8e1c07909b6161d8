import { signal } from '@preact/signals';
import { config } from './config.ts';

// What the bureau calls things: the lists of the file that forms are made of.

interface Forms {
  lists: Readonly<Record<string, readonly { id: string; name: string }[]>>;
}

/** By `list/id`. */
const names = signal<ReadonlyMap<string, string>>(new Map());
let isAsked = false;

const load = async (): Promise<void> => {
  const answer = await fetch(config().files.forms);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const { lists } = (await answer.json()) as Forms;
  const found = new Map<string, string>();
  for (const [list, things] of Object.entries(lists))
    for (const { id, name } of things) found.set(`${list}/${id}`, name);
  names.value = found;
};

/** Fetches them once; without them things are called more generally. */
export const learnNames = (): void => {
  if (isAsked) return;
  isAsked = true;
  load().catch(() => {
    isAsked = false;
  });
};
/** What the bureau calls a thing of one of its lists; undefined: it is not known yet. */
export const nameOf = (list: string, id: string): string | undefined => names.value.get(`${list}/${id}`);
