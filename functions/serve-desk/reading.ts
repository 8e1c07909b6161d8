import * as z from 'zod/mini';
import type { CaseState } from '../../shared/case/state.ts';
import type { ActsReply } from '../../shared/contracts/replies/acts.ts';
import type {
  MeReply,
  ReadsReply,
  RefusalsReply,
  RegulationReply,
} from '../../shared/contracts/replies/bureau.ts';
import type { TextListReply } from '../../shared/contracts/replies/registers.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import type { Finder } from '../../shared/records/lists/finder.ts';
import type { Reads } from '../../shared/records/register/reads.ts';
import { type Refusals, refusalsOn } from '../../shared/records/register/refusals.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { type Reading, readsLost, refuseReading, refuseStranger } from '../../shared/rules/reading/cases.ts';
import { readsNumbers } from '../../shared/rules/reading/roster.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import { type HttpEvent, queryOf } from '../http.ts';
import { caseIdIn } from './case-id.ts';
import type { Identities } from './identity.ts';
import type { Pages } from './lists/page.ts';
import { type Sight, throwIfRefused } from './sight.ts';
import { actsView } from './views/acts.ts';
import { meView } from './views/bureau/me.ts';
import { refusalView } from './views/bureau/refusals.ts';
import { caseView } from './views/case.ts';
import { type LogRead, logView } from './views/log.ts';
import { readView } from './views/reads.ts';
import { scheduleView } from './views/schedule.ts';
import { toldIn } from './views/told.ts';

/** The regulation that the first entry of a log names. */
const OpenedUnder = z.object({ regulation: z.object({ id: z.string(), version: z.string() }) });

/** A case as it is shown, by the regulation that it was opened under. */
export const showCase = (
  state: CaseState,
  now: string,
  reading: Reading,
  suspects: ReadonlySet<string> = new Set(),
) => caseView(regulationOfCase(state), state, now, { numbers: readsNumbers(reading), reading, suspects });

/** What is read of cases. Each throws CaseNotFound for a case that is not there. */
interface CaseReadingDependencies {
  identities: Pick<Identities, 'actor'>;
  /** Why he may not act, where only who stands in the roster may. */
  refuseHolder: (reading: Reading) => Refusal | undefined;
  cases: Cases;
  reads: Reads;
  sight: Sight;
  pages: Pages;
  regulation: Regulation;
  now: () => string;
}
export const createCaseReading = ({
  identities,
  refuseHolder,
  cases,
  reads,
  sight,
  pages,
  regulation,
  now,
}: CaseReadingDependencies) => {
  const readCase = (event: HttpEvent, reading: Reading): Promise<CaseState> =>
    sight.readCase(reading, caseIdIn(event));
  const proveLog = async (caseId: string): Promise<LogRead & { own: Regulation }> => {
    const proof = await cases.prove(caseId);
    // A log is shown as far as it goes, also where its case cannot be.
    const opened = proof.evidence[0]?.stored.events[0];
    if (opened === undefined && proof.kept.length === 0) throw new CaseNotFound(caseId);
    const own = OpenedUnder.safeParse(opened);
    return { ...proof, isProved: true, own: own.success ? regulationOfCase(own.data) : regulation };
  };
  const newest = async (state: CaseState, after: number): Promise<LogRead & { own: Regulation }> => ({
    evidence: await cases.newer(state.caseId, after),
    ...{ findings: [], kept: [], isProved: false, own: regulationOfCase(state) },
  });
  return {
    one: async (event: HttpEvent, reading: Reading) => {
      const state = await readCase(event, reading);
      return showCase(state, now(), reading, await sight.suspectsSeen(reading, state));
    },
    schedule: async (event: HttpEvent, reading: Reading) => {
      const state = await readCase(event, reading);
      return scheduleView(regulationOfCase(state), state, now(), reading.roster);
    },
    /** `?after=`: the entries after that version alone, without folding what was before. */
    log: async (event: HttpEvent, reading: Reading) => {
      const caseId = caseIdIn(event);
      const { after, ...page } = queryOf('GET /v1/cases/{case}/log', event);
      // What cannot be shown has a log all the same.
      const isLost = readsLost(reading) && (await sight.isLost(caseId));
      const state = isLost ? undefined : await readCase(event, reading);
      const read =
        state === undefined || after === undefined ? await proveLog(caseId) : await newest(state, after);
      const shown = logView(read.own, caseId, read, { numbers: readsNumbers(reading) });
      const rows = shown.entries.filter(({ version }) => version > (after ?? 0));
      const asked = { list: 'log', case: caseId, ...(after === undefined ? {} : { after: `${after}` }) };
      const entries = await pages.pageAmong(asked, page, rows);
      return { ...shown, entries: entries.rows, next: entries.next };
    },
    /** What he may do to it, in the post in which he acts. Throws POST_NOT_CHOSEN (422). */
    acts: async (event: HttpEvent, reading: Reading): Promise<ActsReply> => {
      identities.actor(event);
      const state = await readCase(event, reading);
      const { roster, who } = reading;
      const context = { regulation: regulationOfCase(state), roster, actor: who.actor, now: now() };
      return actsView(context, state, refuseHolder(reading));
    },
    /** What was said to whom, when, and what became of it. */
    texts: async (event: HttpEvent, reading: Reading): Promise<TextListReply> => {
      const state = await readCase(event, reading);
      const { caseId } = state;
      const told = toldIn(regulationOfCase(state), await cases.log(caseId));
      const page = queryOf('GET /v1/cases/{case}/texts', event);
      const { rows, next } = await pages.pageAmong({ list: 'texts', case: caseId }, page, told);
      return { case: caseId, texts: rows, next };
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

/** What is read of the bureau itself. */
export const createBureauReading = ({
  identities,
  refusals,
  finder,
  pages,
  regulation,
  now,
}: {
  identities: Pick<Identities, 'reader'>;
  refusals: Refusals;
  finder: Finder;
  pages: Pages;
  regulation: Regulation;
  now: () => string;
}) => ({
  /** Who speaks, and what he may do: for whoever is let in. */
  me: async (event: HttpEvent, reading: Reading): Promise<MeReply> =>
    meView(reading, identities.reader(event)),
  /** For every post of the bureau. */
  regulation: async (_: HttpEvent, reading: Reading): Promise<RegulationReply> => {
    throwIfRefused(refuseStranger(reading));
    return regulation;
  },
  /** `?day=`, UTC; today when it is left out. Throws INVALID (422). */
  refusals: async (event: HttpEvent, reading: Reading): Promise<RefusalsReply> => {
    throwIfRefused(refuseReading(reading, 'ReadRefusals'));
    const { cursor, limit, day = now().slice(0, 10), code, feed } = queryOf('GET /v1/refusals', event);
    const { rows, next } = await pages.readPage(
      { list: 'refusals', day, code, feed },
      { cursor, limit },
      {},
      {
        walk: finder.union([refusalsOn(day)]),
        show: async (place) => {
          const record = await refusals.find(day, place);
          const shown = record === undefined ? [] : [refusalView(regulation, day, record)];
          return shown.filter(
            (each) =>
              (code === undefined || each.code === code) && (feed === undefined || each.feed === feed),
          );
        },
      },
    );
    return { day, refusals: rows, next };
  },
});
