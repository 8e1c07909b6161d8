import * as z from 'zod/mini';
import { Clauses, Named } from '../regulation-view/parts.ts';
import { REARRANGED } from './cases/rearranged.ts';
import { CancelledDuty, DutyReply } from './duty.ts';
import { NEXT } from './list.ts';
import {
  Basis,
  Call,
  GradeReason,
  ItemName,
  LevelName,
  LIMIT_MARKS,
  OutOf,
  Question,
  Reason,
  Suspected,
  Time,
} from './parts.ts';

const head = {
  case: z.string(),
  title: z.string(),
  state: z.enum(['open', 'concluded', 'archived', 'merged']),
  stateText: z.string(),
  /** 舆情级别, and the level whose duties hold; they differ where the case is handled by reference (参照). */
  warningLevel: LevelName,
  handlingLevel: LevelName,
  /** 制度未规定时限, in the bureau's own word for its rules, where the regulation gives this level no number at all; else null. */
  withoutLimit: z.nullable(z.string()),
  /** 初判: not yet confirmed by a person. */
  provisional: z.boolean(),
  /** 初判, 初判·定级迟延, 已定级 …; empty for a matter that is never graded. */
  gradingText: z.string(),
  /** 待确认: acts that were entered for somebody else, or for a body outside, and wait for a word. */
  unconfirmedActCount: z.int(),
  /** 逾期后补录,待核实: acts that were entered after a limit as made before it. */
  lateEntryCount: z.int(),
  /** 未经审定: publications that went out past a gate, or whose approval is gone. */
  unapprovedActCount: z.int(),
  /** 定级迟延: determined after the office's own target, or not determined when it is full. */
  gradedLate: z.boolean(),
  /** 主办; null: no unit has it yet. */
  unit: z.nullable(Named),
  /** 会办, beside the 主办. */
  jointUnits: z.array(Named),
  /** 涉密: whoever shows it keeps nothing of it. */
  secret: z.boolean(),
};

