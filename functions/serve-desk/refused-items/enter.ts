import { RequestError } from '../../../shared/contracts/errors.ts';
import type { FeedItem } from '../../../shared/contracts/items.ts';
import type { EnterRefused } from '../../../shared/contracts/refused-items/enter.ts';
import { EnteredReply } from '../../../shared/contracts/replies/intake/refused-items.ts';
import type { Mapping } from '../../../shared/intake/mapping/mapping.ts';
import { TARGETS } from '../../../shared/intake/mapping/targets.ts';
import { readItem } from '../../../shared/intake/read-item.ts';
import { createTakenAs, parsedOrText } from '../../../shared/office/refused/mended.ts';
import { type Pushed, putRight } from '../../../shared/office/refused/put-right.ts';
import type { ItemIntake } from '../../../shared/office/take-item.ts';
import type { Items } from '../../../shared/records/items.ts';
import type { RefusedItem, RefusedItems } from '../../../shared/records/register/refused-items.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { refuseRefusedItems } from '../../../shared/rules/reading/refused-items.ts';
import { refuseOpener } from '../open-case.ts';
import { type Sight, throwIfRefused } from '../sight.ts';
import type { Entered } from '../trying/enter.ts';
import { findRefused } from './read.ts';
import { createRefusedView } from './view.ts';

interface Dependencies {
  refusedItems: Pick<RefusedItems, 'find' | 'put'>;
  items: Pick<Items, 'find' | 'findVersion'>;
  intake: Pick<ItemIntake, 'take'>;
  sight: Sight;
  regulation: Regulation;
  mappingOf: (feed: string) => Mapping;
  now: () => string;
}

const ATTEMPTS = 5;
/** What the feed wrote, as far as it is an item, with a person's fields in the place of its own. */
const mended = ({ raw, index }: RefusedItem, fields: EnterRefused['fields']): Record<string, unknown> => {
  const own = index === undefined ? undefined : parsedOrText(raw);
  const isItem = typeof own === 'object' && own !== null && !Array.isArray(own);
  return Object.fromEntries(
    Object.entries({ ...(isItem ? own : {}), ...fields }).filter(([, value]) => value !== null),
  );
};

/** The mapping of its feed, but for what a person has written: that goes by our own names. */
const mappingFor = (mapping: Mapping, fields: EnterRefused['fields']): Mapping => {
  const named = Object.keys(fields);
  const own = TARGETS.filter((target) => named.includes(target.split('.')[0]!));
  return {
    ...mapping,
    fields: { ...mapping.fields, ...Object.fromEntries(own.map((each) => [each, each])) },
  };
};

const withoutId = ({ id: _, ...fields }: EnterRefused['fields']): EnterRefused['fields'] => fields;

/** Stands where there is no id, or where there are no words, so that the rest can be read. */
const STUB = '-';
/** Of a time that a feed reckons from now (3小时前), and of one that lies ahead, now is when it came. */
const reader =
  ({ regulation, mappingOf }: Dependencies, refusal: RefusedItem) =>
  (fields: EnterRefused['fields']) => {
    const raw = mended(refusal, fields);
    const mapping = mappingFor(mappingOf(refusal.feed), fields);
    return readItem(regulation, mapping, { raw, around: raw, now: refusal.at });
  };
type Reader = ReturnType<typeof reader>;

const lacks = (told: ReturnType<Reader>, field: string): boolean =>
  'problems' in told && told.problems.some((problem) => problem.field === field);

/** What its feed wrote, as far as it can be read; undefined: it is no item. */
const pushedIn = (read: Reader): Pushed | undefined => {
  const bare = read({});
  const [hasId, hasWords] = [!lacks(bare, 'id'), !lacks(bare, 'title')];
  const told = read({ ...(hasId ? {} : { id: STUB }), ...(hasWords ? {} : { title: STUB }) });
  if ('problems' in told) return undefined;
  const untitled = read({ id: STUB, title: null });
  const hasTitle = hasWords && !('item' in untitled && untitled.item.title === told.item.title);
  return { item: told.item, hasId, hasWords, hasTitle };
};

/**
 * The item as it is taken: what could be read of the push stands, the rest is as it is filled in. Where the feed gave it no id that can be
 * used, it gets one of ours. Throws INVALID (422).
 */
const itemOf = (
  dependencies: Dependencies,
  refusal: RefusedItem,
  given: EnterRefused['fields'],
): FeedItem => {
  const read = reader(dependencies, refusal);
  const pushed = pushedIn(read);
  // What cannot be used of the id that is filled in does not matter where the push has one.
  const fields = pushed?.hasId ? withoutId(given) : given;
  const first = read(fields);
  const needsId = !('id' in fields) && lacks(first, 'id');
  const told = needsId ? read({ ...fields, id: `hand-${refusal.refused}` }) : first;
  if ('item' in told) {
    const { regulation } = dependencies;
    return pushed === undefined
      ? told.item
      : putRight(regulation, { pushed, given: told.item, filled: fields, now: refusal.at });
  }
  const problems = told.problems.map(({ field, message }) => ({ field: `fields.${field}`, message }));
  throw new RequestError(
    'INVALID',
    problems.map(({ field, message }) => `${field} ${message}`).join(';'),
    problems,
  );
};

/**
 * POST /v1/refused-items/{refused}/entry: takes what was refused as its giver puts it right, under its feed, as if it had been taken when
 * it came; he stands on record with it. What has been entered is told again, whatever comes with the request.
 */
export const createEnterRefused = (dependencies: Dependencies) => {
  const { refusedItems, intake, now } = dependencies;
  const view = createRefusedView(dependencies);
  const takenAs = createTakenAs(dependencies);
  /** Writes down who has entered it, unless another was quicker; what was told of it meanwhile stays. */
  const note = async (refusal: RefusedItem, entered: RefusedItem['entered']): Promise<RefusedItem> => {
    let there = refusal;
    for (let attempt = 0; attempt < ATTEMPTS && there.entered === undefined; attempt += 1) {
      const next = { ...there, entered, isOwed: false, revision: there.revision + 1 };
      if (await refusedItems.put(next)) return next;
      there = (await refusedItems.find(refusal.refused)) ?? there;
    }
    return there;
  };
  return async (given: EnterRefused, { event, actor, reading }: Entered): Promise<EnteredReply> => {
    throwIfRefused(refuseRefusedItems(reading) ?? refuseOpener({ reading, actor }));
    const refusal = await findRefused(refusedItems, event);
    const { feed, at: cameAt } = refusal;
    if (refusal.entered !== undefined) return EnteredReply.parse(await view.one(reading, refusal));
    if (refusal.isSecret)
      throw new RequestError(
        'SECRET_CONTENT',
        '这条信息标为涉密,内容不在本系统录入;请凭纸质件立案,标题写“见纸质件”',
      );
    if ((await takenAs(refusal)) !== undefined)
      throw new RequestError('REFUSED_ITEM_MENDED', '数据源已经重新推送这条信息并已入库,不必录入');
    const by = { id: actor.id, name: actor.name, role: actor.role };
    const { item } = await intake.take(feed, itemOf(dependencies, refusal, given.fields), { by, cameAt });
    const there = await note(refusal, { at: now(), by, item: item.id });
    return EnteredReply.parse(await view.one(reading, there));
  };
};
