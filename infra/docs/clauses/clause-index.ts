import { citations } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Evidence, RehearsalFile, Source } from './evidence.ts';
import type { ListId } from './lists.ts';
import { clauseIn, plain } from './named.ts';
import type { Rule } from './rule.ts';
import { rulesOf } from './rules.ts';

/** A clause and everything that rests on it. `npm run regulation -- <bureau> --clause <clause> --json` prints it. */
export interface ClauseEntry {
  bureau: string;
  clause: string;
  /** As people find it in its text; several clauses may have the same. */
  name: string;
  short: string;
  quote: string;
  /** Why no rule of the software rests on it; null: one does. */
  informs: string | null;
  rules: Omit<Rule, 'cite'>[];
  /** The rehearsals in which one of its duties runs, one of its ids is used, or which name it. */
  rehearsals: Source[];
  /** The tests whose title begins with bureau and clause. */
  tests: Source[];
}

/** Lists whose ids a step of a rehearsal uses. */
const USED: ReadonlySet<ListId> = new Set<ListId>([
  'actions',
  'decisions',
  'documents',
  'publicationForms',
  'reportKinds',
  'sources',
]);

/** Whether a duty of the clause runs in the rehearsal, at a level at which it rests on the clause. */
const runs = ({ duties }: Regulation, clause: string, { timeline }: RehearsalFile): boolean =>
  duties.some(
    ({ id, terms }) =>
      timeline.has(id) &&
      terms.some(({ levels, cite }) => cite.includes(clause) && levels.some((level) => timeline.has(level))),
  );

const sourceOf = ({ file, title }: Source): Source => ({ file, title });

/** Every clause of a regulation with what rests on it, in the order of the text. */
export const clauseIndex = (regulation: Regulation, { rehearsals, titles }: Evidence): ClauseEntry[] => {
  const clauses = Object.keys(regulation.clauses);
  const rules = rulesOf(regulation);
  const played = rehearsals.filter(({ bureau }) => bureau === regulation.id);
  const tests = Map.groupBy(titles, ({ title }) => clauseIn(title, regulation.id, clauses));
  return citations(regulation, clauses).map((cited) => {
    const { clause } = cited;
    const resting = rules.filter(({ cite }) => cite.includes(clause));
    const used = resting.filter(({ list }) => USED.has(list)).map(({ id }) => id);
    const shows = (rehearsal: RehearsalFile): boolean =>
      plain(rehearsal.about).includes(plain(clause)) ||
      used.some((id) => rehearsal.said.has(id)) ||
      runs(regulation, clause, rehearsal);
    return {
      bureau: regulation.id,
      ...cited,
      informs: regulation.informs.find((each) => each.clause === clause)?.reason ?? null,
      rules: resting.map(({ cite: _, ...rule }) => rule),
      rehearsals: played.filter(shows).map(sourceOf),
      tests: tests.get(clause) ?? [],
    };
  });
};
