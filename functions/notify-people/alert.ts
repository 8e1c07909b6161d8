import { recipientsOf } from '../../shared/notices/recipients.ts';
import type { Items } from '../../shared/records/items.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import type { Mailboxes } from '../../shared/records/texts/mailboxes.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';

interface Alerting {
  items: Items;
  rosters: Rosters;
  mailboxes: Mailboxes;
  regulation: Regulation;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}

/**
 * Tells who is on duty of the items that cannot wait for the digest: one text for all that came since it was last looked. Their
 * marks follow the text into the mailbox, so that a call that is cut off tells twice and never not at all.
 */
export const alertOnItems = async ({
  items,
  rosters,
  mailboxes,
  regulation,
  now,
  onProblem,
}: Alerting): Promise<void> => {
  const keys = await items.onBoard('alert', { upTo: now() });
  const [first] = keys;
  if (first === undefined) return;
  const roster = rosterIn(await rosters.read());
  const people = recipientsOf(regulation, roster, regulation.onDuty, undefined)?.people ?? [];
  if (people.length === 0) {
    onProblem('items', new Error('名册中没有可通知的人'));
    return;
  }
  const about = {
    group: `ALERT#${first.feed}#${first.id}#${first.at}`,
    template: 'unjudged',
    variables: { count: String(keys.length) },
  };
  for (const { id, name, mobile } of people)
    await mailboxes.put({ mobile, person: id, name, address: id, tries: 0, at: now(), about });
  for (const item of await items.findEach(keys)) {
    if (item.alert === 'owed') await items.put({ ...item, alert: 'told', revision: item.revision + 1 });
  }
};
