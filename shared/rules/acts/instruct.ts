import type { CaseEvent, EventOf } from '../../case/events.ts';
import { instructionDuty } from '../../case/standing.ts';
import type { CaseState } from '../../case/state.ts';
import { isPerUnit } from '../../regulations/lookup.ts';
import { INSTRUCTION_SOURCES } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { dueInChinese } from '../../time/instants.ts';
import type { Context } from '../context.ts';
import { followReference } from '../level/level.ts';
import { makeNotices } from '../notices.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type CommandOf, type Decide, withDate } from '../refusing.ts';
import { withWord } from './on-behalf.ts';

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
const askedBy = (
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
const tellAsked = (context: Context, state: CaseState, { role, unit, due }: Asks): CaseEvent => {
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

/** A 批示, recorded by whoever gave it or for whom; one that a leader gave by telephone is his once he has confirmed it (代录). */
export const recordInstruction: Decide<'RecordInstruction'> = (context, state, command) =>
  withWord(context, state, command, (word) =>
    withDate(context, word.at ?? command.madeAt, (madeAt) => {
      const { regulation } = context;
      const source = { kind: INSTRUCTION_SOURCES[command.from], receivedAt: madeAt };
      const override = command.handleAs ?? state.handlingOverride;
      const known = regulation.sources.some(({ id }) => id === source.kind);
      const asks = askedBy(context, state, command, madeAt);
      if (asks !== undefined && 'code' in asks) return asks;
      return [
        {
          type: 'InstructionRecorded',
          from: command.from,
          madeAt,
          text: command.text,
          ...(command.handleAs === undefined ? {} : { handleAs: command.handleAs }),
          ...(asks === undefined ? {} : { asks }),
          ...word.kept,
        },
        ...(known ? [{ type: 'SourceAdded' as const, source }] : []),
        ...followReference(
          context,
          state,
          { sources: [...state.sources, source], flags: state.flags },
          override,
        ),
        ...(asks === undefined ? [] : [tellAsked(context, state, asks)]),
      ];
    }),
  );
