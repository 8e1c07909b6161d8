import type { CaseEvent } from '../../case/events.ts';
import { unjudgedMark } from '../../case/state/case-item.ts';
import type { CaseState } from '../../case/state.ts';
import { cited, rolesInChinese } from '../../regulations/lookup.ts';
import { SECRET_FLAG } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { checkAuthority } from '../authority.ts';
import type { Context } from '../context.ts';
import { followReference } from '../level/level.ts';
import { buysTime } from '../limits/buys-time.ts';
import { checkTimeGrant } from '../limits/time-grant.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';

// Who may set a flag, and who may take it off: the data say it of each, where it is not whoever may give SetFlags.

type Flag = Regulation['flags'][number];
const flagOf = ({ flags }: Regulation, id: string): Flag | undefined => flags.find((flag) => flag.id === id);

/** Why somebody may not set a flag at all: who may not give SetFlags sets only those that the data give him. */
export const refuseFlags = (
  context: Context,
  state: CaseState | null,
  flags: readonly string[],
): Refusal | undefined => {
  const { regulation, actor } = context;
  const foreign = checkAuthority(context, state, 'SetFlags');
  if (foreign === undefined) return undefined;
  const wrong = flags.find((id) => !(flagOf(regulation, id)?.setBy?.includes(actor.role) ?? false));
  if (wrong === undefined) return undefined;
  return refuse(foreign.code, `标记“${flagOf(regulation, wrong)?.name ?? wrong}”:${foreign.message}`);
};

/** A flag by which the regulation protects somebody is taken off by a leader alone (涉密, 涉政治, 重大敏感, 跨区域). */
const refuseLift = ({ regulation, actor }: Context, removed: readonly string[]): Refusal | undefined => {
  for (const id of removed) {
    const flag = flagOf(regulation, id);
    if (flag?.liftBy !== undefined && !flag.liftBy.includes(actor.role))
      return refuse(
        'ROLE_NOT_ALLOWED',
        `取消标记“${flag.name}”须由${rolesInChinese(regulation, flag.liftBy)}办理${cited(regulation, flag.cite)}`,
      );
  }
  return undefined;
};

/** A case is 涉密 no more when a paper of the 保密 authority says so (reading R26). */
const refusePaperless = (removed: readonly string[], reference: string | undefined): Refusal | undefined =>
  removed.includes(SECRET_FLAG) && reference === undefined
    ? refuse('REFERENCE_REQUIRED', '取消“涉密”须填写保密文件的文号')
    : undefined;

export const setFlags: Decide<'SetFlags'> = (context, state, command) => {
  const added = command.add.filter((flag) => !state.flags.includes(flag));
  const removed = command.remove.filter((flag) => state.flags.includes(flag));
  // That what could not be read of an item's marks changes nothing is an answer too.
  const isAsked = state.items.some((item) => unjudgedMark(item) !== undefined);
  // In a case that was merged a mark changes nothing any more but who may read it.
  if (state.mergedInto !== null && [...added, ...removed].some((flag) => flag !== SECRET_FLAG))
    return refuse(
      'CASE_MERGED',
      `本案已并入案卷${state.mergedInto.case},请在该案卷办理;在本案只能标明或取消“涉密”`,
    );
  if (added.length + removed.length === 0 && !isAsked) return refuse('FLAGS_UNCHANGED', '标记没有变化');
  const own =
    removed.length === 0 ? refuseFlags(context, state, added) : checkAuthority(context, state, 'SetFlags');
  const wrong = own ?? refuseLift(context, removed) ?? refusePaperless(removed, command.reference);
  if (wrong !== undefined) return wrong;
  const flags = [...state.flags, ...added].filter((flag) => !removed.includes(flag));
  const { reason, reference } = command;
  const changed: CaseEvent[] = [
    { type: 'FlagsChanged', added, removed, reason, ...(reference === undefined ? {} : { reference }) },
    ...followReference(context, state, { sources: state.sources, flags }),
  ];
  // A flag may carry a running limit away: that is for whom the regulation lets move an instant later.
  if (!buysTime(context, state, changed)) return changed;
  // Nobody takes off what he set himself.
  const setters = removed.flatMap((flag) => state.flaggedBy[flag] ?? []);
  const late = [undefined, ...setters]
    .map((by) => checkTimeGrant(context, state, by))
    .find((refused) => refused !== undefined);
  return late === undefined ? changed : refuse(late.code, `标记变动后时限将消失或推后:${late.message}`);
};
