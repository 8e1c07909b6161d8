import * as z from 'zod/mini';
import { Instant } from '../events/parts.ts';
import { Act } from './act.ts';

/** A 批示 that asks somebody for something. */
export const Instruction = z.extend(Act, {
  from: z.enum(['bureau', 'superior']),
  task: z.string(),
  role: z.string(),
  unit: z.optional(z.string()),
  due: z.optional(Instant),
});
export type Instruction = z.infer<typeof Instruction>;
