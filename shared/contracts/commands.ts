import * as z from 'zod/mini';
import { Fields, MeetingParts, PublicationParts, ReportParts, Said } from './act-parts.ts';
import {
  Entry,
  Explained,
  evidence,
  Id,
  Key,
  Level,
  Note,
  OtherCase,
  Reference,
  shortText,
  Text,
} from './command-fields.ts';
import { UNIT_COMMANDS } from './commands/unit-commands.ts';
import { ENDING_COMMANDS } from './ending-commands.ts';
import { InstantInput } from './instants.ts';
import { Factors, ItemKey, SourceInput } from './opening-command.ts';

/** For whom it is entered (his id in the roster), and which way and when he told of it. */
const Teller = {
  person: z.optional(evidence('本人')),
  channel: z.optional(evidence('方式')),
  at: z.optional(InstantInput),
};
/**
 * 代录: what somebody else decided or approved, entered by the office for him; for an approval of a text with that text. What is
 * missing is said by the rules.
 */
const ForAnother = { onBehalf: z.optional(z.strictObject({ ...Teller, text: Note })) };
/** 代录 of what a unit or a leader did, or of a 批示: the words are the act's own. */
const DoneByAnother = { onBehalf: z.optional(z.strictObject(Teller)) };
/** What a body outside the bureau agreed to: which body, by whom or which post, how, when, under which number or record. */
const Outside = z.strictObject({
  body: z.optional(Id),
  who: z.optional(evidence('答复人姓名或岗位')),
  channel: z.optional(evidence('方式')),
  at: z.optional(InstantInput),
  reference: z.optional(Reference),
});

/** It went out although a gate should have stopped it. */
const Happened = { happened: z.optional(z.strictObject({ reason: Text })) };

