import type { EventOf } from '../../case/events.ts';
import { CALLS_TO_OFFICE } from '../../case/secret.ts';
import type { OpenNotice } from '../../case/state/open-notice.ts';
import { type CaseState, isSecret } from '../../case/state.ts';
import { leadAcknowledgedAt } from '../../case/units.ts';
import type { Context } from '../context.ts';
import { makeNotices, type NoticeDraft, waitsForMorning } from '../notices.ts';

// Of a 涉密 case no text says anything. Who is on duty is called to the office, until he signs for it; there the telephone tasks
// are (reading R26).

/** What was written before the case was marked: the head of the office reports it (保守国家秘密法实施条例第六十一条). */
export const SECRET_FOUND = 'secretFound';

/** The telephone tasks that nobody has signed for yet (签收 is for what was there then), by night those that cannot wait. */
const unheard = (context: Context, state: CaseState): OpenNotice[] => {
  const acknowledgedAt = leadAcknowledgedAt(state);
  return Object.values(state.telephoneTasks).filter(
    (task) =>
      task.byTelephone &&
      (acknowledgedAt === null || task.madeAt > acknowledgedAt) &&
      !waitsForMorning(context, task),
  );
};
const isOnItsWay = ({ pendingNotices }: CaseState, role: string): boolean =>
  Object.values(pendingNotices).some((notice) => notice.template === CALLS_TO_OFFICE && notice.role === role);

const toRole = (state: CaseState, template: string, role: string): NoticeDraft => ({
  key: `case#${state.version + 1}#${template}#${role}`,
  role,
  template,
});

/** Calls who is on duty to the office; nothing while such a text is on its way, or there is nothing for him to hear of. */
export const callToOffice = (
  context: Context,
  state: CaseState,
  roles: readonly string[] = [context.regulation.onDuty],
): EventOf<'NoticesMade'>[] =>
  !isSecret(state) || isOnItsWay(state, context.regulation.onDuty) || unheard(context, state).length === 0
    ? []
    : [
        makeNotices(
          context,
          state,
          roles.map((role) => toRole(state, CALLS_TO_OFFICE, role)),
        ),
      ];
/** Where nobody has come, the head of the office is called too. */
export const callAgain = (context: Context, state: CaseState): EventOf<'NoticesMade'>[] =>
  callToOffice(context, state, [context.regulation.onDuty, context.regulation.headOfOffice]);

/** What marking a case that was there has the head of the office told, and who called: no marker keeps it to himself. `before`: as it was; `after`: as it is becoming. */
export const tellMarked = (
  context: Context,
  before: CaseState | null,
  after: CaseState,
): EventOf<'NoticesMade'>[] =>
  before === null || isSecret(before) || !isSecret(after)
    ? []
    : [
        makeNotices(
          context,
          { ...after, version: before.version },
          [SECRET_FOUND, CALLS_TO_OFFICE].map((template) =>
            toRole(before, template, context.regulation.headOfOffice),
          ),
        ),
      ];

/** Calls who is on duty when there is more to tell than before. */
export const tellPaper = (
  context: Context,
  before: CaseState | null,
  after: CaseState,
): EventOf<'NoticesMade'>[] => {
  const known = before?.telephoneTasks ?? {};
  return isSecret(after) && unheard(context, after).some(({ key }) => known[key] === undefined)
    ? callToOffice(context, { ...after, version: before?.version ?? 0 })
    : [];
};
