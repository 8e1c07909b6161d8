import type { CaseEvent, EventOf } from '../../case/events.ts';
import { instructionDuty } from '../../case/standing.ts';
import type { CaseState } from '../../case/state.ts';
import { isPerUnit } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { dueInChinese } from '../../time/instants.ts';
import type { Context } from '../context.ts';
import { makeNotices } from '../notices.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CommandOf } from '../refusing.ts';

type Asks = NonNullable<EventOf<'InstructionRecorded'>['asks']>;

/** The head of a unit, and who stands above him: the head of the office. */
const headsOf = ({ roles }: Regulation): { unit: string; office: string } => {
  const head = roles.find(
    ({ perUnit, above }) => perUnit && !roles.some(({ id, perUnit: own }) => id === above && own),
  )!;
  return { unit: head.id, office: head.above! };
};

/** Whom it asks: whom it names, else the unit that has the case, else the office, which also follows up a body outside. */
const whom = (regulation: Regulation, state: CaseState, to: CommandOf<'RecordInstruction'>['to']) => {
  const heads = headsOf(regulation);
  const named = to?.role ?? (state.unit === null ? heads.office : heads.unit);
  const kind = regulation.roles.find(({ id }) => id === named)?.kind;
  if (kind !== 'internal') return { role: heads.office };
  if (!isPerUnit(regulation, named)) return { role: named };
  const unit = to?.unit ?? state.unit;
  return { role: named, ...(unit === null ? {} : { unit }) };
};

/** What a 批示 asks for; undefined when it asks nobody for anything. */
export const askedBy = (
  { regulation }: Context,
  state: CaseState,
  { task, deadline, to, text }: CommandOf<'RecordInstruction'>,
  madeAt: string,
): Asks | Refusal | undefined => {
  if (task === undefined && deadline === undefined && to === undefined) return undefined;
  if (deadline !== undefined && deadline <= madeAt)
    return refuse('DEADLINE_PAST', '批示的时限须晚于批示时间');
  return {
    task: task ?? text,
    ...whom(regulation, state, to),
    ...(deadline === undefined ? {} : { due: deadline }),
  };
};

/** Tells whom it asks, at once. */
export const tellAsked = (context: Context, state: CaseState, { role, unit, due }: Asks): CaseEvent => {
  const duty = instructionDuty(state.version + 1);
  return makeNotices(context, state, [
    {
      key: `${duty}#1#${due ?? ''}#told#${role}`,
      role,
      ...(unit === undefined ? {} : { unit }),
      template: 'instructed',
      duty,
      occurrence: '1',
      stage: 'told',
      ...(due === undefined ? {} : { due }),
      variables: { when: due === undefined ? '抓紧' : `于${dueInChinese(due, context.regulation.zone)}前` },
    },
  ]);
};
