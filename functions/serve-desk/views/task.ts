import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Task, TaskKind } from '../../../shared/rules/tasks/tasks-of.ts';
import { createReplyParts } from '../../reply-parts.ts';

const KINDS: Readonly<Record<TaskKind, string>> = {
  duty: '应办',
  climbed: '待督促',
  confirm: '待确认',
  sign: '待签发',
  telephone: '待电话通知',
  complete: '待补全',
};

/** A task as the API shows it. */
export const taskView = (
  regulation: Regulation,
  { caseId, due, isPaper: _, overdue = false, provisional = false, byReference = false, ...task }: Task,
): TaskReply => ({
  case: caseId,
  ...task,
  kindText: KINDS[task.kind],
  due: createReplyParts(regulation).timeOrNull(due),
  overdue,
  provisional,
  byReference,
});
