import * as z from 'zod';
import { Cite, Id } from './basics.ts';

export const Setting = z.strictObject({
  id: Id,
  name: z.string(),
  /** The register entry (X1…X51) or `bureau`. */
  register: z.string(),
  value: z.union([z.boolean(), z.string(), z.number(), z.null()]),
  /** The bureau has to give it: the regulation asks for one and names none. */
  required: z.boolean().default(false),
  /**
   * What the value must be; `officeHours`: `09:00-12:00 13:00-17:00`, `dayHours`: `22:00-07:00`, `clock`: `08:00`, `count`: a
   * number from 1, `address`: of https, to which more is added, `spread`: `5/PT1H`, `growth`: `+1000/PT1H 100x3/PT1H`. Absent: as
   * the value given.
   */
  format: z
    .enum(['duration', 'officeHours', 'dayHours', 'clock', 'count', 'address', 'spread', 'growth'])
    .optional(),
  options: z.array(z.strictObject({ value: z.string(), name: z.string() })).optional(),
  note: z.string(),
  cite: Cite,
});
export type Setting = z.infer<typeof Setting>;
