import type { DeskForms } from '../../../shared/contracts/desk/forms.ts';
import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { spoken } from '../spoken.ts';

// What people wrote, of an entry of the log: the text itself stays as it was written.

type Entry = LogReply['entries'][number];
type Event = Entry['events'][number];
/** What is called how; undefined: not here yet. */
export type Names = DeskForms['log'] | undefined;

export interface Line {
  name: string;
  text: string;
}

const GONE = '内容已清除';
const hashIn = (value: unknown): string | undefined => {
  const hash = (value as { saltedHash?: unknown } | null)?.saltedHash;
  return typeof hash === 'string' ? hash : undefined;
};

/** What was written at one place of an event; undefined: nothing, or it is purged. */
export const writtenAt = ({ texts }: Pick<Entry, 'texts'>, value: unknown): string | undefined => {
  const hash = hashIn(value);
  return hash === undefined ? undefined : texts[hash]?.text;
};

/** Every text of an event: where it stands, and its hash. */
const hashesIn = (value: unknown, path: readonly string[]): { path: readonly string[]; hash: string }[] => {
  const hash = hashIn(value);
  if (hash !== undefined) return [{ path, hash }];
  if (Array.isArray(value)) return value.flatMap((each) => hashesIn(each, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((name) =>
    hashesIn((value as Record<string, unknown>)[name], [...path, name]),
  );
};

/** A bureau's own names (of a document's fields) say it themselves; all others are the contract's. */
const isOwn = (name: string): boolean => /[^ -~]/.test(name);
const nameOf = (type: string, path: readonly string[], names: Names): string => {
  const last = path[path.length - 1] ?? '';
  if (isOwn(last)) return spoken(last);
  return spoken(names?.[[type, ...path].join('.')] ?? names?.[last] ?? '内容');
};

/** The number of who called is not everybody's: it is kept back, not purged. */
const isKeptBack = (path: readonly string[]): boolean => path.join('.') === 'call.number';
/** What was written in one event, in its order. */
export const linesOf = ({ texts }: Pick<Entry, 'texts'>, event: Event, names: Names): Line[] =>
  hashesIn(event, []).flatMap(({ path, hash }) => {
    const text = texts[hash]?.text;
    if (text === undefined && isKeptBack(path)) return [];
    return [{ name: nameOf(event.type, path, names), text: text ?? GONE }];
  });

/** Shorter ones may stand in a sentence by chance. */
const FEWEST_SIGNS = 4;
/** What was written in an entry, and is not already in `said`; each once. */
export const contentOf = (entry: Entry, names: Names, said: string): Line[] => {
  const found = new Map<string, Line>();
  for (const event of entry.events)
    for (const line of linesOf(entry, event, names)) {
      const isSaid = line.text.length >= FEWEST_SIGNS && said.indexOf(line.text) >= 0;
      if (line.text !== '' && !isSaid) found.set(`${line.name}：${line.text}`, line);
    }
  return [...found.values()];
};
