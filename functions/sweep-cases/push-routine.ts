import { createHash } from 'node:crypto';
import type { Person, Roster } from '../../shared/contracts/roster.ts';
import type { DispatchNotices } from '../../shared/notices/dispatch.ts';
import { routineWords } from '../../shared/notices/phrases.ts';
import { recipientsOf } from '../../shared/notices/recipients.ts';
import type { ItemRecord, Items } from '../../shared/records/items.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import type { Mailboxes } from '../../shared/records/texts/mailboxes.ts';
import { dayPlanOf, lastDigest } from '../../shared/regulations/day.ts';
import { digestReceivers, isPerUnit } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { type Became, becameOf } from '../../shared/rules/items/judging.ts';
import { personOf } from '../../shared/rules/persons.ts';

interface Dependencies {
  items: Items;
  rosters: Rosters;
  mailboxes: Mailboxes;
  dispatch: DispatchNotices;
  regulation: Regulation;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}
/** Pushes the items without clocks that wait for the digest; returns how many. `special`: a special period (特护期) runs. */
export type PushRoutine = (special: boolean) => Promise<number>;

const HOUR_MILLISECONDS = 60 * 60_000;
/** Of the items themselves so many are held at a time: a day may bring ten thousand, each with its text. */
const READ_AT_ONCE = 200;

/** What a digest needs of an item, and who has read it. */
interface Waiting extends Pick<ItemRecord, 'feed' | 'id' | 'unit' | 'alert'> {
  became: Became;
  readers: readonly string[];
}
const waitingOf = (regulation: Regulation, item: ItemRecord): Waiting => {
  const { feed, id, unit, alert, judgements = [] } = item;
  const became = becameOf(regulation, item);
  return {
    feed,
    id,
    ...(unit === undefined ? {} : { unit }),
    ...(alert === undefined ? {} : { alert }),
    became,
    readers:
      became === 'read'
        ? judgements.filter(({ as }) => as === 'read' || as === 'notSame').map(({ by }) => by.id)
        : [],
  };
};

/**
 * The digest is for whom the regulation names, each with all items; a unit's posts get those of their unit. What is none of the bureau's
 * business is told to nobody, and what somebody has read not to himself: that one has read it tells the others nothing.
 */
const sharesOf = (
  regulation: Regulation,
  roster: Roster,
  items: readonly Waiting[],
): { person: Person; share: Set<Waiting> }[] => {
  const isSame = (person: Person, id: string): boolean =>
    personOf(roster, id) === personOf(roster, person.id);
  const perUnit = Map.groupBy(
    items.filter(({ unit }) => unit !== undefined),
    ({ unit }) => unit,
  );
  const shares = new Map<string, { person: Person; share: Set<Waiting> }>();
  for (const role of digestReceivers(regulation))
    for (const [unit, own] of isPerUnit(regulation, role) ? perUnit : [[undefined, items] as const])
      for (const person of recipientsOf(regulation, roster, role, unit)?.people ?? []) {
        const { share } = shares.get(person.mobile) ?? { share: [] };
        const news = own.filter(({ readers }) => !readers.some((id) => isSame(person, id)));
        shares.set(person.mobile, { person, share: new Set([...share, ...news]) });
      }
  return [...shares.values()];
};

/**
 * 办法第二十一条(一): 常规 items are pushed to leaders and units, in a digest every morning and by day at the bureau's interval. In a
 * special period (附件2 二) whoever is on duty hears of them every hour, day and night.
 */
export const createPushRoutine = (dependencies: Dependencies): PushRoutine => {
  const { items, rosters, mailboxes, dispatch, regulation, now, onProblem } = dependencies;

  const waitingAt = async (instant: string): Promise<Waiting[]> => {
    const before = new Date(Date.parse(instant) - 1).toISOString();
    const keys = await items.onBoard('routine', { upTo: before });
    const waiting: Waiting[] = [];
    for (let from = 0; from < keys.length; from += READ_AT_ONCE)
      for (const item of await items.findEach(keys.slice(from, from + READ_AT_ONCE)))
        if (item.outcome === 'routine') waiting.push(waitingOf(regulation, item));
    return waiting;
  };
  /** Unless its feed has written to it meanwhile: then the next sweep does. */
  const mark = async ({ feed, id }: Waiting, how: Pick<ItemRecord, 'outcome' | 'alert'>): Promise<void> => {
    const item = await items.find(feed, id);
    if (item?.outcome === 'routine') await items.put({ ...item, ...how, revision: item.revision + 1 });
  };

  const sendDigest = async (): Promise<number> => {
    const at = lastDigest(dayPlanOf(regulation), now());
    const waiting = await waitingAt(at);
    if (waiting.length === 0) return 0;
    const news = waiting.filter(({ became }) => became !== 'notOurs');
    const shares = sharesOf(regulation, rosterIn(await rosters.read()), news);
    if (shares.length === 0) {
      onProblem('routine', new Error('名册中没有可通知的人'));
      return 0;
    }
    const names = news.map(({ feed, id }) => `${feed}#${id}`).sort();
    const which = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16);
    for (const { person, share } of shares) {
      if (share.size === 0) continue;
      const { id, name, mobile } = person;
      const variables = routineWords(regulation, share.size, at);
      const about = { group: `ROUTINE#${at}#${which}`, template: 'routine', variables };
      await mailboxes.put({ mobile, person: id, name, address: id, tries: 0, at: now(), about });
    }
    await mapEach(waiting, (item) => mark(item, { outcome: 'watched' }));
    return waiting.length;
  };

  const alertHourly = async (): Promise<void> => {
    const hour = Math.floor(Date.parse(now()) / HOUR_MILLISECONDS) * HOUR_MILLISECONDS;
    for (const item of await waitingAt(new Date(hour).toISOString()))
      if (item.alert === undefined && item.became === 'open')
        await mark(item, { outcome: 'routine', alert: 'owed' });
  };

  return async (special) => {
    const pushed = await sendDigest();
    if (special) await alertHourly();
    if (pushed > 0 || special) await dispatch();
    return pushed;
  };
};
