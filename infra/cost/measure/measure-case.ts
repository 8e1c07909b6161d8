import type { Scenario } from '../../local/rehearsal/scenario.ts';
import type { CallRecord } from '../meter/meter.ts';
import { mean, minus, NOTHING, sum, type Usage } from '../meter/usage.ts';
import { type Definitions, play } from './play.ts';

/** What one rehearsal shows about the cost of its case. */
export interface MeasuredCase {
  /** The rehearsal's file, without folder and ending. */
  name: string;
  title: string;
  /** The level by which it was handled in the end, and all those before. */
  level: string;
  levels: string[];
  /** Whether the case was archived by the end: if not, it would have cost more. */
  isClosed: boolean;
  /** From the opening to the archive, or to the end of the rehearsal. */
  days: number;
  /** Everything but the sweeps. */
  usage: Usage;
  /** What a sweep uses more because this case is open. */
  perSweep: Usage;
  /** Looking at the case once, as it is at the end. */
  perView: Usage;
}

const DAY_MILLISECONDS = 86_400_000;
export const isSweep = ({ functionName }: CallRecord): boolean => functionName === 'sweep-cases';
/** How many cases a sweep went through, from its report. */
const casesIn = ({ result }: CallRecord): number => (result as { cases?: number } | undefined)?.cases ?? 0;

/**
 * Measures a rehearsal. `idleSweep`: what a sweep uses when nothing is open. What several cases use cannot be told apart:
 * without exactly one, gives the sentence that says so.
 */
export const measureCase = async (
  name: string,
  scenario: Scenario,
  definitions: Definitions,
  idleSweep: Usage,
): Promise<MeasuredCase | string> => {
  const { run, records, transitions, look } = await play(scenario, definitions);
  const [caseId, ...others] = Object.values(run.cases);
  const state = caseId === undefined ? null : await run.system.cases.load(caseId);
  if (state === null) return `推演 ${name} 没有立案,不计`;
  if (others.length > 0) return `推演 ${name} 有 ${others.length + 1} 件案卷,用量分不清,不计`;
  const until = state.archivedAt ?? scenario.until;
  const sweeps = records.filter((record) => isSweep(record) && casesIn(record) > 0);
  const work = records.filter((record) => !isSweep(record)).map(({ usage }) => usage);
  return {
    name,
    title: scenario.title,
    level: state.handlingLevel,
    levels: state.segments.map(({ level }) => level),
    isClosed: state.status === 'archived',
    days: (Date.parse(until) - Date.parse(state.openedAt)) / DAY_MILLISECONDS,
    usage: sum([...work, { ...NOTHING, transitions }]),
    // The call itself is there without the case.
    perSweep:
      sweeps.length === 0
        ? NOTHING
        : { ...minus(mean(sweeps.map(({ usage }) => usage)), idleSweep), calls: {}, messages: 0 },
    perView: await look(state.caseId),
  };
};
