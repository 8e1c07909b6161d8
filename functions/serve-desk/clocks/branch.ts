import * as z from 'zod/mini';
import { Clock } from '../../../shared/contracts/workflow.ts';
import type { ActiveState } from '../../../shared/workflows/looking.ts';

/**
 * What a branch with a clock carries (statemachines/clock-branch.ts): whose it is (none: that of all duties which are not among
 * `branches`), and what it waits for.
 */
const Branch = z.object({
  duty: z.optional(z.string()),
  branches: z._default(z.array(z.string()), []),
  clock: Clock,
});
export type Branch = z.infer<typeof Branch>;

/** Undefined for every state that keeps no clock. */
export const branchOf = ({ input }: ActiveState): Branch | undefined => Branch.safeParse(input).data;
