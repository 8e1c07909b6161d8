import type { SettingView } from '../../../shared/contracts/regulation-view/rules.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { citations, settingsOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation, Setting } from '../../../shared/regulations/schema.ts';
import { readVersion } from '../../../shared/regulations/version.ts';
import { approvalViewOf, authorityViewsOf, forbiddenViewsOf } from './approval-views.ts';
import { dutyViewsOf } from './duty-views.ts';
import { gradingViewOf } from './grading-view.ts';
import { allNamedIn, rolesNamed } from './lookup.ts';
import { partsText } from './parts-text.ts';
import { scaleViewOf } from './scale-views.ts';
import { valueText } from './value-text.ts';

const settingViewOf = (regulation: Regulation, setting: Setting): SettingView => {
  const { id, name, register, required, format, options, note, cite } = setting;
  const value = settingsOf(regulation)[id] ?? null;
  return {
    id,
    name,
    register,
    value,
    valueText: valueText(setting, value),
    required,
    isMissing: required && value === null,
    format: format ?? null,
    options: options ?? [],
    note,
    clauses: citations(regulation, cite),
  };
};

const thingsOf = (
  regulation: Regulation,
  things: readonly { id: string; name: string; cite?: string[] }[],
): RegulationView['flags'] =>
  things.map(({ id, name, cite }) => ({ id, name, clauses: citations(regulation, cite ?? []) }));

/** The things that rules speak of, under the bureau's own names. */
const vocabularyOf = (regulation: Regulation) => ({
  roles: regulation.roles.map(({ id, name, kind, perUnit, above, cite = [] }) => ({
    id,
    name,
    kind,
    perUnit,
    above: above === undefined ? null : rolesNamed(regulation, [above])[0]!,
    clauses: citations(regulation, cite),
  })),
  units: regulation.units,
  sources: regulation.sources.map(({ id, name, from, cite }) => ({
    id,
    name,
    from: from === null ? null : rolesNamed(regulation, [from])[0]!,
    clauses: citations(regulation, cite),
  })),
  flags: thingsOf(regulation, regulation.flags),
  instants: regulation.instants.map(({ id, name, fallback, bounds, cite }) => ({
    id,
    name,
    fallback: allNamedIn(regulation.instants, [...fallback, ...bounds]),
    clauses: citations(regulation, cite),
  })),
});

const peopleOf = (regulation: Regulation) => ({
  routing: regulation.routing.map(({ id, name, to, copies, basis, cite }) => ({
    id,
    name,
    basis,
    to: rolesNamed(regulation, to),
    copies: rolesNamed(regulation, copies),
    clauses: citations(regulation, cite),
  })),
  contacts: regulation.contacts.map(({ to, by, cite }) => ({
    to: rolesNamed(regulation, to),
    by: rolesNamed(regulation, by),
    clauses: citations(regulation, cite),
  })),
  authorities: authorityViewsOf(regulation),
  ladders: regulation.ladders.map(({ rungs, cite, ...ladder }) => ({
    ...ladder,
    rungs: rolesNamed(regulation, rungs),
    clauses: citations(regulation, cite),
  })),
});

/** All that a regulation says, with the bureau's settings: plain Chinese beside ids, every rule with its clauses' words. */
export const viewOf = (regulation: Regulation): RegulationView => {
  const { id, bureau, called, title, version, issuedOn, effectiveOn, zone } = regulation;
  const settings = regulation.settings.map((setting) => settingViewOf(regulation, setting));
  return {
    format: 2,
    ...{ id, bureau, called, title, version, issuedOn, effectiveOn, zone },
    ownVersion: readVersion(version).own,
    issued: citations(regulation, regulation.cite),
    missing: settings.filter(({ isMissing }) => isMissing),
    scales: regulation.scales.map((scale) => scaleViewOf(regulation, scale)),
    duties: dutyViewsOf(regulation, 'law'),
    ownPrompts: dutyViewsOf(regulation, 'bureau'),
    approvals: regulation.gates.map((gate) => approvalViewOf(regulation, gate)),
    forbiddenChannels: forbiddenViewsOf(regulation),
    grading: gradingViewOf(regulation),
    ...peopleOf(regulation),
    documents: regulation.documents.map(({ id: own, name, fields, cite }) => ({
      id: own,
      name,
      fields,
      clauses: citations(regulation, cite),
    })),
    parts: regulation.parts.map((entry) => ({
      ...partsText(regulation, entry),
      basis: entry.basis,
      note: entry.note ?? null,
      clauses: citations(regulation, entry.cite),
    })),
    settings,
    readings: regulation.readings.map(({ id: own, reading, cite }) => ({
      id: own,
      reading,
      clauses: citations(regulation, cite),
    })),
    informs: regulation.informs.map(({ clause, reason }) => ({
      ...citations(regulation, [clause])[0]!,
      reason,
    })),
    ...vocabularyOf(regulation),
    clauses: citations(regulation, Object.keys(regulation.clauses)),
  };
};
