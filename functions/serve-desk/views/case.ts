import { unconfirmedActs } from '../../../shared/case/standing.ts';
import { type CaseState, isSecret } from '../../../shared/case/state.ts';
import { leadAcknowledgedAt } from '../../../shared/case/units.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { ratingsOfCase } from '../../../shared/deadlines/condition-facts.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { citations, instantName, levelOf, nameIn } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { actName, incompleteActs } from '../../../shared/rules/parts/incomplete.ts';
import { leftUndone } from '../../../shared/rules/phases/unmet.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import { spreadInChinese } from '../../../shared/rules/spread/words.ts';
import { createReplyParts, type ReplyParts } from '../../reply-parts.ts';
import { callsIn } from './calls.ts';
import { originOf } from './case/origin.ts';
import { caseHead } from './case-head.ts';
import { ordersOf } from './orders.ts';
import { rearrangedOf } from './rearranged.ts';
import { scheduleView } from './schedule.ts';
import { receiptsOf, textOf } from './texts.ts';
import { unitsView } from './units/case-units.ts';

/** `numbers`: whether whoever asks sees everybody's number. `reading`: who it is; absent: nobody who would ring. */
export interface Shown {
  numbers: boolean;
  reading?: Reading;
  /** The cases that he may know of, of those that items are suspected to belong to. */
  suspects?: ReadonlySet<string>;
}

const gradingOf = (regulation: Regulation, state: CaseState, { level, named, role }: ReplyParts) => {
  const { lead } = levelOf(regulation, state.handlingLevel);
  return {
    byReference: state.byReference,
    responseLevel: state.responseLevel === null ? null : level(state.responseLevel),
    ratings: Object.entries(ratingsOfCase(regulation, state)).map(([id, { level: given, byDefault }]) => ({
      scale: named(regulation.scales, id),
      level: level(given),
      byDefault: byDefault && {
        reason: byDefault.reason,
        clauses: citations(regulation, byDefault.cite),
      },
    })),
    grade: { score: state.grade.score, reasons: state.grade.reasons },
    lead: lead === null ? null : role(lead),
    flags: state.flags.map((id) => named(regulation.flags, id)),
  };
};

const instantsOf = (state: CaseState, { time, timeOrNull }: ReplyParts): CaseReply['instants'] => ({
  ...Object.fromEntries(Object.entries(state.instants).map(([id, at]) => [id, time(at)])),
  openedAt: time(state.openedAt),
  gradedAt: time(state.gradedAt),
  confirmedAt: timeOrNull(state.confirmedAt),
  acknowledgedAt: timeOrNull(leadAcknowledgedAt(state)),
  planStartedAt: timeOrNull(state.planStartedAt),
  calmedAt: timeOrNull(state.outbreaks.at(-1)?.calmedAt),
  concludedAt: timeOrNull(state.concludedAt),
  archivedAt: timeOrNull(state.archivedAt),
});

const nameOfDuty = (regulation: Regulation, state: CaseState, id: string): string =>
  scheduleCase(regulation, state).duties.find(({ duty }) => duty === id)?.name ??
  nameIn(regulation.duties, id);

/** What must be told by telephone: about what, whom to ring, and what to say. */
const telephoneTasksOf = (
  regulation: Regulation,
  state: CaseState,
  parts: ReplyParts,
  { reading, now }: { reading: Reading; now: string },
): CaseReply['telephoneTasks'] => {
  const calls = callsIn(regulation, state, { reading, now });
  return Object.values(state.telephoneTasks).map((task) => ({
    notice: task.key,
    tell: parts.role(task.role),
    ...(isSecret(state)
      ? { about: null, due: null }
      : {
          about:
            task.duty === undefined
              ? null
              : { id: task.duty, name: nameOfDuty(regulation, state, task.duty) },
          due: parts.timeOrNull(task.due),
        }),
    text: textOf(regulation, state, task, parts),
    ...calls.about(task),
  }));
};

type Gone = CaseState['denied'][number];
/** An act that counts no more, by whose word and why. */
const goneOf = ({ entry, at, by, reason = '' }: Gone, { time }: ReplyParts) => ({
  act: entry,
  at: time(at),
  by: by.name,
  reason,
});

