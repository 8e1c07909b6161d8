import type { CaseState } from '../../shared/case/state.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { caseFile } from '../support/case-file.ts';
import { rosterOf } from '../support/roster.ts';
import { actorsOf, instantAt, type Step, type Story } from './random-case.ts';

type File = ReturnType<typeof caseFile>;
type Given = Pick<Step, 'actor' | 'command'>;

const chosen = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
/** Every third time nobody looks what it should be about, or who should say it. */
const isBlind = (pick: number): boolean => pick % 3 === 0;

/** Entries that wait for somebody's word; every other time he gives it himself. */
const confirming = (
  { state }: File,
  step: Step,
  command: Extract<CaseCommand, { type: 'ConfirmAct' }>,
): Given => {
  const open = Object.entries(state.confirmations).filter(([, { answer }]) => answer === null);
  const found = isBlind(step.pick) ? undefined : chosen(open, step.pick);
  if (found === undefined)
    return { actor: step.actor, command: { ...command, act: 1 + (step.pick % state.version) } };
  const [act, { person, role }] = found;
  const asked = { id: person ?? '', name: role, role };
  return { actor: person === null ? step.actor : asked, command: { ...command, act: Number(act) } };
};

/** What was made so far, taken back by who made it or by anybody. */
const withdrawing = (
  file: File,
  step: Step,
  command: Extract<CaseCommand, { type: 'WithdrawAct' }>,
): Given => {
  const made = file.log.filter(({ version, events }) => version > 1 && events[0]?.type !== 'CommandRefused');
  const entry = chosen(made, step.pick) ?? file.log[0]!;
  const actor = isBlind(step.pick) || entry.actor.role === 'system' ? step.actor : entry.actor;
  return { actor, command: { ...command, act: entry.version } };
};

const isWaiting = ({ confirmed }: CaseState['releases'][number]): boolean => confirmed === null;

/** The step as it is given now: with the instants, the entries and the people that only the case knows. */
const aimed = (file: File, step: Step, now: string, ago: string): Given => {
  const { actor, command, pick } = step;
  switch (command.type) {
    case 'ConfirmAct':
      return confirming(file, step, command);
    case 'WithdrawAct':
      return withdrawing(file, step, command);
    case 'ConfirmRelease': {
      const act = chosen(file.state.releases.filter(isWaiting), pick)?.entry ?? 1;
      return { actor, command: { ...command, act } };
    }
    case 'DecideReturn': {
      const act = chosen(file.state.returns, pick)?.entry ?? 1;
      return { actor, command: { ...command, act } };
    }
    case 'ReleaseDuty': {
      const owed = isBlind(pick) ? [] : file.schedule().duties.filter((each) => each.isOutside);
      const { call } = command;
      const duty = chosen(owed, pick)?.duty ?? command.duty;
      return {
        actor,
        command: { ...command, duty, ...(call === undefined ? {} : { call: { ...call, at: now } }) },
      };
    }
    case 'CorrectInstant':
      return { actor, command: { ...command, at: ago } };
    case 'AttachItem': {
      const { item, source } = command;
      return {
        actor,
        command: {
          ...command,
          item: item.publishedAt === undefined ? item : { ...item, publishedAt: ago },
          ...(source === undefined ? {} : { source: { ...source, receivedAt: now } }),
        },
      };
    }
    case 'RecordAction': {
      const { onBehalf, outside } = command;
      return {
        actor,
        command: {
          ...command,
          ...(onBehalf === undefined ? {} : { onBehalf: { ...onBehalf, at: ago } }),
          ...(outside === undefined ? {} : { outside: { ...outside, at: ago } }),
        },
      };
    }
    case 'FileReport':
    case 'RecordPublication':
    case 'RecordMeeting':
      return { actor, command: { ...command, madeAt: ago } };
    default:
      return { actor, command };
  }
};

interface Told {
  file: File;
  /** When the last step was, in minutes from the opening. */
  minutes: number;
}
/**
 * Tells the story to a case in which everybody of the bureau stands in the roster. `clocks`: they run in between as the
 * workflow runs them; `unit`: who has the case from the beginning.
 */
export const tell = (
  regulation: Regulation,
  { opener, opening, steps }: Story,
  { clocks = false, unit }: { clocks?: boolean; unit?: string } = {},
): Told => {
  const everybody = rosterOf(actorsOf(regulation));
  const file = caseFile(regulation, () => everybody);
  if (unit !== undefined) file.give(instantAt(0), opener, { ...opening, unit });
  // Where the unit cannot have it, nobody has it yet.
  const first = file.log.length > 0 ? null : file.give(instantAt(0), opener, opening).refusal;
  if (first !== null) throw new Error(first.message);
  let minutes = 0;
  for (const step of steps) {
    minutes += step.afterMinutes;
    const now = instantAt(minutes);
    if (clocks) file.runTo(now);
    const { actor, command } = aimed(file, step, now, instantAt(minutes - step.agoMinutes));
    file.give(now, actor, command);
  }
  return { file, minutes };
};
