import type { EventOf } from '../../case/events.ts';
import { instructionDuty } from '../../case/standing.ts';
import type { CaseState } from '../../case/state.ts';
import { toldOf } from '../../deadlines/completions/by-notice.ts';
import { isPerUnit, receiversOf } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { makeNotices, type NoticeDraft } from '../notices.ts';

// Whoever has been told to do something that is owed no more is told so: else he goes on with it.

type Told = EventOf<'NoticesMade'>;

/** `due`: of what he was to do; what is being done this very night is told at once. */
const tell = (
  context: Context,
  state: CaseState,
  drafts: readonly NoticeDraft[],
  due: string | undefined,
): Told[] => {
  if (drafts.length === 0) return [];
  const told = makeNotices(
    context,
    state,
    drafts.map((draft) => ({ ...draft, ...(due === undefined ? {} : { due }) })),
  );
  // The limit is gone: no text names it.
  return [{ ...told, notices: told.notices.map(({ due: _, ...notice }) => notice) }];
};

const draftFor = (
  state: CaseState,
  template: string,
  { entry, role, unit }: { entry: number; role: string; unit?: string | undefined },
  variables: Record<string, string> = {},
): NoticeDraft => ({
  key: `case#${state.version + 1}#${template}#${role}#${entry}`,
  role,
  template,
  ...(unit === undefined ? {} : { unit }),
  variables,
});

/** A 批示 that is taken back, or denied by the leader in whose name it was entered: to all whom a text or a call about it reached. */
export const tellInstructionGone = (context: Context, state: CaseState, entry: number): Told[] => {
  const instruction = state.instructions.find((each) => each.entry === entry);
  if (instruction === undefined) return [];
  const key = `${instructionDuty(entry)}#1`;
  const roles = context.regulation.roles.filter(({ id }) => toldOf(state, key, id).length > 0);
  const { unit, due } = instruction;
  const what = { what: `领导批示(日志第${entry}条)` };
  return tell(
    context,
    state,
    roles.map(({ id }) => draftFor(state, 'demandGone', { entry, role: id, unit }, what)),
    due,
  );
};

/** A 督办通知 that is 作废 after it went out. */
export const tellOrderGone = (context: Context, state: CaseState, entry: number): Told[] => {
  const order = state.orders.find((each) => each.entry === entry);
  if (order === undefined || order.issued === null) return [];
  const { number, answerBy } = order.issued;
  const draft = draftFor(state, 'demandGone', order, { what: `督办通知(${number})` });
  return tell(context, state, [draft], answerBy);
};

/** That a case is its own no more: to a unit that has, or had, it (null: none), as it was told of it. */
export const tellHandedOn = (
  context: Context,
  state: CaseState,
  unit: string | null,
  template: 'handedOn' | 'jointOver',
): Told[] => {
  const { version: entry } = state;
  if (unit === null) return [];
  const roles = receiversOf(context.regulation, 'assigned').filter((role) =>
    isPerUnit(context.regulation, role),
  );
  return tell(
    context,
    state,
    roles.map((role) => draftFor(state, template, { entry, role, unit })),
    undefined,
  );
};
