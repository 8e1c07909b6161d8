import type { Actor } from '../../../../shared/case/events.ts';
import type { ScheduledDuty } from '../../../../shared/deadlines/scheduled-duty.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { type File, open, person, UNITS } from '../../../readings/given.ts';

/** Somebody of a unit. */
export const of = (unit: string, role = 'unitLiaison'): Actor => ({
  ...person(role, `p-${unit}-${role}`),
  unit,
});
/** Who hands cases to units in this bureau. */
export const office = ({ authorities }: Regulation): Actor =>
  person(authorities.find(({ command }) => command === 'AssignUnit')!.roles[0]!);

export const REASON = '所反映的事项不属于本单位职责';
export const joint = (unit: string): CaseCommand => ({ type: 'AssignUnit', unit, part: 'joint' });
export const lead = (unit: string): CaseCommand => ({ type: 'AssignUnit', unit });
export const acknowledge: CaseCommand = { type: 'Acknowledge' };
export const giveBack: CaseCommand = { type: 'ReturnCase', reason: REASON };

interface FirstReport {
  bureau: string;
  level: string;
  duty: string;
  others: readonly [string, string];
  report: CaseCommand;
}
/** Where each unit owes a first report of its own: at which level, what, and by which report. */
export const FIRST_REPORTS: readonly FirstReport[] = [
  {
    bureau: 'leizhou',
    level: 'orange',
    duty: 'unitResponse',
    others: ['drugs', 'price'],
    report: { type: 'FileReport', kind: 'first', form: 'telephone', to: ['chiefLeader'] },
  },
  {
    bureau: 'yinzhou',
    level: 'larger',
    duty: 'reportLeaders',
    others: ['charity', 'elderly'],
    report: {
      type: 'FileReport',
      kind: 'first',
      form: 'oral',
      to: ['deputyLeader', 'chiefLeader', 'officeHead'],
    },
  },
];
export const FIRST = ({ bureau }: { bureau: string }): string => UNITS[bureau]!;

/** Each time that the duty is owed now: whose it is and what became of it. */
export const owedBy = (file: Pick<File, 'schedule'>, duty: string): (string | undefined)[][] =>
  file
    .schedule()
    .duties.filter((each: ScheduledDuty) => each.duty === duty)
    .map(({ unit, current, status }) => [unit, current.occurrence, status]);

/** A case that its unit has, and has been warned of. */
export const warned = (bureau: string, level: string): File => {
  const file = open({ bureau, level });
  file.release('03-02 10:05');
  return file;
};