export const OfficeCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('AttachItem'), ...ItemKey.shape }),
  z.strictObject({ type: z.literal('AddSource'), source: SourceInput }),
  z.strictObject({
    type: z.literal('CorrectInstant'),
    instant: Id,
    at: InstantInput,
    /** Only the day is known: `at` is any time of it. */
    dateOnly: z.optional(z.boolean()),
    reason: Text,
    /** 收到: of which source, by its number or kind. */
    source: z.optional(Key),
    /** 收文号, or whose call it was and when. */
    reference: z.optional(Reference),
  }),
  z.strictObject({
    type: z.literal('ConfirmGrade'),
    level: Level,
    handleAs: z.optional(Level),
    reason: Note,
    factors: z.optional(Factors),
  }),
  z.strictObject({
    type: z.literal('ChangeLevel'),
    level: Level,
    handleAs: z.optional(Level),
    reason: Text,
    authority: z.enum(['change', 'instruction']),
    /** 发酵: the log entry of what is new since 定级. */
    newFact: z.optional(z.int().check(z.minimum(1))),
  }),
  z.strictObject({ type: z.literal('ApproveLevelChange') }),
  z.strictObject({ type: z.literal('RejectLevelChange'), reason: Text }),
  z.strictObject({ type: z.literal('SetResponseLevel'), level: Level, reason: Text }),
  z.strictObject({ type: z.literal('RateCase'), scale: Id, level: Level, reason: Text }),
  z.strictObject({
    type: z.literal('SetFlags'),
    add: z._default(z.array(Id), []),
    remove: z._default(z.array(Id), []),
    reason: Text,
    /** The number of the paper that says a case is 涉密 no more. */
    reference: z.optional(Reference),
  }),
  z.strictObject({ type: z.literal('PurgeContent') }),
  ...UNIT_COMMANDS,
  z.strictObject({ type: z.literal('Acknowledge') }),
  z.strictObject({
    type: z.literal('FileReport'),
    kind: Id,
    form: Id,
    to: z.array(Id).check(z.minLength(1, '至少填写一个报送对象')),
    channel: z.optional(Id),
    madeAt: z.optional(InstantInput),
    /** What it answers: receipts by their 收文号 (absent: everything received before it), 批示 and 督办通知 by their entry. */
    answers: z.optional(z.array(shortText()).check(z.minLength(1))),
    ...ReportParts,
    ...DoneByAnother,
  }),
  z.strictObject({
    type: z.literal('RecordPublication'),
    form: Id,
    madeAt: z.optional(InstantInput),
    ...PublicationParts,
    /** The log entry of the approval of what is published. */
    approval: z.optional(Entry),
    ...Happened,
  }),
  z.strictObject({
    type: z.literal('RecordMeeting'),
    madeAt: z.optional(InstantInput),
    ...MeetingParts,
    ...DoneByAnother,
  }),
  z.strictObject({ type: z.literal('RequestPlan'), reason: Text, ...DoneByAnother }),
  z.strictObject({
    type: z.literal('StartPlan'),
    madeAt: z.optional(InstantInput),
    commander: z.optional(evidence('指挥长')),
    note: Note,
    ...ForAnother,
  }),
  z.strictObject({ type: z.literal('EndPlan'), reason: Text, ...ForAnother }),
  z.strictObject({
    type: z.literal('RecordInstruction'),
    from: z.enum(['bureau', 'superior']),
    text: Text,
    handleAs: z.optional(Level),
    madeAt: z.optional(InstantInput),
    /** What it asks for, by when and of whom; without `to` of the unit that has the case, or of the office. */
    task: Note,
    deadline: z.optional(InstantInput),
    to: z.optional(z.strictObject({ role: Id, unit: z.optional(Id) })),
    /** Of `bureau`: which of its leaders gave it, who is asked whether he did. */
    ...DoneByAnother,
  }),
  z.strictObject({
    type: z.literal('RecordDecision'),
    decision: Id,
    outcome: Text,
    /** The bodies to report to; an empty list: none. */
    to: z.optional(z.array(Id)),
    madeAt: z.optional(InstantInput),
    ...ForAnother,
  }),
  z.strictObject({
    type: z.literal('RecordAction'),
    action: Id,
    note: Note,
    madeAt: z.optional(InstantInput),
    /** Of an approval: what was approved, by its title; `result`: it is the 处置结果. */
    text: Note,
    /** And its words, kept as evidence. */
    body: z.optional(z.string().check(z.maxLength(50_000))),
    result: z.optional(z.boolean()),
    outside: z.optional(Outside),
    ...ForAnother,
  }),
  z.strictObject({
    type: z.literal('ConfirmAct'),
    act: Entry,
    agree: z.boolean(),
    reason: Note,
    /** Of a report to a superior: the receiver's number, or who acknowledged it. */
    reference: z.optional(Reference),
  }),
  z.strictObject({
    type: z.literal('WithdrawAct'),
    act: Entry,
    /** Where the act is in the log of a case that was merged into this one: its number. */
    mergedCase: z.optional(OtherCase),
    reason: Text,
  }),
  z.strictObject({ type: z.literal('HoldDuty'), duty: Id, reason: Text, until: z.optional(InstantInput) }),
  z.strictObject({ type: z.literal('ResumeDuty'), duty: Id, reason: Text }),
  z.strictObject({
    type: z.literal('ExtendDuty'),
    duty: Id,
    to: InstantInput,
    reason: Explained,
    approvedBy: z.optional(evidence('批准人')),
  }),
  z.strictObject({
    type: z.literal('SetDeadline'),
    duty: Id,
    due: InstantInput,
    reason: Text,
    reference: z.optional(Reference),
  }),
  z.strictObject({
    type: z.literal('IssueDocument'),
    document: Id,
    fields: z.record(z.string(), z.string().check(z.maxLength(2000, '不能超过2000字'))),
    channel: z.optional(Id),
    madeAt: z.optional(InstantInput),
    ...Happened,
  }),
  /** What an earlier act still lacks. `act`: the number of its log entry. */
  z.strictObject({
    type: z.literal('CompleteAct'),
    act: z.int().check(z.minimum(1)),
    ...ReportParts,
    ...PublicationParts,
    ...MeetingParts,
    note: Said,
    reason: Said,
    to: z.optional(z.array(Id)),
  }),
  /** A warning goes out as the system has drafted it; `fields` replaces parts of the draft, or fills what it left open. */
  z.strictObject({ type: z.literal('ReleaseWarning'), duty: Id, fields: Fields }),
  z.strictObject({
    type: z.literal('DeclareCalm'),
    reason: Text,
    calmedAt: z.optional(InstantInput),
    ...ForAnother,
  }),
  z.strictObject({ type: z.literal('Rekindle'), reason: Text, outbreakAt: z.optional(InstantInput) }),
  ...ENDING_COMMANDS,
  z.strictObject({
    type: z.literal('AnswerNotice'),
    notice: Key,
    how: z._default(z.enum(['telephoned', 'read']), 'telephoned'),
    madeAt: z.optional(InstantInput),
    note: Note,
  }),
]);
export type OfficeCommand = z.infer<typeof OfficeCommand>;

/** Every command that a person gives on a case. */
export const OFFICE_COMMANDS: readonly OfficeCommand['type'][] = OfficeCommand.def.options.flatMap(
  ({ shape }) => shape.type.def.values,
);

const isOtherCase = (schema: z.core.$ZodType): boolean =>
  schema === OtherCase || (schema instanceof z.ZodMiniOptional && isOtherCase(schema.def.innerType));
/** The fields of a command that name another case. Empty: none does, or there is no such command. */
export const otherCaseFields = (type: string): string[] => {
  const command = OfficeCommand.def.options.find(({ shape }) =>
    shape.type.def.values.some((each) => each === type),
  );
  return Object.entries(command?.shape ?? {}).flatMap(([field, schema]) =>
    isOtherCase(schema) ? [field] : [],
  );
};
