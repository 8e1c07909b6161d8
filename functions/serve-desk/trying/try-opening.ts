import type { OpenCase } from '../../../shared/contracts/opening-command.ts';
import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import type { OpeningTriedReply, TriedReply } from '../../../shared/contracts/replies/try.ts';
import { isBorne, unknownCriteria } from '../../../shared/grading/basis.ts';
import type { StoryDependencies } from '../../../shared/office/story-case.ts';
import { knownCitations } from '../../../shared/regulations/lookup.ts';
import { foretell } from '../../../shared/rules/trying/foretell.ts';
import { createReplyParts } from '../../reply-parts.ts';
import { type createOpenCase, refuseOpener } from '../open-case.ts';
import type { Sight } from '../sight.ts';
import { caseView } from '../views/case.ts';
import type { Entered } from './enter.ts';
import { createResembling } from './resembling.ts';
import { doneView, nothingDoneView, nothingView, refusedView } from './tried-view.ts';
import { refusalOf } from './try-command.ts';

/** What the texts of a case call it that has no number yet. */
const UNNUMBERED = '新案卷';

const unopened = (tried: TriedReply, openedAs: string | null = null): OpeningTriedReply => ({
  ...tried,
  openedAs,
  proposal: null,
  scales: [],
  duties: [],
  resembles: [],
});

const dutyTried = ({ duty, name, statusText, limitKind, limitText, due, ...more }: DutyReply) => {
  const { basis, ownDue, provisional, byReference, start, calendarMissing, reason, responsible, clauses } =
    more;
  return {
    ...{ duty, name, statusText, limitKind, limitText, due, byReference, basis },
    start: start === null ? null : { instant: start.instant, name: start.name },
    provisional: provisional || start?.estimated === true || calendarMissing !== undefined,
    ...(ownDue === undefined ? {} : { ownDue }),
    ...{ reason, responsible, clauses },
  };
};

interface Dependencies extends StoryDependencies {
  sight: Sight;
  opening: ReturnType<typeof createOpenCase>;
}
/** POST /v1/cases?try: what an opening would come to at this instant. Takes no number and writes nothing. */
export const createTryOpening = (dependencies: Dependencies) => {
  const { regulation, numbering, now, opening } = dependencies;
  const resembling = createResembling(dependencies);
  return async (given: OpenCase, { actor, reading }: Entered): Promise<OpeningTriedReply> => {
    const setting = { regulation, now: now() };
    const prepared =
      refuseOpener({ reading, actor }) ?? (await opening.prepare(given, reading).catch(refusalOf));
    if ('code' in prepared) return unopened(refusedView(setting, prepared));
    if ('caseId' in prepared) return unopened(nothingView(setting), prepared.caseId);
    const { facts, linked } = prepared;
    const consulted = await numbering.consultOpening({ actor, facts });
    const nothing = nothingDoneView(consulted);
    if (nothing !== undefined) return unopened(nothing);
    const { context, events } = consulted;
    const foretold = foretell(context, null, events);
    const { ratings, duties } = caseView(regulation, foretold.state, context.now, { numbers: false });
    const { level, score } = facts.grade;
    return {
      ...doneView(context, foretold, UNNUMBERED),
      openedAs: null,
      proposal: {
        level: createReplyParts(regulation).level(level),
        score,
        reasons: foretold.state.grade.reasons.map(({ text, cite, ground }) => ({
          text,
          ...(ground && { ground }),
          clauses: knownCitations(regulation, cite),
        })),
        unknown: unknownCriteria(regulation, facts.grade).map(({ id, name }) => ({ id, name })),
        borne: isBorne(regulation, facts.grade),
      },
      scales: ratings.map(({ scale, level: rated }) => ({ scale, level: rated })),
      duties: duties.map(dutyTried),
      resembles: await resembling({ ...given, flags: foretold.state.flags }, linked, reading),
      notes: opening.notesOn(given, foretold.state),
    };
  };
};
