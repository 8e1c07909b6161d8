import { type CaseState, calmedAtOf } from '../../case/state.ts';
import { beginningOf } from '../../deadlines/starts/beginnings.ts';
import { giversOf, rolesInChinese } from '../../regulations/lookup.ts';
import { dueInChinese } from '../../time/instants.ts';
import { withWord } from '../acts/on-behalf.ts';
import { isLeader } from '../approvals.ts';
import { type Context, scheduleOf } from '../context.ts';
import { refuseStanding } from '../level/level.ts';
import { tellRoles } from '../notices.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Decide, withDate } from '../refusing.ts';

/** The first report that was not made in its period, or is overdue, and that a calm dated back to `calmedAt` would do without. */
const missedAfter = (context: Context, state: CaseState, calmedAt: string) =>
  scheduleOf(context, state)
    .duties.filter(({ limit }) => limit.kind === 'every' && limit.until === 'calmedAt')
    .flatMap(({ name, breachable, history }) =>
      history.flatMap(({ due, outcome }) => {
        if (due === null || due <= calmedAt) return [];
        const isMissed = outcome === 'missed' || (breachable && outcome === 'open' && due < context.now);
        return isMissed ? [{ name, due }] : [];
      }),
    )
    .at(0);

/** A calm that is dated back over missed reports is a leader's, whoever else may declare one; and they stay missed. */
const refuseDatedBack = (
  context: Context,
  state: CaseState,
  role: string,
  calmedAt: string,
): Refusal | undefined => {
  const missed = isLeader(context, role) ? undefined : missedAfter(context, state, calmedAt);
  if (missed === undefined) return undefined;
  const { regulation } = context;
  const leaders = giversOf(regulation, 'DeclareCalm', state.handlingLevel).filter((each) =>
    isLeader(context, each),
  );
  const by = dueInChinese(missed.due, regulation.zone);
  return refuse(
    'ROLE_NOT_ALLOWED',
    `平息时间早于应于${by}前办理而未办的“${missed.name}”,须由${rolesInChinese(regulation, leaders)}宣布;未办的仍记缺报`,
  );
};

/** Why there is nothing to be calmed. */
export const refuseCalm = (context: Context, state: CaseState): Refusal | undefined =>
  refuseStanding(context, state) ??
  (calmedAtOf(state) === null ? undefined : refuse('ALREADY_CALM', '已经宣布平息'));
const notCalm = (): Refusal => refuse('NOT_CALM', '舆情尚未宣布平息');
/** Why nothing can flare up again. */
export const refuseRekindling = (context: Context, state: CaseState): Refusal | undefined =>
  refuseStanding(context, state) ?? (calmedAtOf(state) === null ? notCalm() : undefined);

export const declareCalm: Decide<'DeclareCalm'> = (context, state, command) =>
  withWord(context, state, command, (word) =>
    withDate(context, command.calmedAt ?? word.at, (calmedAt) => {
      const refused = refuseCalm(context, state);
      if (refused !== undefined) return refused;
      const begun = beginningOf(context.regulation, state, 'occurredAt')?.at;
      const since = state.outbreaks.at(-1)?.at ?? state.instants.outbreakAt ?? begun;
      if (since !== undefined && calmedAt < since)
        return refuse('INSTANT_BEFORE_OUTBREAK', '平息时间不能早于舆情发生或发现的时间');
      const datedBack = refuseDatedBack(context, state, word.role, calmedAt);
      if (datedBack !== undefined) return datedBack;
      return [
        { type: 'CalmDeclared', calmedAt, reason: command.reason, ...word.kept },
        tellRoles(context, state, 'calmed'),
      ];
    }),
  );

export const rekindle: Decide<'Rekindle'> = (context, state, command) =>
  withDate(context, command.outbreakAt, (outbreakAt) => {
    const standing = refuseStanding(context, state);
    if (standing !== undefined) return standing;
    const calmedAt = calmedAtOf(state);
    if (calmedAt === null) return notCalm();
    if (outbreakAt < calmedAt) return refuse('INSTANT_BEFORE_CALM', '再次爆发时间不能早于平息时间');
    return [
      { type: 'CaseRekindled', outbreakAt, reason: command.reason },
      tellRoles(context, state, 'rekindled'),
    ];
  });
