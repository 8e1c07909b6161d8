import type { FormChoice, FormField } from '../../../../shared/contracts/desk/forms.ts';
import { bringsIn } from '../../../../shared/contracts/desk/news.ts';
import { spoken } from '../../spoken.ts';
import { entryWords, type LogEntry, NEEDS_LOG } from '../case-lists.ts';

// What others entered while somebody filled in a form.

/** What may change what any act does: the level, the instants, whose the case is, whether it is open, and what was taken back. */
const MOVES: readonly string[] = [
  'ConfirmGrade',
  'ChangeLevel',
  'ApproveLevelChange',
  'CorrectInstant',
  'SetFlags',
  'AssignUnit',
  'WithdrawUnit',
  'ReturnCase',
  'DecideReturn',
  'RecordInstruction',
  'WithdrawAct',
  'ConfirmAct',
  'StartPlan',
  'EndPlan',
  'DeclareCalm',
  'Rekindle',
  'Conclude',
  'ApproveConclusion',
];

export interface Meanwhile {
  /** What has to do with the act, in full. */
  about: { key: number; text: string }[];
  /** What has not, in one line; empty: nothing. */
  others: string;
}
/** When it was made, and entered, as the log begins what it tells. */
const TIMES = /^\d+月\d+日(\d+时)?(\d+分)?(（[^）]*补录）)?/;
/** 3月3日1时8分本局领导批示：请速核查 → 本局领导批示. */
const short = ({ labels }: LogEntry): string =>
  spoken(labels[0] ?? '')
    .replace(TIMES, '')
    .split('：')[0]!;

/** The entries that the fields of a form let one choose, such as the approval of what is published. */
export const offeredIn = (
  fields: readonly FormField[],
  choicesOf: (field: FormField) => readonly FormChoice[],
): string[] =>
  fields
    .filter(({ of }) => of !== undefined && NEEDS_LOG.includes(of))
    .flatMap((field) => choicesOf(field).map(({ id }) => id));

/** By these an approval is confirmed, denied or taken away, and so is how all stands that went out under it. */
const OF_APPROVALS: readonly string[] = ['ConfirmAct', 'WithdrawAct'];
const isUnderApproval = ({ events }: LogEntry): boolean =>
  events.some(({ approvals }) => Array.isArray(approvals) && approvals.length > 0);

/** `offered`: the entries that the form itself may rest on. */
export const meanwhile = (
  entries: readonly LogEntry[],
  type: string,
  offered: readonly string[],
  now: number,
): Meanwhile => {
  const isAbout = (entry: LogEntry): boolean =>
    entry.command === type ||
    MOVES.includes(entry.command) ||
    bringsIn(entry) ||
    (OF_APPROVALS.includes(type) && isUnderApproval(entry)) ||
    offered.includes(String(entry.version));
  const others = entries.filter((entry) => !isAbout(entry));
  const names = [...new Set(others.map(short))].filter((name) => name !== '');
  return {
    about: entries.filter(isAbout).map((entry) => ({ key: entry.version, text: entryWords(entry, now) })),
    others: others.length === 0 ? '' : `与本次办理无关的${others.length}条：${names.join('、')}`,
  };
};
