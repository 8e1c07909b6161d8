import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { postName } from '../../post-name.ts';
import { spoken } from '../../spoken.ts';
import { momentOf } from '../../wall-clock.ts';

type Text = TriedReply['textsAtOnce'][number] & Partial<Pick<TriedReply['texts'][number], 'notBefore'>>;

/** A post of a unit with the unit before it: 食品安全监管股舆情联络员. */
const whoIn = ({ to, toText, unit }: Text): string => {
  // Somebody may be called as his post is.
  if (toText === `${to.name}${to.name}`) return to.name;
  return unit === null ? toText : toText.replace(`${to.name}(${unit.name})`, postName(to.name, unit));
};
/** Who really gets it: where a post has nobody, those above it. */
const receiverOf = (text: Text): string =>
  text.nobody ? `${whoIn(text)}（名册中没有人可收）` : (text.instead?.name ?? whoIn(text));
/** By the way: it changes no limit. */
interface Line {
  mark: 'no';
  text: string;
}
const line = (words: string, names: readonly string[]): Line[] =>
  names.length === 0 ? [] : [{ mark: 'no', text: spoken(`${words}：${names.join('、')}`) }];
/** By when they go out, at once first; who is told at once is not named for later again. */
const byTime = (texts: readonly Text[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  const named = new Set<string>();
  const times = [...texts].sort((one, other) => (one.notBefore ?? '').localeCompare(other.notBefore ?? ''));
  for (const text of times) {
    const name = receiverOf(text);
    if (named.has(name)) continue;
    named.add(name);
    const at = text.notBefore ?? '';
    groups.set(at, [...(groups.get(at) ?? []), name]);
  }
  return groups;
};

/** Everybody who is told by text or has to be rung, with when: what the entry itself tells, and what the clocks tell at once. */
export const toldLines = (
  { texts, textsAtOnce }: Pick<TriedReply, 'texts' | 'textsAtOnce'>,
  now: number,
): Line[] => {
  const all = [...texts, ...textsAtOnce];
  const bySms = byTime(all.filter(({ text }) => text !== null));
  const byPhone = [...byTime(all.filter(({ text }) => text === null)).values()].flat();
  return [
    ...[...bySms].flatMap(([at, names]) =>
      line(at === '' ? '短信发给' : `${momentOf(at, now)}以后短信发给`, names),
    ),
    ...line('须电话告知', byPhone),
  ];
};
