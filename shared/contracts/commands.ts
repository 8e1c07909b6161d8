import * as z from 'zod';
import { InstantInput } from './instants.ts';

const Text = z.string().trim().min(1, '不能为空').max(2000, '不能超过2000字');
const Note = Text.optional();
/** An id of the regulation's, or a name that is compared with one. */
const Id = z.string().min(1, '不能为空').max(200, '不能超过200字');
const Level = Id;
const Factor = z.int().min(0).max(4);
/** The five criteria of 办法第十条, each 0–4, as a person judges them. */
const Factors = z
  .strictObject({ sensitivity: Factor, severity: Factor, urgency: Factor, scope: Factor, heat: Factor })
  .partial();

export const SourceInput = z.strictObject({
  kind: Id,
  receivedAt: InstantInput.optional(),
  reference: z.string().max(200).optional(),
  regardedAs: Level.optional(),
});

const ItemKey = z.strictObject({ feed: Id, id: Id });

/** POST /v1/cases: a case from items that were kept as 常规, or from a telephone note or another paper source. */
export const OpenCase = z
  .strictObject({
    type: z.literal('OpenCase').default('OpenCase'),
    /** The office's own key for the note: the same key opens one case only. Absent = the content is the key. */
    key: z
      .string()
      .regex(/^[\w.:-]{1,80}$/, '只能含字母、数字和 . _ : -,最多80字')
      .optional(),
    title: Text.optional(),
    text: z.string().max(50_000).optional(),
    items: z.array(ItemKey).max(50).default([]),
    sources: z.array(SourceInput).min(1, '至少填写一个来源'),
    instants: z
      .strictObject({
        occurredAt: InstantInput,
        outbreakAt: InstantInput,
        detectedAt: InstantInput,
        knownAt: InstantInput,
        publishedAt: InstantInput,
      })
      .partial()
      .default({}),
    flags: z.array(Id).default([]),
    unit: Id.optional(),
    level: Level.optional(),
    factors: Factors.optional(),
  })
  .refine(({ title, items }) => title !== undefined || items.length > 0, {
    path: ['title'],
    message: '没有引用舆情信息时必须填写标题',
  });
export type OpenCase = z.infer<typeof OpenCase>;

export const OfficeCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('AttachItem'), ...ItemKey.shape }),
  z.strictObject({ type: z.literal('AddSource'), source: SourceInput }),
  z.strictObject({
    type: z.literal('CorrectInstant'),
    instant: z.enum(['occurredAt', 'outbreakAt', 'detectedAt', 'knownAt', 'publishedAt']),
    at: InstantInput,
    reason: Text,
  }),
  z.strictObject({
    type: z.literal('ConfirmGrade'),
    level: Level,
    handleAs: Level.optional(),
    reason: Note,
    factors: Factors.optional(),
  }),
  z.strictObject({
    type: z.literal('ChangeLevel'),
    level: Level,
    handleAs: Level.optional(),
    reason: Text,
    authority: z.enum(['change', 'instruction']),
  }),
  z.strictObject({ type: z.literal('ApproveLevelChange') }),
  z.strictObject({ type: z.literal('RejectLevelChange'), reason: Text }),
  z.strictObject({ type: z.literal('SetResponseLevel'), level: Level, reason: Text }),
  z.strictObject({
    type: z.literal('SetFlags'),
    add: z.array(Id).default([]),
    remove: z.array(Id).default([]),
    reason: Text,
  }),
  z.strictObject({ type: z.literal('AssignUnit'), unit: Id, note: Note }),
  z.strictObject({ type: z.literal('Acknowledge') }),
  z.strictObject({
    type: z.literal('FileReport'),
    kind: Id,
    form: Id,
    to: z.array(Id).min(1, '至少填写一个报送对象'),
    channel: Id.optional(),
    madeAt: InstantInput.optional(),
    reference: z.string().max(200).optional(),
    summary: Note,
  }),
  z.strictObject({
    type: z.literal('RecordPublication'),
    form: Id,
    madeAt: InstantInput.optional(),
    title: Note,
    link: z.url().optional(),
    approvedBy: z.string().max(80).optional(),
  }),
  z.strictObject({
    type: z.literal('HoldMeeting'),
    madeAt: InstantInput.optional(),
    participants: Note,
    conclusion: Note,
  }),
  z.strictObject({ type: z.literal('RequestPlan'), reason: Text }),
  z.strictObject({
    type: z.literal('StartPlan'),
    madeAt: InstantInput.optional(),
    commander: z.string().max(80).optional(),
    note: Note,
  }),
  z.strictObject({ type: z.literal('EndPlan'), reason: Text }),
  z.strictObject({
    type: z.literal('RecordInstruction'),
    from: z.enum(['bureau', 'superior']),
    text: Text,
    handleAs: Level.optional(),
    madeAt: InstantInput.optional(),
  }),
  z.strictObject({
    type: z.literal('RecordDecision'),
    decision: Id,
    outcome: Text,
    madeAt: InstantInput.optional(),
  }),
  z.strictObject({
    type: z.literal('RecordAction'),
    action: Id,
    note: Note,
    madeAt: InstantInput.optional(),
  }),
  z.strictObject({ type: z.literal('HoldDuty'), duty: Id, reason: Text }),
  z.strictObject({ type: z.literal('ResumeDuty'), duty: Id, reason: Text }),
  z.strictObject({ type: z.literal('DeclareCalm'), reason: Text, calmedAt: InstantInput.optional() }),
  z.strictObject({ type: z.literal('Rekindle'), reason: Text, outbreakAt: InstantInput.optional() }),
  z.strictObject({ type: z.literal('Conclude'), summary: Text, acknowledgeUnmet: Note }),
  z.strictObject({ type: z.literal('FileReview'), points: z.record(z.string(), Text) }),
  z.strictObject({ type: z.literal('IssueSupervisionOrder'), duty: Id.optional(), reason: Text }),
  z.strictObject({
    type: z.literal('AnswerNotice'),
    notice: Id,
    how: z.enum(['telephoned', 'read']).default('telephoned'),
    madeAt: InstantInput.optional(),
    note: Note,
  }),
]);
export type OfficeCommand = z.infer<typeof OfficeCommand>;
export type OfficeCommandInput = z.input<typeof OfficeCommand>;
