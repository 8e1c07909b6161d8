import { exampleRoster, personFor } from '../people.ts';
import { UNIT } from './answer.ts';
import { SECRET, serveBureauOn } from './bench-bureau.ts';
import { pushItem } from './intake.ts';
import { inTurns, measure, quantile, seconds, timed } from './measure.ts';
import { caseBody } from './opening.ts';
import { freeConnections, send } from './send.ts';
import type { BenchStore } from './stores.ts';

/** One matter that becomes a case, as so many sites have it. */
const storyOf = (number: number) => ({
  id: `hot-${number}`,
  title: '网传某小学食堂午餐出现异物,家长发帖质疑',
  content: '家长发帖称孩子在学校食堂午餐中吃出异物,多名学生腹痛就医,质疑食堂食品来源。',
  url: `https://forum.example.com/t/${number}`,
  unit: UNIT,
  metrics: { reposts: 1200, views: 86000 },
});

const deskOn = async (store: BenchStore) => {
  const { system, issuer, url, close } = await serveBureauOn(store);
  const agent = freeConnections();
  const tokens = {
    dutyOfficer: await issuer.issue(personFor(exampleRoster(), 'dutyOfficer')),
    unitHead: await issuer.issue(personFor(exampleRoster(), 'unitHead', UNIT)),
  };
  const call = async (as: keyof typeof tokens, path: string, body?: string): Promise<string> => {
    const headers = { authorization: `Bearer ${tokens[as]}`, 'content-type': 'application/json' };
    const { status, text } = await send(`${url}${path}`, headers, body, agent);
    if (status > 201) throw new Error(`${path} answered ${status}: ${text}`);
    return text;
  };
  return {
    close: async (): Promise<void> => {
      agent.destroy();
      await close();
    },
    push: (number: number) => pushItem(url, SECRET, storyOf(number), agent),
    open: async (key: string): Promise<string> => {
      const body = caseBody(key, 'yellow', system.now());
      return (JSON.parse(await call('dutyOfficer', '/v1/cases', body)) as { case: string }).case;
    },
    /** One more act of the unit in a case. */
    act: (caseId: string, number: number) =>
      call(
        'unitHead',
        `/v1/cases/${caseId}/commands`,
        JSON.stringify({ type: 'RecordAction', action: 'verified', note: `第${number}次核实` }),
      ),
  };
};

const spread = (took: readonly number[]): string =>
  `median ${seconds(quantile(took, 0.5))}, last ${seconds(quantile(took, 1))}`;

/** Half pushes of one story and half commands upon its case, all at once, and meanwhile somebody who works in another case. */
export const benchHotCase = async (stores: readonly BenchStore[], requests: number): Promise<void> => {
  for (const store of stores) {
    const desk = await deskOn(store);
    const other = await desk.open('beside');
    const hot = await desk.push(0);
    if (hot === undefined) throw new Error('the first item has opened no case');
    const [took, beside]: [number[], number[]] = [[], []];
    let isOver = false;
    const working = async (): Promise<void> => {
      for (let number = 0; !isOver; number += 1) beside.push(await timed(() => desk.act(other, number)));
    };
    const crowd = inTurns(requests, requests, async (number) => {
      took.push(await timed(() => (number % 2 === 0 ? desk.push(number) : desk.act(hot, number))));
    }).then(() => {
      isOver = true;
    });
    await measure(`${requests} pushes and commands upon one case at once, ${store.name}`, '', async () => {
      await Promise.all([crowd, working()]);
      return `${spread(took)}; in another case ${spread(beside)}`;
    });
    await desk.close();
  }
};
