import { contentIn } from '../../case/events/map-content.ts';
import type { CaseEvent, GradeRecord, ItemReference } from '../../case/events.ts';
import { isNeutral, MASKED, PAPER } from '../../case/secret.ts';
import { isSystem } from '../../case/state/act.ts';
import { type CaseState, isSecret } from '../../case/state.ts';
import { SECRET_FLAG } from '../../regulations/reserved.ts';
import type { Context } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Every text within a command. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Whether these events make the case 涉密, or leave it so. */
const endsSecret = (state: CaseState | null, events: readonly CaseEvent[]): boolean =>
  events.reduce(
    (before, event) => {
      if (event.type === 'CaseOpened') return event.flags.includes(SECRET_FLAG);
      if (event.type !== 'FlagsChanged') return before;
      return (before || event.added.includes(SECRET_FLAG)) && !event.removed.includes(SECRET_FLAG);
    },
    state !== null && isSecret(state),
  );

/**
 * Nothing of what a 涉密 case is about is written into this system (保密法; reading R26): of what a person typed no text may come
 * into its log but that the paper tells it, and where that lies. What the system says by itself is not meant. Undefined when all
 * is well.
 */
export const refuseContent = (
  { actor }: Pick<Context, 'actor'>,
  state: CaseState | null,
  command: object,
  events: readonly CaseEvent[],
): Refusal | undefined => {
  if (isSystem(actor) || !endsSecret(state, events)) return undefined;
  const typed = new Set(textsIn(command));
  return contentIn(events).some((text) => typed.has(text) && !isNeutral(text))
    ? refuse(
        'SECRET_CONTENT',
        `本案涉密,内容不得录入本系统:文字各项请填“${PAPER}”,可加冒号写明文号或存放处,如“${PAPER}:保密室3号柜”`,
      )
    : undefined;
};

/** An item of a 涉密 case: where it came from and when, and nothing of what it says. */
export const withoutContent = ({ url: _, text: __, ...item }: ItemReference): ItemReference => ({
  ...item,
  title: MASKED,
});
/** A grade without its reasons, which quote. */
export const withoutReasons = <G extends GradeRecord>(grade: G): G => ({ ...grade, reasons: [] });
