import type { Notice } from '../case/events.ts';
import { type CaseState, isSecret } from '../case/state.ts';
import type { ScheduledDuty } from '../deadlines/schedule.ts';
import type { Regulation } from '../regulations/schema.ts';

export type NoticeDraft = Omit<Notice, 'unit' | 'byTelephone' | 'variables'> & {
  variables?: Record<string, string>;
};

/** Completes drafts: a unit's role goes to the case's unit; a 涉密 case is never told by SMS (register X40). */
export const makeNotices = (
  regulation: Regulation,
  state: CaseState,
  drafts: readonly NoticeDraft[],
): Notice[] =>
  drafts.map((draft) => ({
    variables: {},
    ...draft,
    ...(regulation.roles.find(({ id }) => id === draft.role)?.perUnit && state.unit !== null
      ? { unit: state.unit }
      : {}),
    byTelephone: isSecret(state),
  }));

/** Drafts about one stage of a duty, one for each role. The key makes a repeat visible. */
export const dutyNotices = (
  scheduled: ScheduledDuty,
  stage: string,
  template: string,
  roles: readonly string[],
  variables: Record<string, string> = {},
): NoticeDraft[] =>
  [...new Set(roles)].map((role) => ({
    key: `${scheduled.duty}#${scheduled.current.occurrence}#${scheduled.current.due ?? ''}#${stage}#${role}`,
    role,
    template,
    duty: scheduled.duty,
    occurrence: scheduled.current.occurrence,
    stage,
    ...(scheduled.current.due === null ? {} : { due: scheduled.current.due }),
    variables,
  }));

/** Drafts about the case itself, keyed by the version that they are made in. */
export const caseNotices = (
  version: number,
  template: string,
  roles: readonly string[],
  variables: Record<string, string> = {},
): NoticeDraft[] =>
  roles.map((role) => ({ key: `case#${version}#${template}#${role}`, role, template, variables }));
