import type { CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import { actsOfEntry } from '../../case/standing.ts';
import type { CaseState } from '../../case/state.ts';
import { giverOf } from '../approvals.ts';
import { checkAuthority } from '../authority.ts';
import type { Context } from '../context.ts';
import { isSamePerson } from '../persons.ts';
import { archive } from '../phases/conclude.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { CommandOf, Decide } from '../refusing.ts';
import { partsOf, wordsOf } from './given.ts';
import { incompleteActs } from './incomplete.ts';

const after = (context: Context, state: CaseState, events: CaseEvent[]): CaseState =>
  foresee(state, events, { at: context.now, actor: context.actor, version: state.version + 1 });

/**
 * Why nobody may fill this in: what was given stands (who was wrong takes the act back), and whom to report to is said by
 * who decided it, not by who wrote it down.
 */
const refuseGiven = (
  context: Context,
  state: CaseState,
  command: CommandOf<'CompleteAct'>,
  name: string,
): Refusal | undefined => {
  const acts = actsOfEntry(state, command.act);
  const decision = state.decisions.find(({ entry }) => entry === command.act);
  const given = partsOf(command).filter((part) => acts.some(({ parts }) => parts.includes(part)));
  if (given.length > 0 || (command.to !== undefined && decision?.to != null))
    return refuse('PART_ALREADY_GIVEN', `“${name}”已经写明的内容不能改写;写错的,请撤回后重新录入`);
  if (command.to === undefined || decision === undefined) return undefined;
  return isSamePerson(context, giverOf(state, decision), context.actor)
    ? undefined
    : refuse(
        'NOT_YOURS_TO_CONFIRM',
        `“${name}”的报送对象由作出决定的本人补明,或由办公室另行代录其本人的决定`,
      );
};

/** Fills in what an act lacks: whoever made it, or the office. The act stays what and when it was; the log keeps both. */
export const completeAct: Decide<'CompleteAct'> = (context, state, command) => {
  const { regulation, actor } = context;
  const before = incompleteActs(regulation, state).find(({ act }) => act === command.act);
  if (before === undefined)
    return refuse('ACT_NOT_INCOMPLETE', `案卷日志第${command.act}条没有待补的要件;编号见案卷中的“要件待补”`);
  const others = isSamePerson(context, before.by, actor)
    ? undefined
    : checkAuthority(context, state, 'CompleteForOthers');
  if (others !== undefined) return refuse(others.code, `补齐他人的办理记录:${others.message}`);
  const given = refuseGiven(context, state, command, before.name);
  if (given !== undefined) return given;
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
      `所填的还不够,没有补齐;“${before.name}”仍缺:${left.missing.join('、')}`,
    );
  const closing = archive(context, after(context, state, [completed]));
  return [completed, ...(isRefusal(closing) ? [] : closing)];
};
