import type { Notice } from '../../../shared/case/events.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import type { ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import { addressesOf } from '../../../shared/notices/addresses.ts';
import { compose } from '../../../shared/notices/compose.ts';
import { partOf } from '../../../shared/notices/words.ts';
import type { Consulted } from '../../../shared/office/change-case.ts';
import { citations, nameIn } from '../../../shared/regulations/lookup.ts';
import type { Context } from '../../../shared/rules/context.ts';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import type { IncompleteAct } from '../../../shared/rules/parts/incomplete.ts';
import { nameOfPerson } from '../../../shared/rules/persons.ts';
import type { Refusal } from '../../../shared/rules/refusal.ts';
import type { AwaitedWord } from '../../../shared/rules/tasks/awaited.ts';
import type { Foretold } from '../../../shared/rules/trying/foretell.ts';
import { createReplyParts } from '../../reply-parts.ts';
import { caseHead } from '../views/case-head.ts';
import { foundLateText } from '../views/duty.ts';

const WOULD_BE = {
  done: '可以办理',
  nothing: '已经办过或无须办理,不会有任何变化',
  refused: '不予办理',
} as const;

/** An answer in which nothing would happen. */
const bare = (wouldBe: TriedReply['wouldBe'], at: string, refusal: Refusal | null): TriedReply => ({
  wouldBe,
  wouldBeText: WOULD_BE[wouldBe],
  at,
  refusal: refusal && { code: refusal.code, message: refusal.message },
  limits: [],
  late: [],
  toConfirm: [],
  missing: [],
  texts: [],
  textsAtOnce: [],
  log: [],
  notes: [],
  after: null,
});

type Setting = Pick<Context, 'regulation' | 'now'>;
/** What would be refused. */
export const refusedView = ({ regulation, now }: Setting, refusal: Refusal): TriedReply =>
  bare('refused', createReplyParts(regulation).time(now), refusal);
/** What is there already. */
export const nothingView = ({ regulation, now }: Setting): TriedReply =>
  bare('nothing', createReplyParts(regulation).time(now), null);

const limitView = (
  { regulation }: Context,
  { settled, scheduled }: Foretold['limits'][number],
): TriedReply['limits'][number] => {
  const { role, unitOrNull, timeOrNull } = createReplyParts(regulation);
  return {
    duty: settled.duty,
    name: scheduled.name,
    occurrence: settled.occurrence,
    what: settled.outcome,
    whatText: labelOf(regulation, { type: 'DutiesSettled', settled: [settled] }),
    // 随时, 持续 are never settled.
    limitKind: scheduled.limit.kind as TriedReply['limits'][number]['limitKind'],
    limitText: scheduled.limitText,
    due: timeOrNull(settled.due),
    before: timeOrNull(settled.before),
    at: timeOrNull(settled.at),
    reason: settled.reason ?? null,
    provisional: settled.provisional === true || settled.awaitsList === true,
    byReference: settled.byReference === true,
    responsible: role(scheduled.responsible),
    unit: unitOrNull(scheduled.unit ?? null),
    clauses: citations(regulation, scheduled.cite),
  };
};

const lateView = ({ regulation }: Context, scheduled: ScheduledDuty): TriedReply['late'][number] => {
  const { duty, name, current } = scheduled;
  return {
    ...{ duty, name, occurrence: current.occurrence },
    due: createReplyParts(regulation).time(current.due!),
    foundLateText: foundLateText(scheduled),
  };
};

const wordView = (
  { regulation }: Context,
  { text, roles, person, isThere }: AwaitedWord,
): TriedReply['toConfirm'][number] => ({
  text,
  roles: roles.map(createReplyParts(regulation).role),
  person,
  nobody: !isThere,
});

const missingView = (
  { status }: CaseState,
  { name, missing }: IncompleteAct,
): TriedReply['missing'][number] => ({
  name,
  parts: missing,
  text: `“${name}”缺${missing.join('、')};照常计入,${status === 'open' ? '结报' : '归档'}前须补齐`,
});

/** `number`: how the case is called in what it would tell. */
export const textView = (
  { regulation, roster, now }: Context,
  state: CaseState,
  notice: Notice,
): TriedReply['textsAtOnce'][number] => {
  const { role, unitOrNull } = createReplyParts(regulation);
  const to = role(notice.role);
  const unit = notice.unit === undefined ? '' : `(${nameIn(regulation.units, notice.unit)})`;
  const person = notice.person === undefined ? undefined : nameOfPerson(roster, notice.person);
  const said = notice.byTelephone ? null : compose(regulation, [partOf(regulation, state, notice, { now })]);
  const reached = addressesOf(regulation, { roster, before: [] }, notice);
  return {
    to,
    instead: reached?.reachedRole === undefined ? null : role(reached.reachedRole),
    nobody: reached === undefined,
    toText: `${to.name}${unit}${person ?? ''}`,
    unit: unitOrNull(notice.unit ?? null),
    text: said?.text ?? null,
  };
};

/** What a decision would do, as the API shows it; `called`: what its texts call the case. */
export const doneView = (context: Context, foretold: Foretold, called?: string): TriedReply => {
  const { regulation, now } = context;
  const { timeOrNull } = createReplyParts(regulation);
  const { state, limits, late, onceApproved, awaited, missing, notices, atOnce, others, notes } = foretold;
  const { stateText, warningLevel, handlingLevel, gradingText, provisional } = caseHead(
    regulation,
    state,
    now,
  );
  const named = called === undefined ? state : { ...state, caseId: called };
  return {
    ...bare('done', createReplyParts(regulation).time(now), null),
    limits: limits.map((each) => limitView(context, each)),
    late: late.map((each) => lateView(context, each)),
    ...(onceApproved.length === 0
      ? {}
      : {
          onceApproved: onceApproved.map(({ settled }) =>
            labelOf(regulation, { type: 'DutiesSettled', settled: [settled] }),
          ),
        }),
    toConfirm: awaited.map((each) => wordView(context, each)),
    missing: missing.map((each) => missingView(state, each)),
    texts: notices.map((notice) => ({
      ...textView(context, named, notice),
      notBefore: timeOrNull(notice.notBefore),
    })),
    textsAtOnce: atOnce.map((notice) => textView(context, named, notice)),
    log: others.map((event) => labelOf(regulation, event)),
    notes,
    after: { stateText, warningLevel, handlingLevel, gradingText, provisional },
  };
};

/** What the rules have said, as far as they would do nothing; undefined: they decide something. */
export const nothingDoneView = ({ context, events, refusal }: Consulted): TriedReply | undefined => {
  if (refusal !== null) return refusedView(context, refusal);
  return events.length === 0 ? nothingView(context) : undefined;
};
