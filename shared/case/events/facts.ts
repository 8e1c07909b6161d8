import * as z from 'zod/mini';
import { Call, CaseInstants, Doubt, GradeRecord, Instant, ItemReference, Source } from './parts.ts';

/** What the case is about and who has it. */
export const FACTS = [
  z.strictObject({
    type: z.literal('CaseOpened'),
    caseId: z.string(),
    regulation: z.strictObject({ id: z.string(), version: z.string() }),
    title: z.string(),
    sources: z.array(Source),
    instants: CaseInstants,
    /** Instants of which only the day was given: they stand as its end. */
    dateOnly: z.optional(z.array(z.string())),
    /** Instants that a feed said from another (3小时前): they stand as the earliest that was meant. */
    estimated: z.optional(z.array(z.string())),
    /** What was given as an instant and is none (昨天), as it was written. */
    unread: z.optional(z.record(z.string(), z.string())),
    /** Instants that start nothing until the office has made sure of them (存疑), each with why. */
    doubts: z.optional(z.record(z.string(), Doubt)),
    flags: z.array(z.string()),
    unit: z.optional(z.string()),
    items: z.array(ItemReference),
    how: z.enum(['feed', 'hand']),
    /** 疑似复燃: a case that told the same story and was concluded by then. */
    formerly: z.optional(z.string()),
    /** The last year whose holiday list was there at the opening. */
    holidayListsTo: z.int(),
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
    /** Only this day (`2026-03-02`) was said: `at` is its end, or when the bureau knew, whichever is earlier. */
    day: z.optional(z.string()),
    /** A later instant, stated by who may grant time. */
    granted: z.optional(z.boolean()),
  }),
  /** 收到 of one receipt put right. `source`: its place among all that was said of receipts. */
  z.strictObject({
    type: z.literal('ReceiptCorrected'),
    source: z.int(),
    kind: z.string(),
    /** Its 收文号. */
    receipt: z.optional(z.string()),
    before: Instant,
    at: Instant,
    reason: z.string(),
    reference: z.string(),
  }),
  z.strictObject({
    type: z.literal('FlagsChanged'),
    added: z.array(z.string()),
    removed: z.array(z.string()),
    reason: z.string(),
    reference: z.optional(z.string()),
  }),
  /** The content of these entries is cleared by order: what was written of a 涉密 case. */
  z.strictObject({ type: z.literal('ContentPurged'), entries: z.array(z.int()) }),
  z.strictObject({
    type: z.literal('UnitAssigned'),
    unit: z.string(),
    /** The 主办 that had it, and has it no more. */
    before: z.optional(z.string()),
    note: z.optional(z.string()),
    /** 会办, beside the 主办; absent: as 主办. */
    part: z.optional(z.literal('joint')),
  }),
  /** A 会办 has the case no more. */
  z.strictObject({ type: z.literal('UnitWithdrawn'), unit: z.string(), reason: z.string() }),
  /** 退回 by a unit that has not signed for the case yet: it is asked of the office, and moves nothing. */
  z.strictObject({ type: z.literal('UnitReturned'), unit: z.string(), reason: z.string() }),
  /** What the office decided on it; `returned`: the entry that it is in. Agreed to, the unit has the case no more. */
  z.strictObject({
    type: z.literal('ReturnDecided'),
    unit: z.string(),
    returned: z.int(),
    agree: z.boolean(),
    reason: z.optional(z.string()),
  }),
  /** 签收 by a person for himself; `unit`: it is the first of a unit that has the case, and the unit's. */
  z.strictObject({ type: z.literal('CaseAcknowledged'), unit: z.optional(z.string()) }),
] as const;
