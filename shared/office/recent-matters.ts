import { wordsIn } from '../contracts/plain-text.ts';
import { bandsOf, normaliseUrl, signatureOf, similarity } from '../grading/same-story.ts';
import type { ItemRecord } from '../records/items.ts';

/** What an item tells, as it is compared with others. */
interface Telling {
  at: string;
  signature: readonly number[] | null;
  /** Address, and all words of a short text: whoever shares one tells the same matter. */
  exact: readonly string[];
  /** Bands of a longer text: whoever shares one is worth comparing. */
  bands: readonly string[];
  /** Who is on duty was told of it at once. */
  isAlert: boolean;
}

/** So many are remembered, the latest: a flood of items must not fill the memory. */
const KEPT = 20_000;

const tellingOf = ({ title, content, url, alert }: ItemRecord, at: string): Telling => {
  const text = `${title}\n${content ?? ''}`;
  const address = url === undefined ? null : normaliseUrl(url);
  const signature = signatureOf(text);
  return {
    at,
    signature,
    isAlert: alert !== undefined,
    exact: [
      ...(address === null ? [] : [`address ${address}`]),
      ...(signature === null ? [`words ${wordsIn(text)}`] : []),
    ],
    bands: signature === null ? [] : bandsOf(signature),
  };
};

const isAlike = ({ signature: one }: Telling, { signature: other }: Telling, alike: number): boolean =>
  one !== null && other !== null && similarity(one, other) >= alike;

/**
 * What the items of the last hour tell, by their names, so that those of one matter can be counted without comparing each
 * with all. `alike`: the likeness from which two texts tell one story, 0–1.
 */
export const createRecentMatters = (alike: number) => {
  const tellings = new Map<string, Telling>();
  const named = new Map<string, Set<string>>();

  const forget = (name: string): void => {
    const telling = tellings.get(name);
    if (telling === undefined) return;
    for (const key of [...telling.exact, ...telling.bands]) {
      const names = named.get(key);
      names?.delete(name);
      if (names?.size === 0) named.delete(key);
    }
    tellings.delete(name);
  };

  return {
    knows: (name: string): boolean => tellings.has(name),
    /** `at`: when it came in. What was said under this name before is replaced. */
    note: (name: string, item: ItemRecord, at: string): void => {
      forget(name);
      const telling = tellingOf(item, at);
      tellings.set(name, telling);
      for (const key of [...telling.exact, ...telling.bands])
        named.set(key, (named.get(key) ?? new Set()).add(name));
      if (tellings.size > KEPT) forget(tellings.keys().next().value!);
    },
    forgetBefore: (at: string): void => {
      for (const [name, telling] of tellings) if (telling.at < at) forget(name);
    },
    /** How many tell the matter of this one, itself among them, that came in at `since` or later, and how many others were told of. */
    count: (name: string, since: string): { all: number; told: number } => {
      const own = tellings.get(name);
      if (own === undefined) return { all: 0, told: 0 };
      const sharing = (keys: readonly string[]) => keys.flatMap((key) => [...(named.get(key) ?? [])]);
      const same = new Set(sharing(own.exact));
      for (const each of new Set(sharing(own.bands)))
        if (!same.has(each) && isAlike(own, tellings.get(each)!, alike)) same.add(each);
      const others = [...same]
        .map((each) => tellings.get(each)!)
        .filter((each) => each !== own && each.at >= since);
      return { all: others.length + 1, told: others.filter(({ isAlert }) => isAlert).length };
    },
    noteAlert: (name: string): void => {
      const telling = tellings.get(name);
      if (telling !== undefined) tellings.set(name, { ...telling, isAlert: true });
    },
  };
};
