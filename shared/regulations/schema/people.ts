import * as z from 'zod';
import { Cite, Condition, Id } from './basics.ts';

export const Role = z.strictObject({
  id: Id,
  name: z.string(),
  kind: z.enum(['internal', 'superior', 'peer', 'public']),
  perUnit: z.boolean().default(false),
  /** Where a notice goes when nobody holds the role. */
  above: z.string().optional(),
  /** Of a group: the posts through which alone it decides (组长, and a 副组长 whom he named by the roster). */
  heads: z.array(z.string()).min(1).optional(),
  cite: Cite.optional(),
});
export type Role = z.infer<typeof Role>;

export const Authority = z.strictObject({
  command: z.string(),
  /** Only at these handling levels; absent = at all. */
  levels: z.array(z.string()).optional(),
  roles: z.array(z.string()).min(1),
  cite: Cite,
});

export const Gate = z.strictObject({
  id: Id,
  name: z.string(),
  /** Publications that must wait; absent = every publication. */
  publications: z.array(z.string()).optional(),
  /** Documents that must wait (on IssueDocument). */
  papers: z.array(z.string()).min(1).optional(),
  /** The commands that wait. */
  on: z.array(z.string()).default(['RecordPublication']),
  /** Only while the emergency plan runs. */
  whilePlan: z.boolean().default(false),
  levels: z.array(z.string()).optional(),
  when: Condition.optional(),
  /** Any one of these recorded actions opens the gate. */
  needs: z.array(z.string()).min(1).optional(),
  /** Or all of these: one step after another, the actions of one step in any order. */
  steps: z.array(z.array(z.string()).min(1)).min(1).optional(),
  /** And each of these documents must have been issued, since the story last flared up. */
  documents: z.array(z.string()).min(1).optional(),
  /** What was approved for one publication does not clear the next. */
  eachTime: z.boolean().default(false),
  cite: Cite,
});

export type Gate = z.infer<typeof Gate>;

/** What people are told of beside the duties; each is told at one place in the code. */
export const Occasion = z.enum([
  'routine',
  'opened',
  'assigned',
  'hotter',
  'loweringProposed',
  'levelLowered',
  'planRequested',
  'orderIssued',
  'secondPerson',
  'calmed',
  'calmLapsed',
  'rekindled',
  'clockFault',
  /** In whose name an approval was entered, or who countersigns it; again every morning, and who is told at last. */
  'countersign',
  'unconfirmed',
  'denied',
  'unapproved',
  'lateEntry',
  'holdAsked',
  /** The year's holiday list is missing. */
  'holidayList',
]);
export type Occasion = z.infer<typeof Occasion>;

export const Routing = z.strictObject({
  id: Occasion,
  name: z.string(),
  to: z.array(z.string()).min(1),
  copies: z.array(z.string()).default([]),
  /** `law`: the clause says who is told. `bureau`: it does not; the bureau's own choice, and the clause is its subject. */
  basis: z.enum(['law', 'bureau']).default('law'),
  cite: Cite,
});
