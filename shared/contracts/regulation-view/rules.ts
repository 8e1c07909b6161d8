import * as z from 'zod';
import { Clauses, Named, When } from './parts.ts';

const Level = z.strictObject({
  id: z.string(),
  name: z.string(),
  short: z.string(),
  colour: z.string().nullable(),
  definition: z.string(),
  lead: Named.nullable(),
  clocked: z.boolean(),
  /** `office`: not in the regulation. */
  basis: z.enum(['law', 'bureau']),
  unlimited: z.string().nullable(),
  overlay: Named.nullable(),
  clauses: Clauses,
});
export const Scale = z.strictObject({
  id: z.string(),
  name: z.string(),
  use: z.enum(['handling', 'response', 'rating', 'standing']),
  levels: z.array(Level),
  defaults: z.array(z.strictObject({ when: When, level: Named, reason: z.string(), clauses: Clauses })),
  clauses: Clauses,
});
export const Approval = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** What has to wait. */
  commands: z.array(Named),
  publications: z.array(Named).nullable(),
  levels: z.array(Named).nullable(),
  whilePlan: z.boolean(),
  when: When,
  /** One step after another; of a step's actions all are needed, or with `anyOf` one. */
  steps: z.array(z.array(Named.extend({ by: z.array(Named).nullable() }))),
  anyOf: z.boolean(),
  clauses: Clauses,
});
export const Grading = z.strictObject({
  decidedBy: z.string(),
  requireHumanConfirm: z.boolean(),
  clauses: Clauses,
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      weight: z.number(),
      words: z.array(
        z.strictObject({
          value: z.number(),
          words: z.array(z.string()),
          reason: z.string(),
          clauses: Clauses,
        }),
      ),
      clauses: Clauses,
    }),
  ),
  bands: z.array(z.strictObject({ level: Named, below: z.number().nullable() })),
  counters: z.array(Named.extend({ steps: z.array(z.number()), basis: z.array(z.string()) })),
  floors: z.array(
    z.strictObject({
      id: z.string(),
      flag: Named,
      beside: z.array(Named),
      atLeast: Named,
      needsConfirmation: z.boolean(),
      words: z.array(z.string()),
      counters: z.array(Named.extend({ atLeast: z.number(), mediaTypes: z.array(Named).nullable() })),
      reason: z.string(),
      clauses: Clauses,
    }),
  ),
  handling: z.array(
    z.strictObject({
      id: z.string(),
      when: When,
      handleAs: Named,
      unlessRegardedAs: Named.nullable(),
      reason: z.string(),
      clauses: Clauses,
    }),
  ),
});
export const SettingView = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The register entry, or `office`. */
  register: z.string(),
  value: z.union([z.boolean(), z.string(), z.number(), z.null()]),
  valueText: z.string(),
  required: z.boolean(),
  isMissing: z.boolean(),
  format: z.string().nullable(),
  options: z.array(z.strictObject({ value: z.string(), name: z.string() })),
  note: z.string(),
  clauses: Clauses,
});
export type SettingView = z.infer<typeof SettingView>;
