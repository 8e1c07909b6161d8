import { recipientsOf } from '../../notices/recipients.ts';
import type { RefusedItem, RefusedItems } from '../../records/register/refused-items.ts';
import { type Rosters, rosterIn } from '../../records/roster.ts';
import { mapEach } from '../../records/some-at-once.ts';
import type { Mailboxes } from '../../records/texts/mailboxes.ts';
import type { Regulation } from '../../regulations/schema.ts';

export interface TellDependencies {
  refusedItems: Pick<RefusedItems, 'put'>;
  rosters: Pick<Rosters, 'read'>;
  mailboxes: Pick<Mailboxes, 'put'>;
  regulation: Regulation;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}
interface Text {
  /** One text of this name goes to each. */
  group: string;
  template: string;
  variables: Record<string, string>;
}

/**
 * Tells who is on duty of what was refused, in one text. Their marks follow the text into the mailbox, so that a call that is cut off tells
 * twice and never not at all. False where there is nobody to be told.
 */
export const createTellOfRefused =
  ({ refusedItems, rosters, mailboxes, regulation, now, onProblem }: TellDependencies) =>
  async (refused: readonly RefusedItem[], about: Text): Promise<boolean> => {
    const roster = rosterIn(await rosters.read());
    const people = recipientsOf(regulation, roster, regulation.onDuty, undefined)?.people ?? [];
    if (people.length === 0) {
      onProblem('refused items', new Error('名册中没有可通知的人'));
      return false;
    }
    for (const { id, name, mobile } of people)
      await mailboxes.put({ mobile, person: id, name, address: id, tries: 0, at: now(), about });
    await mapEach(refused, (each) =>
      refusedItems.put({ ...each, isOwed: false, revision: each.revision + 1 }),
    );
    return true;
  };
