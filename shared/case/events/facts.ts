import * as z from 'zod/mini';
import { Call, CaseInstants, GradeRecord, Instant, ItemReference, Source } from './parts.ts';

/** What the case is about and who has it. */
export const FACTS = [
  z.strictObject({
    type: z.literal('CaseOpened'),
    caseId: z.string(),
    regulation: z.strictObject({ id: z.string(), version: z.string() }),
    title: z.string(),
    sources: z.array(Source),
    instants: CaseInstants,
    flags: z.array(z.string()),
    unit: z.optional(z.string()),
    items: z.array(ItemReference),
    how: z.enum(['feed', 'hand']),
    /** What was written down when the case was entered by hand. */
    text: z.optional(z.string()),
    call: z.optional(Call),
  }),
  z.strictObject({
    type: z.literal('ItemAttached'),
    item: ItemReference,
    grade: z.optional(GradeRecord),
    /** The level that is now the highest suggested, when this item raised it. */
    highest: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('SourceAdded'), source: Source }),
  z.strictObject({
    type: z.literal('InstantCorrected'),
    instant: z.string(),
    before: z.optional(Instant),
    at: Instant,
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('FlagsChanged'),
    added: z.array(z.string()),
    removed: z.array(z.string()),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('UnitAssigned'),
    unit: z.string(),
    before: z.optional(z.string()),
    note: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('CaseAcknowledged'), unit: z.string() }),
] as const;
