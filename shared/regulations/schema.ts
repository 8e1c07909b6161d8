// The form of a regulation's data: whoever needs a part of it takes it from here.
export { Action, Flag } from './schema/acts.ts';
export { Condition, Duration, InstantId } from './schema/basics.ts';
export { Anchor, type DraftSource, Duty, Fulfilment, Ladder, Limit, Term } from './schema/duties.ts';
export { Grading } from './schema/grading.ts';
export type { Parts } from './schema/parts.ts';
export { Gate, Occasion, type Role } from './schema/people.ts';
export { Regulation, type RegulationData } from './schema/regulation.ts';
export { Level, Scale } from './schema/scales.ts';
export type { Setting } from './schema/settings.ts';
