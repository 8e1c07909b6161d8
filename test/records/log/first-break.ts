import type { Evidence } from '../../../shared/records/log/chain.ts';
import { findingsIn } from '../../../shared/records/log/proof.ts';

/** The number of the first entry of a log at which something does not fit together; null when it is whole. */
export const firstBreak = (evidence: readonly Evidence[]): number | null =>
  findingsIn(evidence, [], [])[0]?.version ?? null;
