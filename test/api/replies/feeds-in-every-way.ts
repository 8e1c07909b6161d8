import { withSettings } from '../../../shared/regulations/settings.ts';
import { leizhou } from '../../support/bureaus.ts';
import type { createNotedDesks } from '../../support/noted-desk.ts';
import { createOffice, FEED, plain } from '../../support/office.ts';
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

/** Stories that spread by posts and by a counter, and one that the table puts higher: each is asked about, and answered. */
export const playSpread = async ({ deskOf }: Noted): Promise<void> => {
  const chosen = { spreadPosts: '2/PT1H', spreadGrowth: '+1/PT1H' };
  const told = (id: string, more: object = {}) => ({
    ...{
      title: '雷州某学校食堂两名学生腹泻,家长反映',
      content: '家长反映某学校食堂两名学生腹泻,监管部门已介入调查。',
    },
    ...{
      id,
      url: `https://n.example.com/${id}`,
      metrics: { reposts: 600, views: 6000, comments: 60 },
      ...more,
    },
  });
  for (const second of [
    told('2'),
    told('1', { metrics: { reposts: 700 } }),
    told('3', { flags: ['deaths'] }),
  ]) {
    const office = await createOffice({ regulation: withSettings(leizhou, chosen) });
    const desk = deskOf(office);
    await office.push([told('1')]);
    office.pass(60_000);
    await office.push([second]);
    const { body } = await desk.get('GET /v1/cases', '/v1/cases');
    const [row] = (body as { cases: { case: string }[] }).cases;
    await desk.readCase(row!.case);
    await desk.readLog(row!.case);
  }
};
