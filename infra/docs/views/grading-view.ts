import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { citations } from '../../../shared/regulations/lookup.ts';
import type { Grading, Regulation } from '../../../shared/regulations/schema.ts';
import { conditionText } from './condition-text.ts';
import { allNamedIn, levelNamed, namedIn } from './lookup.ts';

type GradingView = RegulationView['grading'];
type FloorView = GradingView['floors'][number];

const floorViewOf = (regulation: Regulation, floor: Grading['floors'][number]): FloorView => ({
  id: floor.id,
  flag: namedIn(regulation.flags, floor.flag),
  beside: allNamedIn(regulation.flags, floor.beside),
  atLeast: levelNamed(regulation, floor.atLeast),
  needsConfirmation: floor.candidate,
  words: floor.words,
  counters: floor.counters.map(({ id, atLeast, mediaTypes }) => ({
    ...namedIn(regulation.grading.heat.counters, id),
    atLeast,
    mediaTypes: mediaTypes === undefined ? null : allNamedIn(regulation.mediaTypes, mediaTypes),
  })),
  reason: floor.reason,
  clauses: citations(regulation, floor.cite),
});

const handlingViewsOf = (regulation: Regulation): GradingView['handling'] =>
  regulation.handling.map(({ id, when, handleAs, unlessRegardedAs, onlyRegardedAs, reason, cite }) => ({
    id,
    when: [
      conditionText(regulation, when),
      ...(onlyRegardedAs === undefined
        ? []
        : [`来源单位认定为${levelNamed(regulation, onlyRegardedAs).name}`]),
    ].join('，'),
    handleAs: levelNamed(regulation, handleAs),
    unlessRegardedAs: unlessRegardedAs === undefined ? null : levelNamed(regulation, unlessRegardedAs),
    reason,
    clauses: citations(regulation, cite),
  }));

const criterionViewOf = (
  regulation: Regulation,
  { id, name, weight, words, cite }: Grading['criteria'][number],
): GradingView['criteria'][number] => ({
  id,
  name,
  weight,
  words: words.map((each) => ({
    value: each.value,
    words: each.words,
    reason: each.reason,
    clauses: citations(regulation, each.cite),
  })),
  clauses: citations(regulation, cite),
});

/** How an item finds its level: by score, by rule, by reference. */
export const gradingViewOf = (regulation: Regulation): GradingView => {
  const { grading } = regulation;
  return {
    decidedBy: grading.decidedBy,
    requireHumanConfirm: grading.requireHumanConfirm,
    clauses: citations(regulation, grading.cite),
    criteria: grading.criteria.map((criterion) => criterionViewOf(regulation, criterion)),
    bands: grading.bands.map(({ level, below }) => ({ level: levelNamed(regulation, level), below })),
    counters: grading.heat.counters.map(({ id, name, steps, basis }) => ({ id, name, steps, basis })),
    floors: grading.floors.map((floor) => floorViewOf(regulation, floor)),
    handling: handlingViewsOf(regulation),
  };
};
