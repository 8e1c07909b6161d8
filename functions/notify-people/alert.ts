import { createHash } from 'node:crypto';
import { FLARES_UP } from '../../shared/notices/phrases.ts';
import { recipientsOf } from '../../shared/notices/recipients.ts';
import type { ItemRecord, Items } from '../../shared/records/items.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import type { Mailboxes } from '../../shared/records/texts/mailboxes.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { becameOf, isWaiting } from '../../shared/rules/items/judging.ts';
import { graveDoubts } from '../../shared/rules/items/signs.ts';

interface Alerting {
  items: Items;
  rosters: Rosters;
  mailboxes: Mailboxes;
  regulation: Regulation;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}

type Key = Awaited<ReturnType<Items['onBoard']>>[number];
/** Those that wait on the board, and those of them that can be read; what somebody has judged by now is taken off it. */
const waitingIn = async ({ items, regulation, now }: Pick<Alerting, 'items' | 'regulation' | 'now'>) => {
  const keys = await items.onBoard('alert', { upTo: now() });
  const found = await items.findEach(keys);
  // Of one in a case only that is still to be told which nobody could read.
  const judged = found.filter((item) =>
    isWaiting(item) ? becameOf(regulation, item) !== 'open' : graveDoubts(item).length === 0,
  );
  // Unless its feed has written to it meanwhile: then it is looked at again.
  for (const { alert: _, ...item } of judged) await items.put({ ...item, revision: item.revision + 1 });
  const isJudged = ({ feed, id }: Pick<Key, 'feed' | 'id'>): boolean =>
    judged.some((item) => item.feed === feed && item.id === id);
  return {
    keys: keys.filter((key) => !isJudged(key)),
    waiting: found.filter((item) => item.alert === 'owed' && !isJudged(item)),
  };
};

/**
 * What the text is known by, so that it goes out once: by the first item, by what had been said of it, since then it may be news again, and by
 * what may be grave in it that nobody could read.
 */
const groupOf = ({ feed, id, at }: Key, waiting: readonly ItemRecord[]): string => {
  const item = waiting.find((each) => each.feed === feed && each.id === id);
  const said = item?.judgements?.length ?? 0;
  const doubts = item === undefined ? [] : graveDoubts(item);
  const digest = createHash('sha256').update(doubts.join('\n')).digest('base64url').slice(0, 16);
  return [
    ...['ALERT', feed, id, at],
    ...(said === 0 ? [] : [said]),
    ...(doubts.length === 0 ? [] : [digest]),
  ].join('#');
};

/**
 * Tells who is on duty of the items that cannot wait for the digest: one text for all that came since it was last looked and that
 * nobody has judged. Their marks follow the text into the mailbox, so that a call that is cut off tells twice and never not at all.
 */
export const alertOnItems = async ({
  items,
  rosters,
  mailboxes,
  regulation,
  now,
  onProblem,
}: Alerting): Promise<void> => {
  const { keys, waiting } = await waitingIn({ items, regulation, now });
  const [first] = keys;
  if (first === undefined) return;
  const roster = rosterIn(await rosters.read());
  const people = recipientsOf(regulation, roster, regulation.onDuty, undefined)?.people ?? [];
  if (people.length === 0) {
    onProblem('items', new Error('名册中没有可通知的人'));
    return;
  }
  const about = {
    group: groupOf(first, waiting),
    template: 'unjudged',
    variables: {
      count: String(keys.length),
      again: waiting.some(({ formerCase }) => formerCase !== undefined) ? FLARES_UP : '',
    },
  };
  for (const { id, name, mobile } of people)
    await mailboxes.put({ mobile, person: id, name, address: id, tries: 0, at: now(), about });
  for (const item of waiting) await items.put({ ...item, alert: 'told', revision: item.revision + 1 });
};
