import { contentIn } from '../../case/events/map-content.ts';
import type { CaseEvent, GradeRecord, ItemReference } from '../../case/events.ts';
import { endsSecret, isNeutral, MASKED, PAPER } from '../../case/secret.ts';
import { isSystem } from '../../case/state/act.ts';
import { type CaseState, isSecret } from '../../case/state.ts';
import { SECRET_FLAG } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { Context } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Every text within a value, the names of its fields too: people type those of a form's parts. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap(textsIn)
    : Object.entries(value).flatMap(([name, part]) => [name, ...textsIn(part)]);
};

/** The bureau's own words: what its regulation has of ids, names and forms. */
const words = new WeakMap<Regulation, ReadonlySet<string>>();
const wordsOf = (regulation: Regulation): ReadonlySet<string> => {
  const known = words.get(regulation) ?? new Set(textsIn(regulation));
  words.set(regulation, known);
  return known;
};
/** Ids, keys and instants. */
const IDENTIFIES = /^[\w#.:+@-]{1,120}$/;

const hasFlag = (command: object, name: 'flags' | 'add'): boolean => {
  const list = (command as Record<string, unknown>)[name];
  return Array.isArray(list) && list.includes(SECRET_FLAG);
};
/** Whether a command is one upon a 涉密 case, or would make it one. */
const isUponSecret = (state: CaseState | null, command: { type: string }): boolean =>
  (state !== null && isSecret(state)) ||
  (command.type === 'OpenCase' && hasFlag(command, 'flags')) ||
  (command.type === 'SetFlags' && hasFlag(command, 'add'));
const isLifting = (command: { type: string }): boolean => {
  const { remove } = command as { remove?: unknown };
  return command.type === 'SetFlags' && Array.isArray(remove) && remove.includes(SECRET_FLAG);
};

const refusal = (): Refusal =>
  refuse(
    'SECRET_CONTENT',
    `本案涉密,内容不得录入本系统:文字各项请填“${PAPER}”,可加冒号写明文号或存放处,如“${PAPER}:保密室3号柜”`,
  );

/**
 * Nothing of what a 涉密 case is about is written into this system (保密法; reading R26): of what a person types only ids, instants, the
 * regulation's own words and that the paper tells it, with where that lies. Asked before anything else is, since a refusal quotes.
 * Undefined when all is well.
 */
export const refuseTyped = (
  { regulation, actor }: Pick<Context, 'regulation' | 'actor'>,
  state: CaseState | null,
  command: { type: string },
): Refusal | undefined => {
  // Of an item that is put in by hand nothing is kept that a person has not typed here.
  if (isSystem(actor) || isLifting(command) || command.type === 'AttachItem') return undefined;
  if (!isUponSecret(state, command)) return undefined;
  const known = wordsOf(regulation);
  // By what it was received under before it was marked, a receipt is answered.
  const references = new Set(state?.sources.flatMap(({ reference }) => reference ?? []));
  const isFine = (text: string): boolean =>
    text === '' || isNeutral(text) || IDENTIFIES.test(text) || known.has(text) || references.has(text);
  // Nor has anybody typed what the intake and the series give.
  const { items: _, grade: __, orderNumber: ___, other: ____, ...typed } = command as Record<string, unknown>;
  return textsIn(typed).every((text) => isFine(text.trim())) ? undefined : refusal();
};

/** The same of what would come into the log beside it: there not even an id may stand that a person typed. */
export const refuseContent = (
  { actor }: Pick<Context, 'actor'>,
  state: CaseState | null,
  command: object,
  events: readonly CaseEvent[],
): Refusal | undefined => {
  if (isSystem(actor) || !endsSecret(state !== null && isSecret(state), events)) return undefined;
  const typed = new Set(textsIn(command).map((text) => text.trim()));
  return contentIn(events).some((text) => typed.has(text.trim()) && !isNeutral(text.trim()))
    ? refusal()
    : undefined;
};

/** An item of a 涉密 case: where it came from and when, and nothing of what it says. */
export const withoutContent = ({
  url: _,
  text: __,
  suspected: ___,
  unreadMark: ____,
  ...item
}: ItemReference): ItemReference => ({
  ...item,
  title: MASKED,
});
/** A grade without its reasons, which quote. */
export const withoutReasons = <G extends GradeRecord>(grade: G): G => ({ ...grade, reasons: [] });
