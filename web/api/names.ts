import { signal } from '@preact/signals';
import { config } from './config.ts';

// What the bureau calls things: the lists of the file that forms are made of.

interface Forms {
  schemas: Readonly<Record<string, { 'x-values'?: readonly { id: string; name: string }[] }>>;
}
const LIST = /^list\.(\w+)$/;

/** By list and id. */
const names = signal<ReadonlyMap<string, string>>(new Map());
let asked: Promise<void> | undefined;

const load = async (): Promise<void> => {
  const answer = await fetch(config().files.forms);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const { schemas } = (await answer.json()) as Forms;
  const found = new Map<string, string>();
  for (const [component, schema] of Object.entries(schemas)) {
    const [, list] = LIST.exec(component) ?? [];
    if (list === undefined) continue;
    for (const { id, name } of schema['x-values'] ?? []) found.set(`${list}/${id}`, name);
  }
  names.value = found;
};

/** Fetches them once; without them things are called more generally. */
export const learnNames = (): void => {
  asked ??= load().catch(() => {
    asked = undefined;
  });
};
/** What the bureau calls a thing of one of its lists; undefined: it is not known yet. */
export const nameOf = (list: string, id: string): string | undefined => names.value.get(`${list}/${id}`);
