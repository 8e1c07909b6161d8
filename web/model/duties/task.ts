import type { TaskReply } from '../../../shared/contracts/replies/task.ts';

/** Stands for the same thing from one reply to the next. */
export const keyOf = ({
  case: id,
  kind,
  duty,
  occurrence,
  act,
  notice,
  text,
  commands,
}: TaskReply): string => {
  const thing = duty ?? act ?? notice ?? text;
  return [id, kind, thing, occurrence ?? '', commands[0]?.type ?? ''].join('/');
};

/** 立即: it has no number, and holds since an instant. */
export const isImmediate = ({ kind, due, since }: TaskReply): boolean =>
  kind === 'immediate' || (kind === 'climbed' && due === null && since !== null);

/** `办法`: what the bureau calls its rules, where a task is owed by them; undefined: the office has set it for itself. */
export const lawOf = ({ basisText }: TaskReply): string | undefined =>
  /^([^(（]+?)规定/.exec(basisText ?? '')?.[1];

/** What waits for the reader's word alone: nothing is done for it but to say or sign it. */
export const isOfWord = ({ kind }: TaskReply): boolean =>
  kind === 'acknowledge' || kind === 'confirm' || kind === 'sign';

/** What stands in a list and nobody there does: the system tells by itself, or another has to do it first. */
export const isIdle = ({ kind, commands }: TaskReply): boolean =>
  (kind === 'duty' || kind === 'immediate') && commands.length === 0;
