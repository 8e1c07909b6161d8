import { isSameText, normaliseUrl, signatureOf, similarity } from '../grading/same-story.ts';
import type { ItemRecord, Items } from '../records/items.ts';
import { levelOf, settingsOf } from '../regulations/lookup.ts';
import { SAME_MATTER_SETTING } from '../regulations/reserved.ts';
import type { Regulation } from '../regulations/schema.ts';
import { subtract } from '../time/instants.ts';

/** Within this time items of one matter count together. */
const WITHIN = 'PT1H';

/**
 * Whether it can wait for the digest: the table puts it at the lowest level of the law without any word, medium or count
 * that is a sign of more, and no superior has brought it. What the office still has to judge (待研判) cannot.
 */
const isHarmless = (regulation: Regulation, { grade, source }: ItemRecord): boolean => {
  const fromSuperior =
    source !== undefined && regulation.sources.some(({ id, from }) => id === source.kind && from !== null);
  const { basis } = levelOf(regulation, grade.level);
  const hasSigns =
    grade.flags.length > 0 ||
    regulation.grading.criteria.some(({ id, alarmFrom }) => (grade.values[id] ?? 0) >= alarmFrom);
  return basis === 'law' && !hasSigns && !fromSuperior;
};

const textOf = ({ title, content }: ItemRecord): string => `${title}\n${content ?? ''}`;
const isSameMatter = (regulation: Regulation, one: ItemRecord, other: ItemRecord): boolean => {
  const [here, there] = [one, other].map(({ url }) => (url === undefined ? null : normaliseUrl(url)));
  if ((here !== null && here === there) || isSameText(textOf(one), textOf(other))) return true;
  const [first, second] = [signatureOf(textOf(one)), signatureOf(textOf(other))];
  if (first === null || second === null) return false;
  return similarity(first, second) >= regulation.grading.sameStory.similarity;
};

/** Whether somebody on duty is told of an item without clocks at once: of what is not harmless, or one of too many of one matter. */
export const createNeedsAlert =
  ({ items, regulation }: { items: Pick<Items, 'onBoard' | 'find'>; regulation: Regulation }) =>
  async (item: ItemRecord, now: string): Promise<boolean> => {
    if (!isHarmless(regulation, item)) return true;
    const since = subtract(now, WITHIN, regulation.zone);
    const keys = (await items.onBoard('routine')).filter(({ at }) => at >= since);
    const many = Number(settingsOf(regulation)[SAME_MATTER_SETTING]);
    if (keys.length + 1 < many) return false;
    const waiting = await Promise.all(keys.map(({ feed, id }) => items.find(feed, id)));
    const same = waiting.filter(
      (each) =>
        each !== undefined &&
        !(each.feed === item.feed && each.id === item.id) &&
        isSameMatter(regulation, item, each),
    );
    return same.length + 1 >= many;
  };
