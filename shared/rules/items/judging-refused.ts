import { isNeutral, PAPER } from '../../case/secret.ts';
import { type Refusal, refuse } from '../refusal.ts';

// What the office says of what a feed brought and what was not taken in: that it needs no entry.

export type RefusedJudgedAs = 'notNeeded' | 'takenBack';
interface Refused {
  isSecret?: true | undefined;
  judgements?: readonly { as: RefusedJudgedAs }[] | undefined;
}

/** Whether somebody has said that it needs no entry, and nobody has taken that back. */
export const isNotNeeded = ({ judgements }: Pick<Refused, 'judgements'>): boolean =>
  judgements?.at(-1)?.as === 'notNeeded';

/** Whether it changes nothing. */
export const isSaidOfRefused = (refused: Refused, as: RefusedJudgedAs): boolean =>
  isNotNeeded(refused) === (as === 'notNeeded');

/** Why this may not be said of it. Undefined when it may. */
export const refuseRefusedJudgement = (
  { isSecret }: Refused,
  { reason }: { reason?: string | undefined },
): Refusal | undefined =>
  isSecret === true && reason !== undefined && !isNeutral(reason)
    ? refuse(
        'SECRET_CONTENT',
        `这条信息标为涉密,内容不得录入本系统:理由请填“${PAPER}”,可加冒号写明文号或存放处`,
      )
    : undefined;
