import type { createNotedDesks } from '../../support/noted-desk.ts';
import { FEED, plain } from '../../support/office.ts';
import { createWatchingOffice, FORGED, WATCH } from '../feeds/feeds.ts';

type Noted = Pick<ReturnType<typeof createNotedDesks>, 'deskOf'>;

/** Feeds that are watched in all that can be set and in nothing, not at all, and those with which something is wrong. */
export const playFeeds = async ({ deskOf }: Noted): Promise<void> => {
  for (const watch of [WATCH, { name: WATCH.name, expected: [] }, null]) {
    const { office, lookAt } = await createWatchingOffice(watch);
    const look = () => deskOf(office).get('GET /v1/feeds', '/v1/feeds');
    await lookAt('02T08:00:00');
    await look();
    await office.push([plain('a')]);
    await lookAt('02T12:00:00');
    await look();
    for (let time = 0; time < 5; time += 1) await office.push([plain('b')], { feed: FEED, secret: FORGED });
    await look();
  }
};
