import type { Actor } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { RequestError } from '../contracts/errors.ts';
import type { Cases } from '../records/cases.ts';
import type { Numbers } from '../records/numbers/numbers.ts';
import { regulationOfCase } from '../regulations/index.ts';
import type { Regulation } from '../regulations/schema.ts';
import type { CaseCommand } from '../rules/decide.ts';
import type { OpenCaseFacts } from '../rules/phases/open.ts';
import { yearOf } from '../time/instants.ts';
import type { Consulted } from './change-case.ts';
import type { Office } from './office.ts';

interface Dependencies {
  cases: Cases;
  numbers: Numbers;
  office: Office;
  regulation: Regulation;
  now: () => string;
}

/** `LZ2026-0001`: ASCII, since it names executions. */
export const caseIdOf = ({ numbering }: Regulation, year: number, number: number): string =>
  `${numbering.case}${year}-${String(number).padStart(4, '0')}`;
/** `雷市监舆督〔2026〕1号`; only a bureau whose text has 督办通知 issues any. */
const orderNumberOf = ({ numbering }: Regulation, year: number, number: number): string =>
  `${numbering.supervisionOrder ?? ''}〔${year}〕${number}号`;
/** What may issue a supervision order: its signature, or without one where the bureau's setting lets it. */
type Ordering = Extract<
  CaseCommand,
  { type: 'EnforceStage' | 'DraftSupervisionOrder' | 'SignSupervisionOrder' }
>;
const withNumber = <C extends Ordering>(command: C, orderNumber: string): C & { orderNumber: string } => ({
  ...command,
  orderNumber,
});
/** In no series: with it the rules are asked. */
const NO_NUMBER = 0;
/** With it the rules are asked, and it reads well in what would be written. */
const UNNUMBERED_ORDER = '(签发时编号)';

/** A case that is to be opened under a key of its own, by which a repeat is known. */
export interface Opening {
  actor: Actor;
  facts: Omit<OpenCaseFacts, 'caseId'>;
  year: number;
  key: string;
}

/**
 * Numbers of the yearly series (办法第三十三条 ②: 统一编号归档). The rules are asked first: what they refuse takes none. What
 * was taken and is in no log, since its taker died or was refused after all, is taken up by the next.
 */
export const createNumbering = ({ cases, numbers, office, regulation, now }: Dependencies) => {
  const consultOpening = ({ actor, facts }: Pick<Opening, 'actor' | 'facts'>): Promise<Consulted> =>
    office.consult(null, actor, { ...facts, caseId: caseIdOf(regulation, 0, NO_NUMBER) });
  const requireAllowed = async (opening: Opening): Promise<void> => {
    const { refusal } = await consultOpening(opening);
    if (refusal !== null) throw new RequestError(refusal.code, refusal.message);
  };
  /** Undefined: it would issue none. */
  const consultIssuing = async (
    state: CaseState,
    actor: Actor,
    command: Ordering,
  ): Promise<Consulted | undefined> => {
    const consulted = await office.consult(state, actor, withNumber(command, UNNUMBERED_ORDER));
    return consulted.events.some(({ type }) => type === 'SupervisionOrderIssued') ? consulted : undefined;
  };
  const takeForCase = async ({ year, key }: Opening): Promise<string> => {
    const isUsed = async (number: number): Promise<boolean> =>
      (await cases.load(caseIdOf(regulation, year, number))) !== null;
    return caseIdOf(regulation, year, await numbers.allocate('case', year, key, { now: now(), isUsed }));
  };
  return {
    /** The case that was opened under this key. Without a log the number's taker was cut off: the key takes it up again. */
    openedUnder: async (year: number, key: string): Promise<CaseState | null> => {
      const number = await numbers.find('case', year, key);
      return number === undefined ? null : cases.load(caseIdOf(regulation, year, number));
    },
    /** What the rules say to an opening, and to what may issue a 督办通知, without a number: none is taken. */
    consultOpening,
    consultOrder: async (state: CaseState, actor: Actor, command: Ordering): Promise<Consulted> =>
      (await consultIssuing(state, actor, command)) ?? office.consult(state, actor, command),
    /** Throws a RequestError when the rules refuse the opening. */
    requireAllowed,
    /** The number for an opening that the rules allow. */
    takeForCase,
    /** Both: the number for a new case. */
    forCase: async (opening: Opening): Promise<string> => {
      await requireAllowed(opening);
      return takeForCase(opening);
    },
    /** The cases of a year by their numbers, whatever the board shows: see Numbers.lookAfter. */
    lookAfter: (
      part: { year: number; after: number; most: number },
      lookUp: (caseId: string, hadLog: boolean) => Promise<boolean | undefined>,
    ): Promise<number[]> =>
      numbers.lookAfter({ name: 'case', ...part }, now(), (number, hadLog) =>
        lookUp(caseIdOf(regulation, part.year, number), hadLog),
      ),
    /** The command with a number for the supervision order that it would issue; as it is when it would issue none. `key`: of what it is about. */
    withOrder: async <C extends Ordering>(
      state: CaseState,
      actor: Actor,
      command: C,
      key: string,
    ): Promise<C & { orderNumber?: string }> => {
      const { caseId } = state;
      const own = regulationOfCase(state);
      const year = yearOf(now(), own.zone);
      if ((await consultIssuing(state, actor, command)) === undefined) return command;
      const isUsed = async (number: number, holder = ''): Promise<boolean> =>
        (await cases.load(holder))?.orders.some(
          ({ issued }) => issued?.number === orderNumberOf(own, year, number),
        ) ?? false;
      // What is ordered again after 作废 is another order: a number that was issued is used.
      const about = command.type === 'SignSupervisionOrder' ? key : `${key}#${state.orders.length}`;
      const number = await numbers.allocate('supervision', year, `${caseId}#${about}`, {
        now: now(),
        caseId,
        isUsed,
      });
      return withNumber(command, orderNumberOf(own, year, number));
    },
  };
};
export type Numbering = ReturnType<typeof createNumbering>;
