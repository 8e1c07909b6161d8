import * as z from 'zod/mini';
import type { CaseState } from '../../shared/case/state.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import type { ReadsReply, RegulationReply } from '../../shared/contracts/replies/bureau.ts';
import type { CaseListReply } from '../../shared/contracts/replies/case.ts';
import type { ItemListReply } from '../../shared/contracts/replies/items.ts';
import { isStillOwed, scheduleCase } from '../../shared/deadlines/schedule.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import type { Items } from '../../shared/records/items.ts';
import { EntryUnreadable } from '../../shared/records/log/chain.ts';
import type { Reads } from '../../shared/records/register/reads.ts';
import type { Refusals } from '../../shared/records/register/refusals.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import {
  type Reading,
  readsLost,
  readsOf,
  refuseCase,
  refuseReading,
  refuseStranger,
} from '../../shared/rules/reading/cases.ts';
import { readsNumbers } from '../../shared/rules/reading/roster.ts';
import { tasksOf } from '../../shared/rules/tasks/tasks-of.ts';
import { damagedText, type HttpEvent, pathPart, queryOf } from '../http.ts';
import { caseIdIn } from './case-id.ts';
import { type Sight, throwIfRefused } from './sight.ts';
import { caseView } from './views/case.ts';
import { itemRow, itemView } from './views/item.ts';
import { logView } from './views/log.ts';
import { readView } from './views/reads.ts';
import { refusalsView } from './views/refusals.ts';
import { rowView } from './views/row.ts';
import { scheduleView } from './views/schedule.ts';
import { taskView } from './views/task.ts';

/** Archived cases pile up over the years: a list shows the latest. */
const SHOWN_ARCHIVED = 200;
const SHOWN_ITEMS = 200;
const LONGEST_ITEM_KEY = 300;

/** The regulation that the first entry of a log names. */
const OpenedUnder = z.object({ regulation: z.object({ id: z.string(), version: z.string() }) });

/** A case as it is shown, by the regulation that it was opened under. */
export const showCase = (state: CaseState, now: string, reading: Reading) =>
  caseView(regulationOfCase(state), state, now, { numbers: readsNumbers(reading) });

/** What is 已结报·尚欠上报 stands among the open cases too: something is still to be done in it. */
const isListed = (state: CaseState, status: string): boolean =>
  state.status === status ||
  (status === 'open' && state.status === 'concluded' && isStillOwed(regulationOfCase(state), state));

/** Something is owed by then, also what is overdue and waits only for its next reminder. */
const isDue = (state: CaseState, before: string): boolean =>
  scheduleCase(regulationOfCase(state), state).duties.some(
    ({ status, current }) => status === 'open' && current.due !== null && current.due <= before,
  );

