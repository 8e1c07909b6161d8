import { apiEvent, claimsOf } from '../api-event.ts';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { exampleRoster, personFor } from '../people.ts';
import { answerCase, UNIT } from './answer.ts';
import { openBureauOn, type Records } from './bench-bureau.ts';
import { inTurns } from './measure.ts';

/** Within it every text of an opening is told: a person gets one a minute. */
export const SETTLE_MILLISECONDS = 120_000;
const AT_ONCE = 16;
const LEVELS = ['blue', 'yellow', 'orange', 'red'];
const levelOf = (number: number): string => LEVELS[number % LEVELS.length]!;

/** The body of `POST /v1/cases`. */
export const caseBody = (key: string, level: string, occurredAt: string): string =>
  JSON.stringify({
    key,
    title: `某市场监管事项${key}`,
    unit: UNIT,
    level,
    sources: [{ kind: 'zhanjiang-assigned' }],
    instants: { occurredAt },
  });

/**
 * Opens so many cases, of all levels by turns, through the desk upon a store, with everything that is done and told of each in
 * its first two minutes; returns their ids. The clock is virtual, so that no minute is waited for: the time that this takes is
 * work alone. `answered`: within two minutes more people have done what was owed at once.
 */
export const openCases = async (records: Records, count: number, answered = false): Promise<string[]> => {
  const clock = createVirtualClock(Date.now() - (answered ? 2 : 1) * SETTLE_MILLISECONDS);
  const { system, lambdas, engine } = await openBureauOn(records, clock);
  const claims = claimsOf(personFor(exampleRoster(), 'dutyOfficer'));
  const settle = (): Promise<void> => clock.advanceTo(clock.now() + SETTLE_MILLISECONDS, engine().idle);
  const ids: string[] = [];
  const series = clock.now();
  await inTurns(count, AT_ONCE, async (number) => {
    const body = caseBody(`${series}-${number}`, levelOf(number), system.now());
    const answer = await lambdas.http(apiEvent({ method: 'POST', path: '/v1/cases', claims, body }));
    if (answer.statusCode !== 201) throw new Error(`opening answered: ${answer.body}`);
    ids[number] = (JSON.parse(answer.body ?? '') as { case: string }).case;
  });
  await settle();
  if (answered) {
    await inTurns(count, AT_ONCE, (number) => answerCase(lambdas, ids[number]!, levelOf(number)));
    await settle();
  }
  engine().stopAll();
  await engine().idle();
  return ids;
};