/** One line of the list: what is due next, and what is overdue. */
export const CaseRow = z.strictObject({
  ...head,
  overdueDuties: z.array(z.strictObject({ duty: z.string(), name: z.string(), due: Time })),
  next: z.nullable(
    z.strictObject({
      duty: z.string(),
      name: z.string(),
      due: z.nullable(Time),
      basis: Basis,
      ...LIMIT_MARKS,
      at: Time,
      stageText: z.string(),
    }),
  ),
  telephoneTaskCount: z.int(),
  /** How many acts lack something that the regulation asks for (要件待补). */
  incompleteActCount: z.int(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** Cases that cannot be shown, since an entry of their log cannot be read: which, and what to do. */
export const Damaged = z.array(z.strictObject({ case: z.string(), entry: z.int(), text: z.string() }));

/** The cases, the newest first. */
export const CaseListReply = z.strictObject({ cases: z.array(CaseRow), damaged: Damaged, ...NEXT });
export type CaseListReply = z.infer<typeof CaseListReply>;

/** What a scale beside the first says of the case; `byDefault`: the rule that holds until a person has rated it. */
const Rating = z.strictObject({
  scale: Named,
  level: LevelName,
  byDefault: z.nullable(z.strictObject({ reason: z.string(), clauses: Clauses })),
});

/** Those that a person or a feed gives are there when they were given, the others are null until they come. */
const Instants = z.strictObject({
  eventAt: z.optional(Time),
  occurredAt: z.optional(Time),
  outbreakAt: z.optional(Time),
  detectedAt: z.optional(Time),
  knownAt: z.optional(Time),
  publishedAt: z.optional(Time),
  openedAt: Time,
  gradedAt: Time,
  confirmedAt: z.nullable(Time),
  acknowledgedAt: z.nullable(Time),
  planStartedAt: z.nullable(Time),
  calmedAt: z.nullable(Time),
  concludedAt: z.nullable(Time),
  archivedAt: z.nullable(Time),
});

/** What must be told by telephone, since no message may or could carry it; answered by `AnswerNotice`. */
const TelephoneTask = z.strictObject({
  notice: z.string(),
  tell: Named,
  about: z.nullable(Named),
  due: z.nullable(Time),
  /**
   * What became of its text: `unsent` 未送出, no gateway took it; `undelivered` 未送达, one that did reports so; both are tried again
   * until `retriedUntil`; `givenUp`: not any more. Null: there is none (涉密, nobody in the roster).
   */
  text: z.nullable(
    z.strictObject({
      state: z.enum(['unsent', 'undelivered', 'givenUp']),
      stateText: z.string(),
      since: Time,
      retriedUntil: z.nullable(Time),
    }),
  ),
  /** Whom to ring: who holds the post and is there, else those above him; nobody: empty. */
  call: z.array(Call),
  /** What to say; of a 涉密 case only that there is something to come for. */
  say: z.string(),
});

/** What was written down when the case was entered by hand: the text, and who called (值班电话记录). */
const Note = z.strictObject({
  text: z.optional(z.string()),
  call: z.optional(
    z.strictObject({
      caller: z.optional(z.string()),
      number: z.optional(z.string()),
      post: z.optional(z.string()),
      at: z.optional(Time),
      takenBy: z.optional(z.string()),
    }),
  ),
});

/** 督办通知, named by the log entry of its draft (`order`). `duty`: null when it is about the case as a whole. */
export const Order = z.strictObject({
  order: z.int(),
  state: z.enum(['draft', 'lapsed', 'issued', 'voided']),
  stateText: z.string(),
  number: z.nullable(z.string()),
  duty: z.nullable(z.string()),
  unit: Named,
  reason: z.string(),
  draftedAt: Time,
  issuedAt: z.nullable(Time),
  answerBy: z.nullable(Time),
  acknowledgedAt: z.nullable(Time),
  text: z.nullable(z.string()),
});

/** What a body outside has said it wants no more. `act`: its log entry, by which a second person confirms it. */
const Release = z.strictObject({
  act: z.int(),
  duty: z.string(),
  name: z.string(),
  document: z.nullable(z.string()),
  isConfirmed: z.boolean(),
  stateText: z.string(),
});

/** 要件待补: an act that lacks something, by the number of its log entry; answered by `CompleteAct`. */
const IncompleteAct = z.strictObject({
  act: z.int(),
  name: z.string(),
  madeAt: Time,
  by: z.string(),
  missing: z.array(z.string()),
});

/** A unit that has the case (主办 `lead`, 会办 `joint`), since when, and its own 签收; `returned`: a 退回 that waits to be decided on. */
const CaseUnit = z.strictObject({
  unit: Named,
  part: z.enum(['lead', 'joint']),
  partText: z.string(),
  since: Time,
  acknowledgedAt: z.nullable(Time),
  returned: z.nullable(z.strictObject({ act: z.int(), at: Time, by: z.string(), reason: z.string() })),
});

/** An act that counts no more: by whose word, when and why. */
const Gone = z.strictObject({ act: z.int(), at: Time, by: z.string(), reason: z.string() });

/** A case with its duties. Also what a command answers. */
export const CaseReply = z.strictObject({
  ...head,
  ...REARRANGED,
  version: z.int(),
  regulation: z.strictObject({ id: z.string(), version: z.string() }),
  /** The units that have it, the 主办 first. */
  units: z.array(CaseUnit),
  byReference: z.nullable(Reason),
  responseLevel: z.nullable(LevelName),
  ratings: z.array(Rating),
  grade: z.strictObject({ score: z.nullable(z.number()), reasons: z.array(GradeReason) }),
  /** 牵头: who the level says leads; null where it says nothing. */
  lead: z.nullable(Named),
  sources: z.array(z.extend(Named, { receivedAt: z.nullable(Time), reference: z.optional(z.string()) })),
  instants: Instants,
  /** Instants of which only the day was given: they stand as its end. */
  dateOnly: z.array(Named),
  /** What was given as an instant and is none, as it was written: to be asked. */
  unread: z.array(z.strictObject({ instant: Named, text: z.string() })),
  /** 存疑: instants that start nothing until the office has made sure of them. */
  doubts: z.array(Named),
  flags: z.array(Named),
  items: z.array(
    z.extend(ItemName, {
      publishedAt: z.nullable(Time),
      /** Only the day of its publication is known. */
      dateOnly: z.optional(z.boolean()),
      /** It was said from another time (3小时前), and stands as the earliest that was meant. */
      estimated: z.optional(z.boolean()),
      /** 事发, as it says. */
      eventAt: z.nullable(Time),
      /** Only the day of the event is known. */
      eventDateOnly: z.optional(z.boolean()),
      /** Why one of its times starts no clock. */
      doubt: z.optional(z.string()),
      /** Which version of it the case rests on, and the newest that has come to the case; the first is 1. */
      version: z.int(),
      newest: z.int(),
      suspected: z.optional(z.array(Suspected)),
      /** From which case it was taken out. */
      outOf: z.optional(OutOf),
    }),
  ),
  note: Note,
  question: z.nullable(Question),
  /** A lowering that one person asked for and a second has to approve. */
  awaitingSecondPerson: z.nullable(
    z.strictObject({ to: LevelName, reason: z.string(), by: z.string(), at: Time }),
  ),
  /**
   * What was entered for somebody else and waits for his word (待本人确认), or for a leader's under the word of a body outside
   * (待会签). `act`: the log entry, by which `ConfirmAct` names it; `person`: his id in the roster.
   */
  toConfirm: z.array(
    z.strictObject({
      act: z.int(),
      name: z.string(),
      of: z.enum(['onBehalf', 'outside']),
      person: z.nullable(z.string()),
      role: Named,
      since: Time,
      enteredBy: z.string(),
    }),
  ),
  /** Acts that were taken back; the log keeps them. */
  withdrawn: z.array(Gone),
  /** Acts that were denied (ConfirmAct): they count no more either. */
  denied: z.array(Gone),
  telephoneTasks: z.array(TelephoneTask),
  /** 送达、未送达: of how many texts the gateway has reported so; it need not report of any. */
  receipts: z.strictObject({ delivered: z.int(), undelivered: z.int() }),
  /** A conclusion that a second person has to agree to. */
  awaitingConclusion: z.nullable(
    z.strictObject({
      summary: z.string(),
      /** `name` says which, where several are called so. */
      unmet: z.array(
        z.strictObject({ duty: z.string(), occurrence: z.string(), name: z.string(), reason: z.string() }),
      ),
      mistaken: z.nullable(z.string()),
      by: z.string(),
      at: Time,
    }),
  ),
  /** What 结报 now would leave undone, or in doubt: under `name` each needs a reason. */
  leftUndone: z.array(z.strictObject({ duty: z.string(), occurrence: z.string(), name: z.string() })),
  orders: z.array(Order),
  releases: z.array(Release),
  incompleteActs: z.array(IncompleteAct),
  refusalCount: z.int(),
  duties: z.array(DutyReply),
  cancelled: z.array(CancelledDuty),
});
export type CaseReply = z.infer<typeof CaseReply>;
/** What an opening answers. `notes`: what counts otherwise than it was written, or not at all. */
export const OpenedReply = z.extend(CaseReply, { notes: z.optional(z.array(z.string())) });
export type OpenedReply = z.infer<typeof OpenedReply>;
