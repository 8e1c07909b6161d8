import { DatabaseSync } from 'node:sqlite';
import { casePartition } from '../../../shared/records/table.ts';
import { createIssuer, issuedBy } from '../identity/issuer.ts';
import { readKeys } from '../identity/keys.ts';
import { exampleRoster, personFor } from '../people.ts';
import { dataFileIn } from '../store/data-file.ts';
import { itemOf, pushItem } from './intake.ts';
import { inTurns, quantile } from './measure.ts';
import { caseBody } from './opening.ts';
import { send } from './send.ts';
import type { StartedServer } from './server.ts';

/** 办法第二十一条(二): 发布权威信息 within five hours of the event. It is the limit that is let pass. */
const LIMIT_MILLISECONDS = 5 * 60 * 60 * 1000;
const LEVEL = 'red';
const LOOK_EVERY_MILLISECONDS = 20;
/** A limit that is not in the log so long after the last is due is not waited for any more. */
const GIVE_UP_MILLISECONDS = 120_000;

/** So many limits fall due, spread evenly over `within` from `lead` on; milliseconds. */
export interface DueLimits {
  limits: number;
  lead: number;
  within: number;
}

/** Clocks run by whole seconds. */
const wholeSecond = (instant: number): number => Math.floor(instant / 1000) * 1000;

/** Opens a case through the desk whose limit is due at an instant; returns its id. */
const createOpening = async ({ url, folder }: StartedServer) => {
  const token = await createIssuer(readKeys(folder).tokens, issuedBy(url, 'leizhou')).issue(
    personFor(exampleRoster(), 'dutyOfficer'),
  );
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return async (key: string, dueAt: number): Promise<string> => {
    const occurredAt = new Date(dueAt - LIMIT_MILLISECONDS).toISOString();
    const { status, text } = await send(`${url}/v1/cases`, headers, caseBody(key, LEVEL, occurredAt));
    if (status !== 201) throw new Error(`opening answered ${status}: ${text}`);
    return (JSON.parse(text) as { case: string }).case;
  };
};

/** A record of a log, as far as it says that a limit has come. */
interface Logged {
  entry: { events: { type: string; due?: string }[] };
}
const saysDue = (body: string, due: string): boolean =>
  (JSON.parse(body) as Logged).entry.events.some(
    (event) => event.type === 'DutyFellDue' && event.due === due,
  );

/**
 * Reads the data file beside the server that writes it, so that what it sees is on the disk. `due`: case → due instant in epoch
 * milliseconds. Returns how long after its due instant the entry of each limit was there.
 */
const watchLags = async (folder: string, due: ReadonlyMap<string, number>): Promise<number[]> => {
  const database = new DatabaseSync(dataFileIn(folder), { readOnly: true });
  const entries = database.prepare(
    "SELECT sk, body FROM log WHERE pk = ? AND sk > ? AND sk < 'LOG$' ORDER BY sk",
  );
  const seen = new Map([...due.keys()].map((caseId) => [caseId, 'LOG#']));
  const lags: number[] = [];
  const look = (caseId: string): void => {
    const at = due.get(caseId)!;
    for (const { sk, body } of entries.all(casePartition(caseId), seen.get(caseId)!)) {
      seen.set(caseId, String(sk));
      if (!saysDue(String(body), new Date(at).toISOString())) continue;
      lags.push(Date.now() - at);
      seen.delete(caseId);
      return;
    }
  };
  const end = Math.max(...due.values()) + GIVE_UP_MILLISECONDS;
  while (seen.size > 0 && Date.now() < end) {
    for (const caseId of seen.keys()) if (due.get(caseId)! <= Date.now()) look(caseId);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLISECONDS));
  }
  database.close();
  return lags;
};

/** How far behind their due instants the entries of limits are that fall due close together, in words. */
export const lagOfLimits = async (
  server: StartedServer,
  { limits, lead, within }: DueLimits,
): Promise<string> => {
  const open = await createOpening(server);
  const first = wholeSecond(Date.now() + lead);
  const due = new Map<string, number>();
  await inTurns(limits, 4, async (number) => {
    const dueAt = wholeSecond(first + (number * within) / limits);
    due.set(await open(`due-${first}-${number}`, dueAt), dueAt);
  });
  if (Date.now() > first) return `opening ${limits} cases took longer than ${lead / 1000} s`;
  const lags = await watchLags(server.folder, due);
  if (lags.length < limits) return `${limits - lags.length} of ${limits} limits are not in the log`;
  return [0.5, 0.99, 1]
    .map((part, place) => `${['p50', 'p99', 'max'][place]} ${quantile(lags, part)} ms`)
    .join(', ');
};

/** The same while so many pushes are under way at once, from the first limit to the last. */
export const lagUnderPushes = async (
  server: StartedServer,
  due: DueLimits,
  width: number,
): Promise<string> => {
  const secret = readKeys(server.folder).feeds.demo![0]!;
  const from = Date.now() + due.lead;
  let pushed = 0;
  let ended = false;
  const pusher = async (own: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, from - Date.now())));
    for (let number = 0; !ended; number += 1) {
      await pushItem(server.url, secret, itemOf(`p${own}-${from}-${number}`));
      pushed += 1;
    }
  };
  const pushing = Promise.all(Array.from({ length: width }, (_, own) => pusher(own)));
  const lags = await lagOfLimits(server, due);
  ended = true;
  const rate = (pushed / (Date.now() - from)) * 1000;
  await pushing;
  return `${lags}; ${rate.toFixed(0)} items/s`;
};
