import type { ACTS } from '../events/acts.ts';
import type { EventOf } from '../events.ts';
import type { Act } from '../state/act.ts';
import type { CaseState } from '../state.ts';
import { type Applies, made, noted } from './apply.ts';

/** By what a publication is known again. */
const knownBy = ({ title, link }: { title?: string | undefined; link?: string | undefined }) => ({
  ...(title === undefined ? {} : { title }),
  ...(link === undefined ? {} : { link }),
});

/** What an act lacked has been filled in: it stands at its own instant as before, and carries more. */
const complete = (state: CaseState, { act, parts, to, given }: EventOf<'ActCompleted'>): CaseState => {
  const filled = <T extends Act>(each: T): T =>
    each.entry === act ? { ...each, parts: [...new Set([...each.parts, ...parts])] } : each;
  return {
    ...state,
    reports: state.reports.map(filled),
    publications: state.publications
      .map(filled)
      .map((each) => (each.entry === act ? { ...each, ...knownBy(given) } : each)),
    meetings: state.meetings.map(filled),
    actions: state.actions.map(filled),
    decisions: state.decisions
      .map(filled)
      .map((each) => (to !== undefined && each.entry === act ? { ...each, to } : each)),
    planRequests: state.planRequests.map(filled),
    documents: state.documents.map(filled),
    review: state.review && filled(state.review),
    warningReleases: Object.fromEntries(
      Object.entries(state.warningReleases).map(([key, each]) => [key, filled(each)]),
    ),
  };
};

/** How it went out: under which approvals, or past a gate. */
const out = ({ approvals = [], happened }: Pick<EventOf<'DocumentIssued'>, 'approvals' | 'happened'>) => ({
  approvals,
  happened: happened !== undefined,
});

export const acts: Applies<typeof ACTS> = {
  ReportFiled: (state, event, meta) => ({
    ...state,
    reports: [
      ...state.reports,
      {
        ...made(event, meta),
        kind: event.kind,
        form: event.form,
        to: event.to,
        answers: event.answers ?? [],
      },
    ],
  }),
  PublicationRecorded: (state, event, meta) => ({
    ...state,
    publications: [
      ...state.publications,
      { ...made(event, meta), id: event.form, ...out(event), ...knownBy(event) },
    ],
  }),
  MeetingHeld: (state, event, meta) => ({ ...state, meetings: [...state.meetings, made(event, meta)] }),

  PlanRequested: (state, event, meta) => ({
    ...state,
    planRequests: [...state.planRequests, { ...made(event, meta), reason: event.reason }],
  }),
  PlanStarted: (state, event, meta) => ({
    ...state,
    planStarts: [...state.planStarts, made(event, meta)],
    planStartedAt: state.planStartedAt ?? event.madeAt,
    planEndedAt: null,
  }),
  PlanEnded: (state, _, meta) => ({
    ...state,
    planEnds: [...state.planEnds, made({ madeAt: meta.at }, meta)],
    planEndedAt: meta.at,
  }),

  InstructionRecorded: (state, event, meta) =>
    event.asks === undefined
      ? noted(state, event, meta)
      : {
          ...state,
          instructions: [...state.instructions, { ...made(event, meta), from: event.from, ...event.asks }],
        },
  DecisionRecorded: (state, event, meta) => ({
    ...state,
    decisions: [...state.decisions, { ...made(event, meta), id: event.decision, to: event.to ?? null }],
  }),
  ActionRecorded: (state, event, meta) => ({
    ...state,
    actions: [
      ...state.actions,
      {
        ...made(event, meta),
        id: event.action,
        ...(event.text === undefined ? {} : { text: event.text }),
        result: event.result ?? false,
      },
    ],
  }),
  DocumentIssued: (state, event, meta) => ({
    ...state,
    documents: [...state.documents, { ...made(event, meta), id: event.document, ...out(event) }],
  }),
  ActCompleted: complete,
  WarningReleased: (state, event, meta) => ({
    ...state,
    warningReleases: { ...state.warningReleases, [`${event.duty}#${event.occurrence}`]: made(event, meta) },
  }),
};
