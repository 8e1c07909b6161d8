import * as z from 'zod/mini';
import { Clauses, Named, When } from './parts.ts';

const Level = z.strictObject({
  id: z.string(),
  name: z.string(),
  short: z.string(),
  colour: z.nullable(z.string()),
  definition: z.string(),
  lead: z.nullable(Named),
  clocked: z.boolean(),
  /** `office`: not in the regulation. */
  basis: z.enum(['law', 'bureau']),
  /** 制度未规定时限: no limit in numbers of the law; null where there is one, or no clock. */
  withoutLimit: z.nullable(z.string()),
  unlimited: z.nullable(z.string()),
  overlay: z.nullable(Named),
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
  publications: z.nullable(z.array(Named)),
  papers: z.nullable(z.array(Named)),
  levels: z.nullable(z.array(Named)),
  whilePlan: z.boolean(),
  when: When,
  /** One step after another; of a step's actions all are needed, or with `anyOf` one. */
  steps: z.array(z.array(z.extend(Named, { by: z.nullable(z.array(Named)) }))),
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
  bands: z.array(z.strictObject({ level: Named, below: z.nullable(z.number()) })),
  counters: z.array(z.extend(Named, { steps: z.array(z.number()), basis: z.array(z.string()) })),
  floors: z.array(
    z.strictObject({
      id: z.string(),
      flag: Named,
      beside: z.array(Named),
      atLeast: Named,
      needsConfirmation: z.boolean(),
      words: z.array(z.string()),
      counters: z.array(z.extend(Named, { atLeast: z.number(), mediaTypes: z.nullable(z.array(Named)) })),
      reason: z.string(),
      clauses: Clauses,
    }),
  ),
  handling: z.array(
    z.strictObject({
      id: z.string(),
      when: When,
      handleAs: Named,
      unlessRegardedAs: z.nullable(Named),
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
  format: z.nullable(z.string()),
  options: z.array(z.strictObject({ value: z.string(), name: z.string() })),
  note: z.string(),
  clauses: Clauses,
});
export type SettingView = z.infer<typeof SettingView>;