/** What is read of cases. Each throws CaseNotFound for a case that is not there. */
interface CaseReadingDependencies {
  cases: Cases;
  reads: Reads;
  sight: Sight;
  regulation: Regulation;
  now: () => string;
}
export const createCaseReading = ({ cases, reads, sight, regulation, now }: CaseReadingDependencies) => {
  const readCase = (event: HttpEvent, reading: Reading): Promise<CaseState> =>
    sight.readCase(reading, caseIdIn(event));
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
    list: async (event: HttpEvent, reading: Reading): Promise<CaseListReply> => {
      throwIfRefused(refuseReading(reading, 'ReadCases'));
      const { state = 'open', 'due-before': before } = queryOf('GET /v1/cases', event);
      // The index finds the cases; what is shown of each is read from its own record.
      const found = [
        ...(await cases.open()),
        ...(state === 'archived'
          ? (await cases.archived({ newestFirst: true, most: SHOWN_ARCHIVED })).reverse()
          : []),
      ];
      const [all, damaged] = await loadEach(found.map(({ caseId }) => caseId));
      const loaded = all.filter((each) => refuseCase(reading, each) === undefined);
      const states = loaded.filter(
        (each) => isListed(each, state) && (before === undefined || isDue(each, before)),
      );
      const mine = loaded
        .filter(({ status }) => status !== 'archived')
        .map((each) => ({ regulation: regulationOfCase(each), state: each }));
      return {
        cases: states.map((each) => rowView(regulationOfCase(each), each, now())),
        // Of what cannot be read it is not known whose it is, nor whether it is 涉密.
        damaged: readsLost(reading) ? damaged : [],
        tasks: tasksOf(reading.who, mine, { roster: reading.roster, now: now() }).map((task) =>
          taskView(regulation, task),
        ),
      };
    },
    one: async (event: HttpEvent, reading: Reading) =>
      showCase(await readCase(event, reading), now(), reading),
    schedule: async (event: HttpEvent, reading: Reading) => {
      const state = await readCase(event, reading);
      return scheduleView(regulationOfCase(state), state, now());
    },
    log: async (event: HttpEvent, reading: Reading) => {
      const caseId = caseIdIn(event);
      // What cannot be shown has a log all the same.
      if (!(readsLost(reading) && (await sight.isLost(caseId)))) await readCase(event, reading);
      const proof = await cases.prove(caseId);
      // A log is shown as far as it goes, also where its case cannot be.
      const opened = proof.evidence[0]?.stored.events[0];
      if (opened === undefined && proof.kept.length === 0) throw new CaseNotFound(caseId);
      const own = OpenedUnder.safeParse(opened);
      return logView(own.success ? regulationOfCase(own.data) : regulation, caseId, proof, {
        numbers: readsNumbers(reading),
      });
    },
    /** Who has read a 涉密 case: for the head of the office and the leaders. */
    reads: async (event: HttpEvent, reading: Reading): Promise<ReadsReply> => {
      throwIfRefused(refuseReading(reading, 'ReadSecretCases'));
      const caseId = caseIdIn(event);
      if (!(await sight.seesCase(reading, caseId))) throw new CaseNotFound(caseId);
      return { case: caseId, reads: (await reads.list(caseId)).map((read) => readView(regulation, read)) };
    },
  };
};

interface ItemReadingDependencies {
  items: Items;
  sight: Sight;
  regulation: Regulation;
}
/** What is read of items: an item is its case's, else its unit's. */
export const createItemReading = ({ items, sight, regulation }: ItemReadingDependencies) => ({
  list: async (_: HttpEvent, reading: Reading): Promise<ItemListReply> => {
    throwIfRefused(refuseReading(reading, 'ReadCases'));
    const keys = await items.onBoard('routine', { newestFirst: true, most: SHOWN_ITEMS });
    const found = await items.findEach(keys.reverse());
    const own = found.filter(({ unit }) => readsOf(reading, unit));
    return { items: (await mapEach(own, sight.shownItem)).map((item) => itemRow(regulation, item)) };
  },
  /** Throws ITEM_UNKNOWN (404). */
  one: async (event: HttpEvent, reading: Reading) => {
    throwIfRefused(refuseReading(reading, 'ReadCases'));
    const [feed, id] = [pathPart(event, 'feed'), pathPart(event, 'item')];
    const found = feed.length + id.length > LONGEST_ITEM_KEY ? undefined : await items.find(feed, id);
    if (found === undefined || !(await sight.seesItem(reading, found)))
      throw new RequestError('ITEM_UNKNOWN', '没有这条舆情信息');
    // Where it was once, and is no more, may be a case that he may not know of.
    const isShown = found.caseId !== undefined && (await sight.seesCase(reading, found.caseId));
    const item = await sight.shownItem(found);
    const { caseId: _, ...without } = item;
    return itemView(regulation, isShown ? item : without);
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
  /** For every post of the bureau. */
  regulation: async (_: HttpEvent, reading: Reading): Promise<RegulationReply> => {
    throwIfRefused(refuseStranger(reading));
    return regulation;
  },
  /** `?day=`, UTC; today when it is left out. Throws INVALID (422). */
  refusals: async (event: HttpEvent, reading: Reading) => {
    throwIfRefused(refuseReading(reading, 'ReadRefusals'));
    const { day = now().slice(0, 10) } = queryOf('GET /v1/refusals', event);
    return refusalsView(regulation, day, await refusals.list(day));
  },
});
