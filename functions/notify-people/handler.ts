import type * as z from 'zod/mini';
import type { CaseState } from '../../shared/case/state.ts';
import type { Roster } from '../../shared/contracts/roster.ts';
import { NotifyInput } from '../../shared/contracts/workflow.ts';
import type { Sms } from '../../shared/notices/sms.ts';
import type { Office } from '../../shared/office/office.ts';
import type { OfCase } from '../../shared/office/texts/hand-over.ts';
import { recordTexts, together } from '../../shared/office/texts/outcome.ts';
import type { Cases } from '../../shared/records/cases.ts';
import type { Items } from '../../shared/records/items.ts';
import type { RefusedItems } from '../../shared/records/register/refused-items.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import { settleEach } from '../../shared/records/some-at-once.ts';
import type { Deliveries } from '../../shared/records/texts/deliveries.ts';
import type { Mailboxes } from '../../shared/records/texts/mailboxes.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import { roleName } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { type PartsOf, task } from '../lambda.ts';
import { alertOnItems } from './alert.ts';
import { alertOnRefused } from './alert-refused.ts';
import { deliver } from './deliver.ts';
import { queueNotices } from './queue.ts';

interface Dependencies {
  cases: Cases;
  items: Items;
  refusedItems: RefusedItems;
  rosters: Rosters;
  mailboxes: Mailboxes;
  deliveries: Deliveries;
  sms: Sms;
  office: Office;
  regulation: Regulation;
  now: () => string;
  wakeAt: (at: string) => void;
  onProblem: (what: string, error: unknown) => void;
}

const DAY = 24 * 60 * 60 * 1000;
/** The roster as it stood a day before `now`, if there was one. */
const dayBefore = async (rosters: Rosters, now: string): Promise<Roster[]> => {
  const then = new Date(Date.parse(now) - DAY).toISOString();
  const version = (await rosters.history()).findLast(({ changedAt }) => changedAt <= then);
  return version === undefined ? [] : [version.roster];
};

/**
 * Puts what one case has to tell into the mailboxes; returns those in which something of it may go by now, and what is for nobody.
 * What has to wait (by night, till the morning) is looked at then: else each of many cases would look at all that waits.
 */
const createQueue =
  ({ rosters, mailboxes, now, wakeAt, onProblem }: Dependencies) =>
  async (state: CaseState): Promise<{ boxes: string[]; log: OfCase[] }> => {
    const { caseId } = state;
    const regulation = regulationOfCase(state);
    const pending = Object.values(state.pendingNotices);
    const before = pending.some(({ person }) => person !== undefined) ? await dayBefore(rosters, now()) : [];
    const roster = rosterIn(await rosters.read());
    const queueing = { mailboxes, regulation, rosters: { roster, before }, now: now() };
    const { waiting, toNobody } = await queueNotices(queueing, state);
    // The case has a telephone task for it; that a role has nobody is the operators' matter.
    for (const { role } of toNobody)
      onProblem(`${caseId} ${roleName(regulation, role)}`, new Error('名册中没有可通知的人'));
    const at = now();
    for (const each of waiting) if (each.at > at) wakeAt(each.at);
    const ready = waiting.filter((each) => each.at <= at);
    return {
      boxes: [...new Set(ready.map(({ mobile }) => mailboxes.boxOf(mobile)))],
      log: toNobody.map((handOver) => ({ caseId, handOver })),
    };
  };

/**
 * Sends what a case has to tell, or without a case whatever may be sent by now, and records what became of it. One text a person
 * and minute over all cases. Cut off anywhere, the next call goes on; see deliveries.ts.
 */
const createNotifyPeople = (dependencies: Dependencies) => {
  const { cases, mailboxes, now } = dependencies;
  const queue = createQueue(dependencies);
  const looking = new Set<string>();
  return async ({ caseId }: z.infer<typeof NotifyInput>): Promise<{ handedOver: number }> => {
    const states = new Map<string, Promise<CaseState | null>>();
    const load = (id: string): Promise<CaseState | null> => {
      const known = states.get(id) ?? cases.load(id);
      states.set(id, known);
      return known;
    };
    const state = caseId === undefined ? null : await load(caseId);
    const queued = state === null ? { boxes: [], log: [] } : await queue(state);
    if (caseId === undefined) {
      await alertOnItems(dependencies);
      await alertOnRefused(dependencies);
    }
    const boxes = caseId === undefined ? await mailboxes.due(now()) : queued.boxes;
    const results = await settleEach(boxes, (box) => deliver({ ...dependencies, load, looking }, box));
    const delivered = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const outcome = together([{ log: queued.log, done: [] }, ...delivered]);
    await recordTexts(dependencies, outcome);
    // One that failed must not undo the others; thrown last, so that it is tried again.
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return { handedOver: outcome.log.filter(({ handOver }) => handOver.status === 'handedOver').length };
  };
};

export const notifyPeople = (parts: PartsOf<typeof createNotifyPeople>) =>
  task(NotifyInput, createNotifyPeople(parts));
