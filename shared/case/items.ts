import { type Context, handlingOf, isHigher } from './context.ts';
import type { CaseEvent, GradeRecord, ItemReference } from './events.ts';
import { caseNotices, makeNotices } from './notices.ts';
import type { Decision } from './refusal.ts';
import type { CaseState } from './state.ts';

/**
 * A report of the same story joins its case and re-grades it. A higher suggestion raises a provisional level by itself;
 * a confirmed one is the office's (第十四条), which is told. Nothing is ever lowered here.
 */
export const attachItem = (
  context: Context,
  state: CaseState,
  { item, grade, flags }: { item: ItemReference; grade: GradeRecord; flags: string[] },
): Decision => {
  const known = state.items.some(({ feed, id }) => feed === item.feed && id === item.id);
  const higher = isHigher(context.regulation, grade.level, state.suggestedLevel);
  if (known && !higher) return [];
  const attached: CaseEvent = {
    type: 'ItemAttached',
    item,
    grade,
    ...(higher ? { highest: grade.level } : {}),
  };
  const added = flags.filter((flag) => !state.flags.includes(flag));
  const flagged: CaseEvent[] =
    added.length === 0 ? [] : [{ type: 'FlagsChanged', added, removed: [], reason: '信息内容提示' }];
  if (!higher || !isHigher(context.regulation, grade.level, state.warningLevel))
    return [attached, ...flagged];
  if (state.provisional) {
    const handled = handlingOf(context.regulation, {
      ...state,
      warningLevel: grade.level,
      flags: [...state.flags, ...added],
    });
    return [attached, ...flagged, { type: 'CaseGraded', grade, ...handled, provisional: true }];
  }
  const notices = makeNotices(
    context.regulation,
    state,
    caseNotices(state.version + 1, 'hotter', ['dutyOfficer', 'officeHead']),
  );
  return [attached, ...flagged, { type: 'NoticesMade', notices }];
};
