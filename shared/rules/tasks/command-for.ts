import type { CaseState } from '../../case/state.ts';
import type { OfficeCommand } from '../../contracts/commands.ts';
import type { ScheduledDuty, Way } from '../../deadlines/scheduled-duty.ts';
import { isPerUnit } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';

/** A command that meets a task, as far as the task says what it carries. */
export interface CommandFor {
  type: OfficeCommand['type'];
  carries: Readonly<Record<string, string | number | readonly string[]>>;
}
const give = (type: CommandFor['type'], carries: CommandFor['carries'] = {}): CommandFor => ({
  type,
  carries,
});

/** What a list says of a field: only one will do. */
const only = (field: string, values: readonly string[] = []): Record<string, string> =>
  values.length === 1 ? { [field]: values[0]! } : {};

const reportFor = (
  { missingReceivers, receivers }: ScheduledDuty,
  { kinds, forms, to }: Extract<Way, { act: 'report' }>,
): CommandFor => {
  const left = missingReceivers.flatMap(([first]) => first ?? []);
  const wanted = left.length > 0 ? left : (to ?? receivers);
  return give('FileReport', { ...only('kind', kinds), ...only('form', forms), to: [...wanted] });
};

const commandOf = (scheduled: ScheduledDuty, way: Way): CommandFor | undefined => {
  switch (way.act) {
    case 'report':
      return reportFor(scheduled, way);
    case 'publication':
      return give('RecordPublication', only('form', way.forms));
    case 'action':
      return give('RecordAction', { action: way.action });
    case 'decision':
      return give('RecordDecision', { decision: way.decision });
    case 'document':
      return give('IssueDocument', { document: way.document });
    case 'rated':
      return give('RateCase', { scale: way.scale });
    case 'meeting':
      return give('RecordMeeting');
    case 'planRequest':
      return give('RequestPlan');
    case 'planStart':
      return give('StartPlan');
    case 'unitAssigned':
      return give('AssignUnit');
    case 'gradeConfirmed':
    // Asked again, the office keeps the level or raises it.
    case 'gradeReviewed':
      return give('ConfirmGrade');
    case 'calm':
      return give('DeclareCalm');
    case 'review':
      return give('FileReview');
    case 'notice':
      // What no warning waits for is told by itself.
      return scheduled.warning === null || scheduled.warning.isReleased
        ? undefined
        : give('ReleaseWarning', { duty: scheduled.duty });
    case 'answer':
      return give('FileReport', { answers: [String(way.entry)] });
    case 'sign':
      return give('SignSupervisionOrder', { order: way.entry });
    case 'acknowledge':
      return give('AcknowledgeOrder', { order: way.entry });
    case 'decideReturn':
      return give('DecideReturn', { act: way.entry });
    // A case that is open cannot be opened once more.
    case 'opening':
      return undefined;
  }
};

/** Whether the system would tell a unit's post by itself, and no unit has the case: the case has to be handed to one first. */
export const waitsForUnit = (
  { regulation, state }: { regulation: Regulation; state: Pick<CaseState, 'unit'> },
  { isNotice, warning, receivers }: Pick<ScheduledDuty, 'isNotice' | 'warning' | 'receivers'>,
): boolean =>
  isNotice &&
  state.unit === null &&
  (warning === null || warning.isReleased) &&
  receivers.some((role) => isPerUnit(regulation, role));

/** The commands of which any meets a duty; a limit that another rule gives has to be entered first. */
export const commandsFor = (scheduled: ScheduledDuty): CommandFor[] => {
  const found = scheduled.ways.flatMap((way) => commandOf(scheduled, way) ?? []);
  const isUnset =
    scheduled.limit.kind === 'external' && !scheduled.isOfCase && scheduled.current.due === null;
  return isUnset ? [give('SetDeadline', { duty: scheduled.duty }), ...found] : found;
};

/** The same in a case as it stands: what its unit is to be told needs a unit. */
export const commandsIn = (
  of: { regulation: Regulation; state: Pick<CaseState, 'unit'> },
  scheduled: ScheduledDuty,
): CommandFor[] => (waitsForUnit(of, scheduled) ? [give('AssignUnit')] : commandsFor(scheduled));
