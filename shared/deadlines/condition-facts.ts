import type { Segment } from '../case/state/segment.ts';
import type { CaseState } from '../case/state.ts';
import { unitsOf } from '../case/units.ts';
import type { ConditionFacts } from '../regulations/conditions.ts';
import { settingsOf } from '../regulations/lookup.ts';
import { levelsUpTo, rankOn, ratingsOf } from '../regulations/ratings.ts';
import type { Regulation } from '../regulations/schema.ts';

type Rated = Pick<CaseState, 'sources' | 'flags' | 'warningLevel' | 'ratings' | 'unit' | 'units'>;
/** How a person rated it. What was said at another level does not take away what the present one brings by itself. */
const givenRatings = (regulation: Regulation, state: Rated): Record<string, string> => {
  const facts = bareFacts(regulation, state);
  const byDefault = ratingsOf(regulation, {}, facts);
  return Object.fromEntries(
    Object.entries(state.ratings).flatMap(([id, { level, warning }]) => {
      const brought = byDefault[id]?.level;
      const isOld = warning !== state.warningLevel && brought !== undefined;
      return isOld && rankOn(regulation, id, brought) > rankOn(regulation, id, level) ? [] : [[id, level]];
    }),
  );
};

/** What the scales beside the first say of the case: as a person rated it, else as the regulation's defaults. */
export const ratingsOfCase = (regulation: Regulation, state: Rated) =>
  ratingsOf(regulation, givenRatings(regulation, state), bareFacts(regulation, state));

const bareFacts = (regulation: Regulation, state: Rated): ConditionFacts => ({
  sources: state.sources.map(({ kind }) => kind),
  flags: state.flags,
  warningLevel: state.warningLevel,
  units: unitsOf(state).length,
  settings: settingsOf(regulation),
});

/** A state never changes, and its schedule asks for its facts once for every term. */
const known = new WeakMap<Rated, { regulation: Regulation; facts: ConditionFacts }>();

/** What the regulation's conditions may ask of the case. */
export const factsOf = (regulation: Regulation, state: Rated): ConditionFacts => {
  const before = known.get(state);
  if (before?.regulation === regulation) return before.facts;
  const facts = {
    ...bareFacts(regulation, state),
    ratings: levelsUpTo(regulation, ratingsOfCase(regulation, state)),
  };
  known.set(state, { regulation, facts });
  return facts;
};

/** The same of a stretch of the case: its own warning level, what else is known now. */
export const factsIn = (regulation: Regulation, state: Rated, { warning }: Segment): ConditionFacts => {
  if (warning === state.warningLevel) return factsOf(regulation, state);
  const then = { ...state, warningLevel: warning };
  return { ...bareFacts(regulation, then), ratings: levelsUpTo(regulation, ratingsOfCase(regulation, then)) };
};
