import type { Regulation } from '../../../shared/regulations/schema.ts';
import { dayProblems } from './duties/days.ts';
import { dutyProblems } from './duties/duties.ts';
import { fulfilmentProblems } from './duties/fulfilments.ts';
import { limitProblems } from './duties/limits.ts';
import { startProblems } from './duties/starts.ts';
import { idProblems } from './form/ids.ts';
import { commandProblems } from './people/commands.ts';
import { ladderProblems, periodProblems } from './people/ladders.ts';
import { roleProblems } from './people/roles.ts';
import { routingProblems } from './people/routing.ts';
import type { Problem } from './problem.ts';
import { unknownReferences } from './references.ts';
import { scaleProblems } from './scales/scales.ts';
import { settingProblems } from './scales/settings.ts';
import { clauseProblems } from './text/clauses.ts';
import { sourceProblems } from './text/sources.ts';
import { textProblems } from './text/texts.ts';

/** Everything in the data that could not work, or would work on nothing; empty when it is sound. */
export const problemsOf = (regulation: Regulation): Problem[] =>
  [
    idProblems,
    unknownReferences,
    clauseProblems,
    roleProblems,
    routingProblems,
    scaleProblems,
    sourceProblems,
    settingProblems,
    limitProblems,
    dayProblems,
    dutyProblems,
    startProblems,
    fulfilmentProblems,
    commandProblems,
    ladderProblems,
    periodProblems,
    textProblems,
  ].flatMap((check) => check(regulation));
