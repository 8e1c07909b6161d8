import type { Release } from '../../case/state/release.ts';
import type { CaseState } from '../../case/state.ts';
import { nameIn } from '../../regulations/lookup.ts';
import { type Context, scheduleOf } from '../context.ts';
import { refuseSecondPerson } from '../persons.ts';
import { type Decision, refuse } from '../refusal.ts';
import { type CommandOf, type Decide, withDate } from '../refusing.ts';
import { askSecondPerson } from './second-person.ts';
import { owedOutside } from './unmet.ts';

// A body outside may do without an answer that it is owed. The office enters what it said, a leader confirms it.

/** Which time of which duty, as the events say it. */
const released = ({ duty, occurrence, name }: Pick<Release, 'duty' | 'occurrence' | 'name'>) => ({
  duty,
  occurrence,
  ...(name === undefined ? {} : { name }),
});

export const releaseDuty: Decide<'ReleaseDuty'> = (context, state, command) =>
  withDate(context, command.call?.at, (at) => releasedAt(context, state, command, at), '来电时间');

/** `at`: when the body outside called, if it did. */
const releasedAt = (
  context: Context,
  state: CaseState,
  command: CommandOf<'ReleaseDuty'>,
  at: string,
): Decision => {
  const { document, reason } = command;
  const call = command.call && { ...command.call, at };
  if (document === undefined && call === undefined)
    return refuse('RELEASE_WITHOUT_BASIS', '请填写对方来文的文号;没有来文的,填写来电单位和时间(来文后补)');
  const named = scheduleOf(context, state).duties.filter(({ name }) => name === command.duty);
  const isMeant = (duty: string, occurrence: string): boolean =>
    (duty === command.duty || named.some((each) => each.duty === duty)) &&
    (command.occurrence === undefined || occurrence === command.occurrence);
  const undocumented = state.releases.find(
    (each) => each.confirmed !== null && each.document === undefined && isMeant(each.duty, each.occurrence),
  );
  if (undocumented !== undefined && document !== undefined)
    return [{ type: 'ReleaseDocumented', act: undocumented.entry, ...released(undocumented), document }];
  const owed = owedOutside(context, state).find(({ duty, current }) => isMeant(duty, current.occurrence));
  if (owed === undefined)
    return refuse(
      'RELEASE_NOT_OWED',
      `“${nameIn(context.regulation.duties, command.duty)}”不能免报;只有对局外单位负有、有具体时限且尚未办理的事项,才可由收文机关同意免报`,
    );
  const { duty, name, isOfCase, current } = owed;
  const { occurrence } = current;
  const pending = state.releases.find((each) => each.duty === duty && each.occurrence === occurrence);
  if (pending !== undefined && pending.document === document && pending.call?.at === call?.at) return [];
  return [
    {
      type: 'DutyReleased',
      ...released({ duty, occurrence, name: isOfCase ? name : undefined }),
      ...(document === undefined ? {} : { document }),
      ...(call === undefined ? {} : { call }),
      reason,
    },
    askSecondPerson(context, state, 'ConfirmRelease', '收文机关同意免报'),
  ];
};

/** `act`: the entry of the release. A repeat is a success. */
export const confirmRelease = (context: Context, state: CaseState, { act }: { act: number }): Decision => {
  const release = state.releases.find(({ entry }) => entry === act);
  if (release === undefined) return refuse('ACT_UNKNOWN', `案卷日志第${act}条不是待确认的免报`);
  if (release.confirmed !== null) return [];
  const alone = refuseSecondPerson(context, release.by, '免报须由录入人以外的第二人确认');
  if (alone !== undefined) return alone;
  return [{ type: 'ReleaseConfirmed', act, ...released(release) }];
};
