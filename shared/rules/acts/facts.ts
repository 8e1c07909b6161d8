import type { Source } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { unitsToAcknowledge } from '../../case/units.ts';
import { isPerUnit } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { followReference } from '../level/level.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { type Decide, withDate } from '../refusing.ts';

export interface ApplyOverlay {
  type: 'ApplyOverlay';
  flag: string;
  reason: string;
}

type Known = Pick<Source, 'kind' | 'reference'>;
/** Without a number nobody can tell a second assignment from the first again; under another number it is another matter. */
export const unclearReceipt = (
  { regulation }: Pick<Context, 'regulation'>,
  known: readonly Known[],
  { kind, reference, same }: Source,
): Refusal | undefined => {
  if (!regulation.sources.some(({ id, from }) => id === kind && from !== null)) return undefined;
  const ofKind = known.filter((each) => each.kind === kind);
  if (same === true && reference && !ofKind.some((each) => each.reference === reference))
    return refuse(
      'RECEIPT_UNCLEAR',
      '收文号与本案这一来源已有的收文号都不同,不能作为同一件:是新交办的,不要注明同一件;确是同一件的,不填收文号或填原收文号',
    );
  return same === undefined && !reference && ofKind.length > 0
    ? refuse('RECEIPT_UNCLEAR', '本案已有这一来源:请填写收文号,没有收文号的请注明是新交办还是同一件')
    : undefined;
};

export const addSource: Decide<'AddSource'> = (context, state, { source }) =>
  withDate(
    context,
    source.receivedAt,
    (receivedAt) => {
      const unclear = unclearReceipt(context, state.received, source);
      if (unclear !== undefined) return unclear;
      const added = { ...source, receivedAt };
      return [
        { type: 'SourceAdded', source: added },
        ...followReference(context, state, { sources: [...state.sources, added], flags: state.flags }),
      ];
    },
    '收到时间',
  );

/** A special period has begun that this case falls into (特护期). A repeat changes nothing. */
export const applyOverlay = (state: CaseState, { flag, reason }: ApplyOverlay): Decision =>
  state.flags.includes(flag) ? [] : [{ type: 'FlagsChanged', added: [flag], removed: [], reason }];

/** 签收: everybody for himself. The first of each unit that has the case signs for the unit too. */
export const acknowledge: Decide<'Acknowledge'> = ({ regulation, actor }, state) => {
  const unit = isPerUnit(regulation, actor.role)
    ? unitsToAcknowledge(state).find((each) => each === actor.unit)
    : undefined;
  return [{ type: 'CaseAcknowledged', ...(unit === undefined ? {} : { unit }) }];
};
