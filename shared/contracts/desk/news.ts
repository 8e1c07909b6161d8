// What has to be known of what was entered since somebody looked at a case: the API's rule for 412, and what the desk then shows.

/** What a feed, or the bureau's calendar, has brought in: nobody of the bureau did it, and it may change what is owed. */
const BROUGHT: readonly string[] = ['ItemAttached', 'SourceAdded', 'FlagsChanged', 'LevelChanged'];

interface Entry {
  actor: { role: string };
  events: readonly { type: string }[];
}
/** Whether something was brought into the case, by whomever. */
export const bringsIn = ({ events }: Pick<Entry, 'events'>): boolean =>
  events.some(({ type }) => BROUGHT.includes(type));
/** Whether an entry has to be known: something was done, or brought in. What the clocks do by themselves has not, nor what was refused. */
export const isNews = (entry: Entry): boolean =>
  entry.actor.role === 'system'
    ? bringsIn(entry)
    : entry.events.some(({ type }) => type !== 'CommandRefused');
