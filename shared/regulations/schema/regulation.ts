import * as z from 'zod';
import { Action, Flag } from './acts.ts';
import { Cite, Condition, Id, InstantId, Named } from './basics.ts';
import { Duty, Ladder } from './duties.ts';
import { Grading, HandlingRule } from './grading.ts';
import { Parts } from './parts.ts';
import { Authority, Gate, Role, Routing } from './people.ts';
import { Scale } from './scales.ts';
import { Setting } from './settings.ts';

export const Regulation = z.strictObject({
  id: Id,
  bureau: z.string(),
  /** What the bureau calls its rules: 办法, 预案, 制度. */
  called: z.string().default('制度'),
  title: z.string(),
  version: z.string(),
  issuedOn: z.string(),
  effectiveOn: z.string(),
  zone: z.string(),
  smsSignature: z.string(),
  /** `supervisionOrder`: 机关代字 of 督办通知, only where the text knows them. */
  numbering: z.strictObject({ case: z.string(), supervisionOrder: z.string().optional() }),
  /** The post that is on duty day and night, until the roster has shifts, and the head of the office above it. */
  onDuty: z.string(),
  headOfOffice: z.string(),
  cite: Cite,
  clauses: z.record(z.string(), z.string()),
  roles: z.array(Role),
  units: z.array(z.strictObject({ id: Id, name: z.string() })),
  /** The first drives the clocks of 舆情; the others are beside it, or hold matters that are no 舆情. */
  scales: z.array(Scale).min(1),
  sources: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      from: z.string().nullable(),
      /** Of a standing matter (特护期, 监测申请, 定期工作), and no way in which 舆情 comes to the bureau. */
      standing: z.literal(true).optional(),
      cite: Cite,
    }),
  ),
  flags: z.array(Flag),
  instants: z.array(
    z.strictObject({
      id: InstantId,
      name: z.string(),
      /** What stands in for it while nobody has stated it: the first that is known. */
      fallback: z.array(InstantId),
      /** It lies at none of these or before: the earliest that is known counts, unless who may grant time has stated a later one. */
      bounds: z.array(InstantId).default([]),
      cite: Cite,
    }),
  ),
  mediaTypes: z.array(Named),
  reportForms: z.array(Named),
  reportKinds: z.array(Named),
  publicationForms: z.array(Named),
  channels: z.array(Named),
  actions: z.array(Action),
  /** `by`: whose decision it is; absent: of whoever may record decisions. */
  decisions: z.array(Named.extend({ by: z.array(z.string()).min(1).optional() })),
  /** What the acts of each kind have to carry. */
  parts: z.array(Parts).default([]),
  handling: z.array(HandlingRule),
  grading: Grading,
  duties: z.array(Duty),
  routing: z.array(Routing),
  /** Who may report to a superior (预案 2.2.4); a superior without an entry takes reports from anybody. */
  contacts: z.array(
    z.strictObject({
      to: z.array(z.string()).min(1),
      by: z.array(z.string()).min(1),
      cite: Cite,
    }),
  ),
  authorities: z.array(Authority),
  gates: z.array(Gate),
  /** Channels that must not carry a report while the condition holds (涉密不得用手机). */
  forbiddenChannels: z
    .array(z.strictObject({ channels: z.array(z.string()).min(1), when: Condition, cite: Cite }))
    .default([]),
  ladders: z.array(Ladder),
  settings: z.array(Setting),
  documents: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      fields: z.array(z.string()),
      /** The field that bears its title: an approval of it is of that title. */
      titled: z.string().optional(),
      cite: Cite,
    }),
  ),
  /** Clauses about which the software only informs, each with the reason. */
  informs: z.array(z.strictObject({ clause: z.string(), reason: z.string() })),
  /** Ambiguities of the text that are no choice of the bureau's: register entry and how the software reads it. */
  readings: z
    .array(z.strictObject({ id: z.string().regex(/^X\d+$/), reading: z.string(), cite: Cite }))
    .default([]),
});
export type Regulation = z.infer<typeof Regulation>;
/** What a regulation file writes: defaults may be left out. */
export type RegulationData = z.input<typeof Regulation>;
