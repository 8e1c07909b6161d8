import type { DutyReply } from '../../../../shared/contracts/replies/duty.ts';
import { spoken } from '../../spoken.ts';

// Several units may owe the same duty, each for itself: which is which.

type Own = Pick<DutyReply, 'unit'>;

/** What a duty is called: with its unit, where several units owe the same. */
export const dutyName = ({ name, unit }: Own & { name: string }): string =>
  unit == null ? spoken(name) : `${spoken(name)}（${spoken(unit.name)}）`;

/** By what the duties of a case differ. */
export const dutyKey = ({ duty, unit }: Own & { duty: string }): string => `${duty}/${unit?.id ?? ''}`;
