import type { Call, CaseEvent, CaseInstants, GradeRecord, ItemReference, Source } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { Grade } from '../../grading/grade.ts';
import { higherLevel } from '../../grading/levels.ts';
import { isStanding } from '../../regulations/lookup.ts';
import { checkAuthority } from '../authority.ts';
import { type Context, handlingOf } from '../context.ts';
import { listOf, unknown } from '../names.ts';
import { tellRoles } from '../notices.ts';
import { type Decision, refuse } from '../refusal.ts';

export interface OpenCaseFacts {
  type: 'OpenCase';
  caseId: string;
  title: string;
  how: 'feed' | 'hand';
  sources: Source[];
  instants: CaseInstants;
  flags: string[];
  unit?: string;
  items: ItemReference[];
  /** What was written down at an opening by hand (值班电话记录). */
  text?: string;
  call?: Call;
  /** What the table suggests. */
  grade: Grade;
  /** What the office decided when it entered the case by hand; absent = the suggestion stands provisionally. */
  level?: string;
}

export const recordOf = (grade: GradeRecord): GradeRecord => ({
  level: grade.level,
  score: grade.score,
  values: grade.values,
  reasons: grade.reasons,
});

const future = (facts: OpenCaseFacts, now: string): string | undefined =>
  Object.values(facts.instants).find((at) => at !== undefined && at > now) ??
  [facts.call?.at].find((at) => at !== undefined && at > now) ??
  facts.sources.find(({ receivedAt }) => receivedAt !== undefined && receivedAt > now)?.receivedAt;

/** Taking in supplies these, whether or not the regulation has a name for them. */
const FROM_INTAKE = ['detectedAt', 'publishedAt'];

/** Opens a case and grades it. A suggestion starts the clocks at once; only the office's own grading is final (第十四条 ①). */
export const openCase = (context: Context, facts: OpenCaseFacts): Decision => {
  const { regulation, now, actor } = context;
  if (future(facts, now) !== undefined) return refuse('INSTANT_IN_FUTURE', '时点不能晚于现在');
  const stated = Object.keys(facts.instants).filter((id) => !FROM_INTAKE.includes(id));
  const unknownInstant =
    facts.how === 'hand' && stated.find((id) => !regulation.instants.some((each) => each.id === id));
  if (unknownInstant)
    // These are names of fields, which are written as they are.
    return unknown(
      'instant',
      unknownInstant,
      listOf(regulation, 'instant').map(({ id, name }) => ({ name: `${name}(${id})` })),
    );
  // 转办 is for whom the regulation lets; a unit may take up what it has found itself.
  const assigning =
    facts.how === 'hand' && facts.unit !== undefined && facts.unit !== actor.unit
      ? checkAuthority(context, null, 'AssignUnit', facts.level)
      : undefined;
  if (assigning !== undefined) return assigning;
  const standing = facts.level !== undefined && isStanding(regulation, facts.level);
  const decided =
    standing ||
    (facts.level !== undefined &&
      regulation.authorities.some(
        ({ command, roles }) => command === 'ConfirmGrade' && roles.includes(actor.role),
      ));
  // Who may not grade cannot put a case below what the table suggests, only above.
  const level =
    facts.level === undefined
      ? facts.grade.level
      : decided
        ? facts.level
        : higherLevel(regulation, facts.grade.level, facts.level);
  const handled = handlingOf(regulation, {
    warningLevel: level,
    sources: facts.sources.map((source) => ({ ...source, recordedAt: now })),
    flags: facts.flags,
    handlingOverride: null,
  });
  const events: CaseEvent[] = [
    {
      type: 'CaseOpened',
      caseId: facts.caseId,
      regulation: { id: regulation.id, version: regulation.version },
      title: facts.title,
      sources: facts.sources,
      instants: facts.instants,
      flags: facts.flags,
      ...(facts.unit === undefined ? {} : { unit: facts.unit }),
      items: facts.items,
      how: facts.how,
      ...(facts.text === undefined ? {} : { text: facts.text }),
      ...(facts.call === undefined ? {} : { call: facts.call }),
    },
    { type: 'CaseGraded', grade: { ...recordOf(facts.grade), level }, ...handled, provisional: !decided },
  ];
  const state = foresee(null, events, { at: now, actor, version: 1 });
  return [...events, tellRoles(context, state, 'opened')];
};
