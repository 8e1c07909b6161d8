import type { CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { checkAuthority } from '../authority.ts';
import type { Context } from '../context.ts';
import { isSamePerson } from '../persons.ts';
import { archive } from '../phases/conclude.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';
import { partsOf, wordsOf } from './given.ts';
import { incompleteActs } from './incomplete.ts';

const after = (context: Context, state: CaseState, events: CaseEvent[]): CaseState =>
  foresee(state, events, { at: context.now, actor: context.actor, version: state.version + 1 });

/** Fills in what an act lacks: whoever made it, or the office. The act stays what and when it was; the log keeps both. */
export const completeAct: Decide<'CompleteAct'> = (context, state, command) => {
  const { regulation, actor } = context;
  const before = incompleteActs(regulation, state).find(({ act }) => act === command.act);
  if (before === undefined)
    return refuse('ACT_NOT_INCOMPLETE', `第${command.act}号记录没有待补的要件;编号见案卷中的“要件待补”`);
  const others = isSamePerson(context, before.by, actor)
    ? undefined
    : checkAuthority(context, state, 'CompleteForOthers');
  if (others !== undefined) return refuse(others.code, `补齐他人的办理记录:${others.message}`);
  const { fields = {}, to } = command;
  const completed: CaseEvent = {
    type: 'ActCompleted',
    act: command.act,
    given: { ...wordsOf(command), ...fields },
    ...(to === undefined ? {} : { to }),
    parts: partsOf(command),
  };
  const left = incompleteActs(regulation, after(context, state, [completed])).find(
    ({ act }) => act === command.act,
  );
  if (left !== undefined && left.missing.length === before.missing.length)
    return refuse(
      'PARTS_STILL_MISSING',
      `所填内容没有补上要件;“${before.name}”仍缺:${left.missing.join('、')}`,
    );
  const closing = archive(context, after(context, state, [completed]));
  return [completed, ...(isRefusal(closing) ? [] : closing)];
};
