import * as Duration from 'temporal-polyfill/fns/Duration';
import type { Person } from '../../shared/contracts/roster.ts';
import { peopleFor } from '../../shared/notices/recipients.ts';
import { sendOnce } from '../../shared/notices/send-once.ts';
import type { Sms } from '../../shared/notices/sms.ts';
import { type Message, render } from '../../shared/notices/templates.ts';
import type { Deliveries } from '../../shared/records/deliveries.ts';
import type { Items } from '../../shared/records/items.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import { receiversOf, settingsOf } from '../../shared/regulations/lookup.ts';
import { ROUTINE_PUSH_SETTING } from '../../shared/regulations/reserved.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';

interface Dependencies {
  items: Items;
  rosters: Rosters;
  deliveries: Deliveries;
  sms: Sms;
  regulation: Regulation;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}
/** The claim on a whole group: who holds it sends it and settles its items. */
const GROUP = 'group';
/** Pushes the 常规 items that wait; returns how many. */
export type PushRoutine = () => Promise<number>;

/**
 * 办法第二十一条(一): 常规 items are pushed to leaders and units. Grouped: one message for all that came in one interval of
 * the bureau's setting, once the interval is over. A person gets one message per interval, whatever is repeated.
 */
export const createPushRoutine = ({
  items,
  rosters,
  deliveries,
  sms,
  regulation,
  now,
  onProblem,
}: Dependencies): PushRoutine => {
  const once = { deliveries, now };
  const interval = Duration.total(
    Duration.fromString(String(settingsOf(regulation)[ROUTINE_PUSH_SETTING])),
    'milliseconds',
  );
  /** True when this person's message has gone out, now or before. */
  const tell = async (group: string, { mobile }: Person, message: Message): Promise<boolean> => {
    const sent = await sendOnce(once, group, mobile, () => sms.send(mobile, message));
    if ('error' in sent) onProblem('routine', sent.error);
    return 'messageId' in sent;
  };

  return async () => {
    const end = Math.floor(Date.parse(now()) / interval) * interval;
    const keys = await items.onBoard('routine', new Date(end - 1).toISOString());
    if (keys.length === 0) return 0;
    const roster = rosterIn(await rosters.read());
    const people = peopleFor(regulation, roster, receiversOf(regulation, 'routine'));
    if (people.length === 0) {
      onProblem('routine', new Error('名册中没有可通知的人'));
      return 0;
    }
    const group = `ROUTINE#${new Date(end).toISOString()}`;
    // What comes in late, when the group has gone out, waits for the next one. Not by sendOnce, which gives back whatever
    // fails: once somebody was told, this claim stays until the items are settled too, or until it is stale.
    if (!(await deliveries.claim(group, GROUP, now())).mine) return 0;
    const message = render('routine', { sign: regulation.smsSignature, count: String(keys.length) });
    const told = await Promise.all(people.map((person) => tell(group, person, message)));
    if (!told.some(Boolean)) {
      // The gateway is down: the next sweep tries again.
      await deliveries.release(group, GROUP);
      return 0;
    }
    for (const { feed, id } of keys) {
      const item = await items.find(feed, id);
      if (item?.outcome === 'routine')
        await items.put({ ...item, outcome: 'watched', revision: item.revision + 1 });
    }
    await deliveries.confirm(group, GROUP, now(), '');
    return keys.length;
  };
};
