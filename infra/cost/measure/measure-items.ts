import type { Scenario } from '../../local/rehearsal/scenario.ts';
import { minus, sum, times, type Usage } from '../meter/usage.ts';
import { isSweep } from './measure-case.ts';
import { type Definitions, play } from './play.ts';

const START = Date.parse('2026-03-02T00:00:00+08:00');
const DAY_MILLISECONDS = 86_400_000;
/** As long as the last items may wait to be pushed in a group. */
const AFTER_MILLISECONDS = 3_600_000;
const SENTENCE = '市民在本地论坛询问办理营业执照所需的材料、时间和窗口,跟帖者介绍了各自的经过。';

/** About what a forum post holds: 常规, since nothing in it touches the bureau's work. */
const itemOf = (number: number) => ({
  id: `routine-${number}`,
  title: `市民咨询营业执照办理流程(${number})`,
  content: `${SENTENCE.repeat(8)}(${number})`,
  url: `https://forum.example.com/t/${number}`,
  siteName: '示例论坛',
  metrics: { views: 12, reposts: 0, comments: 1 },
});

/** Where it is counted: whose machines, and how far apart the sweeps are. */
export interface Place {
  bureau: string;
  definitions: Definitions;
  sweepMinutes: number;
}

const quiet = ({ bureau, sweepMinutes }: Place, until: number, steps: Scenario['steps']): Scenario => ({
  title: '常规信息',
  bureau,
  settings: {},
  start: new Date(START).toISOString(),
  until: new Date(until).toISOString(),
  sweepEvery: `PT${sweepMinutes}M`,
  steps,
});

/** What one sweep, and one look into the mailboxes, use when there is nothing to do. */
export const measureIdle = async (place: Place): Promise<{ sweep: Usage; texts: Usage }> => {
  const scenario = quiet(place, START + place.sweepMinutes * 60_000, []);
  const { records, lookForTexts } = await play(scenario, place.definitions);
  return { sweep: records.find(isSweep)!.usage, texts: await lookForTexts() };
};

/**
 * What one day of `count` routine items uses (at least one), pushed one by one at even distances through the real
 * intake, with the grouped messages that the sweeps send about them; without the sweeps' own share. Rejects when an item
 * is not taken as 常规.
 */
export const measureRoutineDay = async (count: number, place: Place, idleSweep: Usage): Promise<Usage> => {
  const steps = Array.from({ length: count }, (_, index) => ({
    at: new Date(START + Math.floor((index * DAY_MILLISECONDS) / count)).toISOString(),
    push: { feed: 'demo', items: [itemOf(index + 1)] },
  }));
  const scenario = quiet(place, START + DAY_MILLISECONDS + AFTER_MILLISECONDS, steps);
  const { run, records } = await play(scenario, place.definitions);
  const taken = run.timeline.filter(({ kind, text }) => kind === 'note' && text.includes('已接收'));
  if (taken.length !== count || Object.keys(run.cases).length > 0)
    throw new Error('常规信息未按常规接收,无法计数');
  const sweeps = records.filter(isSweep).length;
  return minus(sum(records.map(({ usage }) => usage)), times(idleSweep, sweeps));
};
