import { calmedAtOf } from '../../case/state.ts';
import { beginningOf } from '../../deadlines/starts/beginnings.ts';
import { withWord } from '../acts/on-behalf.ts';
import { refuseStanding } from '../level/level.ts';
import { tellRoles } from '../notices.ts';
import { refuse } from '../refusal.ts';
import { type Decide, withDate } from '../refusing.ts';

export const declareCalm: Decide<'DeclareCalm'> = (context, state, command) =>
  withWord(context, state, command, (word) =>
    withDate(context, command.calmedAt ?? word.at, (calmedAt) => {
      const standing = refuseStanding(context, state);
      if (standing !== undefined) return standing;
      if (calmedAtOf(state) !== null) return refuse('ALREADY_CALM', '已经宣布平息');
      const begun = beginningOf(context.regulation, state, 'occurredAt')?.at;
      const since = state.outbreaks.at(-1)?.at ?? state.instants.outbreakAt ?? begun;
      if (since !== undefined && calmedAt < since)
        return refuse('INSTANT_BEFORE_OUTBREAK', '平息时间不能早于舆情发生或发现的时间');
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
    if (calmedAt === null) return refuse('NOT_CALM', '舆情尚未宣布平息');
    if (outbreakAt < calmedAt) return refuse('INSTANT_BEFORE_CALM', '再次爆发时间不能早于平息时间');
    return [
      { type: 'CaseRekindled', outbreakAt, reason: command.reason },
      tellRoles(context, state, 'rekindled'),
    ];
  });
