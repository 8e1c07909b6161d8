import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { citations } from '../../../shared/regulations/lookup.ts';
import type { Gate, Regulation } from '../../../shared/regulations/schema.ts';
import { commandNamed } from './command-names.ts';
import { conditionText } from './condition-text.ts';
import { allNamedIn, levelsNamed, namedIn, rolesNamed } from './lookup.ts';

type ApprovalView = RegulationView['approvals'][number];

const stepViewOf = (regulation: Regulation, id: string): ApprovalView['steps'][number][number] => {
  const by = regulation.actions.find((action) => action.id === id)?.by;
  return { ...namedIn(regulation.actions, id), by: by === undefined ? null : rolesNamed(regulation, by) };
};

/** What has to be approved or told first, before something may be done. */
export const approvalViewOf = (regulation: Regulation, gate: Gate): ApprovalView => ({
  id: gate.id,
  name: gate.name,
  commands: gate.on.map(commandNamed),
  publications:
    gate.publications === undefined ? null : allNamedIn(regulation.publicationForms, gate.publications),
  papers: gate.papers === undefined ? null : allNamedIn(regulation.documents, gate.papers),
  levels: levelsNamed(regulation, gate.levels),
  whilePlan: gate.whilePlan,
  when: gate.when === undefined ? null : conditionText(regulation, gate.when),
  steps: (gate.steps ?? [gate.needs ?? []]).map((step) => step.map((id) => stepViewOf(regulation, id))),
  anyOf: gate.steps === undefined,
  clauses: citations(regulation, gate.cite),
});

export const forbiddenViewsOf = (regulation: Regulation): RegulationView['forbiddenChannels'] =>
  regulation.forbiddenChannels.map(({ channels, when, cite }) => ({
    channels: allNamedIn(regulation.channels, channels),
    when: conditionText(regulation, when),
    clauses: citations(regulation, cite),
  }));

export const authorityViewsOf = (regulation: Regulation): RegulationView['authorities'] =>
  regulation.authorities.map(({ command, levels, roles, cite }) => ({
    command: commandNamed(command),
    levels: levelsNamed(regulation, levels),
    roles: rolesNamed(regulation, roles),
    clauses: citations(regulation, cite),
  }));