/** What the office is asked and has not answered: whether to raise the level. */
const questionOf = (regulation: Regulation, { regrades }: CaseState, { time, level }: ReplyParts) => {
  const asked = regrades.findLast(({ answeredAt }) => answeredAt === null);
  if (asked === undefined) return null;
  const text =
    asked.spread === undefined
      ? `新增信息按词表为${level(asked.level).name}`
      : spreadInChinese(regulation, asked.spread);
  return { at: time(asked.at), level: level(asked.level), text };
};

/** What waits for a person, and what has been ordered. */
const pendingOf = (regulation: Regulation, state: CaseState, parts: ReplyParts) => ({
  question: questionOf(regulation, state, parts),
  awaitingSecondPerson: state.lowering && {
    to: parts.level(state.lowering.to),
    reason: state.lowering.reason,
    by: state.lowering.by.name,
    at: parts.time(state.lowering.at),
  },
  toConfirm: unconfirmedActs(state).map((act) => {
    const { of, person, role, since, enteredBy } = state.confirmations[act]!;
    return {
      act,
      name: actName(regulation, state, act),
      of,
      person,
      role: parts.role(role),
      since: parts.time(since),
      enteredBy: enteredBy.name,
    };
  }),
  withdrawn: state.withdrawn.map((each) => goneOf(each, parts)),
  denied: state.denied.map((each) => goneOf(each, parts)),
  receipts: receiptsOf(state),
  awaitingConclusion: state.conclusion && {
    summary: state.conclusion.summary,
    unmet: state.conclusion.unmet.map(({ name, ...each }) => ({
      ...each,
      name: name ?? nameOfDuty(regulation, state, each.duty),
    })),
    mistaken: state.conclusion.mistaken ?? null,
    by: state.conclusion.by.name,
    at: parts.time(state.conclusion.at),
  },
  orders: ordersOf(regulation, state),
  releases: state.releases.map(({ entry, duty, document, confirmed }) => ({
    act: entry,
    duty,
    name: nameOfDuty(regulation, state, duty),
    document: document ?? null,
    isConfirmed: confirmed !== null,
    stateText: `${confirmed === null ? '待第二人确认' : '已确认'}${document === undefined ? ',待补来文' : ''}`,
  })),
  incompleteActs: incompleteActs(regulation, state).map(({ madeAt, by, ...each }) => ({
    ...each,
    madeAt: parts.time(madeAt),
    by: by.name,
  })),
  refusalCount: state.refusals,
});

/** For the form of 结报, which is given while the case is open. */
const leftUndoneIn = (regulation: Regulation, state: CaseState, now: string): CaseReply['leftUndone'] =>
  state.status !== 'open'
    ? []
    : leftUndone({ regulation, now }, state).map(({ scheduled, name }) => ({
        duty: scheduled.duty,
        occurrence: scheduled.current.occurrence,
        name,
      }));

/** A case with its duties as the API shows it at `now`; `regulation`: the one that it was opened under. */
export const caseView = (regulation: Regulation, state: CaseState, now: string, shown: Shown): CaseReply => {
  const parts = createReplyParts(regulation);
  const { duties, cancelled } = scheduleView(regulation, state, now, shown.reading?.roster);
  const named = (id: string) => ({ id, name: instantName(regulation, id) });
  return {
    ...caseHead(regulation, state, now),
    version: state.version,
    regulation: state.regulation,
    units: unitsView(regulation, state),
    ...gradingOf(regulation, state, parts),
    ...originOf(regulation, state, parts, shown),
    instants: instantsOf(state, parts),
    dateOnly: state.dateOnly.map((id) => named(id)),
    unread: Object.entries(state.unread).map(([id, text]) => ({
      instant: named(id),
      text,
    })),
    doubts: state.doubts.map((id) => named(id)),
    ...pendingOf(regulation, state, parts),
    ...rearrangedOf(regulation, state, parts),
    leftUndone: leftUndoneIn(regulation, state, now),
    telephoneTasks:
      shown.reading === undefined
        ? []
        : telephoneTasksOf(regulation, state, parts, { reading: shown.reading, now }),
    duties,
    cancelled,
  };
};
