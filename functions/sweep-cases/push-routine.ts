import { Temporal } from 'temporal-polyfill';
import type { Sms } from '../../shared/notices/sms.ts';
import { render } from '../../shared/notices/templates.ts';
import type { Deliveries } from '../../shared/records/deliveries.ts';
import type { Items } from '../../shared/records/items.ts';
import type { Rosters } from '../../shared/records/roster.ts';
import { settingsOf } from '../../shared/regulations/lookup.ts';
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
/** Pushes the 常规 items that wait; returns how many. */
export type PushRoutine = () => Promise<number>;

/**
 * 办法第二十一条(一): 常规 items are pushed to leaders and units. Grouped: one message for all that came in one interval of
 * the office's setting, once the interval is over. A person gets one message per interval, whatever is repeated.
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
  const interval = Temporal.Duration.from(String(settingsOf(regulation).routinePushEvery ?? 'PT30M')).total(
    'milliseconds',
  );
  const routing = regulation.routing.find(({ id }) => id === 'routineItem');
  return async () => {
    const end = Math.floor(Date.parse(now()) / interval) * interval;
    const keys = await items.onBoard('routine', new Date(end - 1).toISOString());
    if (keys.length === 0 || routing === undefined) return 0;
    const roster = (await rosters.read())?.roster.roles ?? {};
    const people = new Map(
      [...routing.to, ...routing.copies].flatMap((role) =>
        (roster[role] ?? [])
          .filter(({ available }) => available)
          .map((person) => [person.mobile, person] as const),
      ),
    );
    const group = `ROUTINE#${new Date(end).toISOString()}`;
    const message = render('routine', { sign: regulation.smsSignature, count: String(keys.length) });
    for (const person of people.values()) {
      const claim = await deliveries.claim(group, person.id, now());
      if (!claim.mine) continue;
      try {
        await deliveries.confirm(group, person.id, now(), await sms.send(person.mobile, message));
      } catch (error) {
        await deliveries.release(group, person.id);
        onProblem('routine', error);
      }
    }
    for (const { feed, id } of keys) {
      const item = await items.find(feed, id);
      if (item?.outcome === 'routine')
        await items.put({ ...item, outcome: 'watched', revision: item.revision + 1 });
    }
    return keys.length;
  };
};
