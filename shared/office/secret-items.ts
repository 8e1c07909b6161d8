import { isNeutral, MASKED } from '../case/secret.ts';
import { type CaseState, isSecret } from '../case/state.ts';
import type { ItemRecord, Items } from '../records/items.ts';
import { mapEach } from '../records/some-at-once.ts';
import type { Stories } from '../records/stories/stories.ts';
import { SECRET_FLAG } from '../regulations/reserved.ts';

/** Whether whoever brought it says that it is 涉密. */
export const isSecretItem = ({ flags, grade }: Pick<ItemRecord, 'flags' | 'grade'>): boolean =>
  [...flags, ...grade.flags].includes(SECRET_FLAG);

const withoutReference = ({
  reference: _,
  ...source
}: NonNullable<ItemRecord['source']>): NonNullable<ItemRecord['source']> => source;

type Judgement = NonNullable<ItemRecord['judgements']>[number];
/** Where the paper lies may stay; what else was written may be what it says. */
const withoutReason = ({ reason, ...said }: Judgement): Judgement =>
  reason !== undefined && isNeutral(reason) ? { ...said, reason } : said;

/** An item without what it says: where it came from, when, and what it was graded remain (reading R26). */
export const withoutContent = ({
  content: _,
  url: __,
  warnings: ___,
  versions: ____,
  suspected: _____,
  formerCase: ______,
  source,
  judgements,
  ...item
}: ItemRecord): ItemRecord => ({
  ...item,
  ...(source === undefined ? {} : { source: withoutReference(source) }),
  ...(judgements === undefined ? {} : { judgements: judgements.map(withoutReason) }),
  title: MASKED,
  extra: {},
  grade: { ...item.grade, reasons: [] },
});

/** An item as anybody reads it; `state`: that of the case which it is in. */
export const itemShown = (item: ItemRecord, state: CaseState | null | undefined): ItemRecord =>
  isSecretItem(item) || (state !== null && state !== undefined && isSecret(state))
    ? withoutContent(item)
    : item;

interface ClearDependencies {
  items: Pick<Items, 'find' | 'put'>;
  stories: Pick<Stories, 'forget'>;
  now: () => string;
}
const ATTEMPTS = 5;
/** Clears what the items of a case say, and what is remembered of it, as the head of the office has ordered. A repeat changes nothing. */
export const createClearItems =
  ({ items, stories, now }: ClearDependencies) =>
  async (state: CaseState): Promise<void> => {
    await stories.forget(state.caseId, now());
    await mapEach(state.items, async ({ feed, id }) => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const item = await items.find(feed, id);
        if (item === undefined || item.title === MASKED) return;
        if (await items.put({ ...withoutContent(item), revision: item.revision + 1 })) return;
      }
      throw new Error(`Item ${feed}/${id} is being written by too many at once`);
    });
  };
