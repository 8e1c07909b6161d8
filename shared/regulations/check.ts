import { clauseProblems } from './check-clauses.ts';
import { commandProblems } from './check-commands.ts';
import { dutyProblems } from './check-duties.ts';
import { fulfilmentProblems } from './check-fulfilments.ts';
import { idProblems } from './check-ids.ts';
import { ladderProblems, periodProblems } from './check-ladders.ts';
import { limitProblems } from './check-limits.ts';
import { roleProblems } from './check-roles.ts';
import { scaleProblems } from './check-scales.ts';
import { settingProblems } from './check-settings.ts';
import { sourceProblems } from './check-sources.ts';
import { startProblems } from './check-starts.ts';
import type { Problem } from './problem.ts';
import { unknownReferences } from './references.ts';
import type { Regulation } from './schema.ts';

/** Everything in the data that could not work, or would work on nothing; empty when it is sound. */
export const problemsOf = (regulation: Regulation): Problem[] =>
  [
    idProblems,
    unknownReferences,
    clauseProblems,
    roleProblems,
    scaleProblems,
    sourceProblems,
    settingProblems,
    limitProblems,
    dutyProblems,
    startProblems,
    fulfilmentProblems,
    commandProblems,
    ladderProblems,
    periodProblems,
  ].flatMap((check) => check(regulation));
