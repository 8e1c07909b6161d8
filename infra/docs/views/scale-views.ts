import type { LevelView, ScaleView } from '../../../shared/contracts/regulation-view/view.ts';
import { citations, withoutLimit } from '../../../shared/regulations/lookup.ts';
import type { Level, Regulation, Scale } from '../../../shared/regulations/schema.ts';
import { conditionText } from './condition-text.ts';
import { levelNamed, namedIn, rolesNamed } from './lookup.ts';

const levelViewOf = (regulation: Regulation, level: Level): LevelView => ({
  id: level.id,
  name: level.name,
  short: level.short,
  colour: level.colour,
  definition: level.definition,
  lead: level.lead === null ? null : rolesNamed(regulation, [level.lead])[0]!,
  clocked: level.clocked,
  basis: level.basis,
  withoutLimit: withoutLimit(regulation, level.id),
  unlimited: level.unlimited ?? null,
  overlay: level.overlay === undefined ? null : namedIn(regulation.flags, level.overlay),
  clauses: citations(regulation, level.cite),
});

/** A scale with its levels from the lowest to the gravest. */
export const scaleViewOf = (
  regulation: Regulation,
  { id, name, use, levels, ...scale }: Scale,
): ScaleView => ({
  id,
  name,
  use,
  levels: [...levels]
    .sort((one, other) => one.rank - other.rank)
    .map((level) => levelViewOf(regulation, level)),
  defaults: scale.defaults.map(({ when, level, reason, cite }) => ({
    when: conditionText(regulation, when),
    level: levelNamed(regulation, level),
    reason,
    clauses: citations(regulation, cite),
  })),
  clauses: citations(regulation, scale.cite),
});
