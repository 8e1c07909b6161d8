import * as z from 'zod/mini';
import type { Actor } from '../../shared/case/events.ts';
import type { CaseState } from '../../shared/case/state.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { readMoment, ZONE } from '../../shared/contracts/instants.ts';
import type { RegulationReply } from '../../shared/contracts/replies/bureau.ts';
import type { CaseListReply } from '../../shared/contracts/replies/case.ts';
import type { ItemListReply } from '../../shared/contracts/replies/items.ts';
import { isStillOwed, scheduleCase } from '../../shared/deadlines/schedule.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import type { Items } from '../../shared/records/items.ts';
import { EntryUnreadable } from '../../shared/records/log/chain.ts';
import type { Refusals } from '../../shared/records/refusals.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { whoIs } from '../../shared/rules/persons.ts';
import { tasksOf } from '../../shared/rules/tasks/tasks-of.ts';
import { damagedText, type HttpEvent, pathPart } from '../http.ts';
import { caseIdIn, createFindCase } from './find-case.ts';
import { caseView } from './views/case.ts';
import { itemRow, itemView } from './views/item.ts';
import { logView } from './views/log.ts';
import { refusalsView } from './views/refusals.ts';
import { rowView } from './views/row.ts';
import { scheduleView } from './views/schedule.ts';
import { taskView } from './views/task.ts';

/** Archived cases pile up over the years: a list shows the latest. */
const SHOWN_ARCHIVED = 200;
const SHOWN_ITEMS = 200;
const LONGEST_ITEM_KEY = 300;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The regulation that the first entry of a log names. */
const OpenedUnder = z.object({ regulation: z.object({ id: z.string(), version: z.string() }) });

/** A case as it is shown, by the regulation that it was opened under. */
export const showCase = (state: CaseState, now: string) => caseView(regulationOfCase(state), state, now);

/** What is 已结报·尚欠上报 stands among the open cases too: something is still to be done in it. */
const isListed = (state: CaseState, status: string): boolean =>
  state.status === status ||
  (status === 'open' && state.status === 'concluded' && isStillOwed(regulationOfCase(state), state));

/** Something is owed by then, also what is overdue and waits only for its next reminder. */
const isDue = (state: CaseState, before: string): boolean =>
  scheduleCase(regulationOfCase(state), state).duties.some(
    ({ status, current }) => status === 'open' && current.due !== null && current.due <= before,
  );

/** `?state=&due-before=` of the list. Throws INVALID (422). */
const readFilter = (event: HttpEvent): { state: string; before: string | undefined } => {
  const { state = 'open', 'due-before': dueBefore } = event.queryStringParameters ?? {};
  if (!['open', 'concluded', 'archived'].includes(state))
    throw new RequestError('INVALID', 'state 只能是 open、concluded 或 archived');
  if (dueBefore === undefined) return { state, before: undefined };
  const before = readMoment(dueBefore, ZONE);
  if ('text' in before) throw new RequestError('INVALID', 'due-before 不是有效的日期时间');
  return { state, before: before.at };
};

/** What is read of cases. Each throws CaseNotFound for a case that is not there. */
interface CaseReadingDependencies {
  cases: Cases;
  rosters: Rosters;
  regulation: Regulation;
  now: () => string;
}
export const createCaseReading = ({ cases, rosters, regulation, now }: CaseReadingDependencies) => {
  const findCase = createFindCase(cases);
  /** The cases, and those of which an entry cannot be read: one does not take down the others. */
  const loadEach = async (caseIds: readonly string[]) => {
    const damaged: CaseListReply['damaged'] = [];
    const loaded = await mapEach(caseIds, async (caseId) => {
      try {
        return await cases.load(caseId);
      } catch (error) {
        if (!(error instanceof EntryUnreadable)) throw error;
        damaged.push({ case: caseId, entry: error.version, text: damagedText(error) });
        return null;
      }
    });
    return [loaded.flatMap((each) => each ?? []), damaged] as const;
  };
  return {
    list: async (event: HttpEvent, actor: Actor): Promise<CaseListReply> => {
      const { state, before } = readFilter(event);
      // The index finds the cases; what is shown of each is read from its own record.
      const found = [
        ...(await cases.open()),
        ...(state === 'archived'
          ? (await cases.archived({ newestFirst: true, most: SHOWN_ARCHIVED })).reverse()
          : []),
      ];
      const [loaded, damaged] = await loadEach(found.map(({ caseId }) => caseId));
      const states = loaded.filter(
        (each) => isListed(each, state) && (before === undefined || isDue(each, before)),
      );
      const roster = rosterIn(await rosters.read());
      const mine = loaded
        .filter(({ status }) => status !== 'archived')
        .map((each) => ({ regulation: regulationOfCase(each), state: each }));
      return {
        cases: states.map((each) => rowView(regulationOfCase(each), each, now())),
        damaged,
        tasks: tasksOf(whoIs(roster, actor), mine, { roster, now: now() }).map((task) =>
          taskView(regulation, task),
        ),
      };
    },
    one: async (event: HttpEvent) => showCase(await findCase(event), now()),
    schedule: async (event: HttpEvent) => {
      const state = await findCase(event);
      return scheduleView(regulationOfCase(state), state, now());
    },
    log: async (event: HttpEvent) => {
      const caseId = caseIdIn(event);
      const proof = await cases.prove(caseId);
      // A log is shown as far as it goes, also where its case cannot be.
      const opened = proof.evidence[0]?.stored.events[0];
      if (opened === undefined && proof.kept.length === 0) throw new CaseNotFound(caseId);
      const own = OpenedUnder.safeParse(opened);
      return logView(own.success ? regulationOfCase(own.data) : regulation, caseId, proof);
    },
  };
};

/** What is read of items. */
export const createItemReading = ({ items, regulation }: { items: Items; regulation: Regulation }) => ({
  list: async (): Promise<ItemListReply> => {
    const keys = await items.onBoard('routine', { newestFirst: true, most: SHOWN_ITEMS });
    const found = await items.findEach(keys.reverse());
    return { items: found.map((item) => itemRow(regulation, item)) };
  },
  /** Throws ITEM_UNKNOWN (404). */
  one: async (event: HttpEvent) => {
    const [feed, id] = [pathPart(event, 'feed'), pathPart(event, 'item')];
    const found = feed.length + id.length > LONGEST_ITEM_KEY ? undefined : await items.find(feed, id);
    if (found === undefined) throw new RequestError('ITEM_UNKNOWN', '没有这条舆情信息');
    return itemView(regulation, found);
  },
});

/** What is read of the bureau itself. */
export const createBureauReading = ({
  refusals,
  regulation,
  now,
}: {
  refusals: Refusals;
  regulation: Regulation;
  now: () => string;
}) => ({
  regulation: async (): Promise<RegulationReply> => regulation,
  /** `?day=`, UTC; today when it is left out. Throws INVALID (422). */
  refusals: async (event: HttpEvent) => {
    const day = event.queryStringParameters?.day ?? now().slice(0, 10);
    if (!DAY.test(day)) throw new RequestError('INVALID', 'day 应为 2026-03-02 这样的日期');
    return refusalsView(regulation, day, await refusals.list(day));
  },
});
