import type { ACTS } from '../events/acts.ts';
import type { Act } from '../state.ts';
import { type Applies, type Meta, noted } from './apply.ts';

/** What every act has beside what it consists of. */
export const made = ({ madeAt }: { madeAt: string }, { at, actor, version }: Meta): Act => ({
  madeAt,
  recordedAt: at,
  entry: version,
  by: actor,
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
      {
        ...made(event, meta),
        id: event.form,
        approvals: event.approvals ?? [],
        happened: event.happened !== undefined,
      },
    ],
  }),
  MeetingHeld: (state, event, meta) => ({ ...state, meetings: [...state.meetings, made(event, meta)] }),

  PlanRequested: noted,
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
    decisions: [...state.decisions, { ...made(event, meta), id: event.decision }],
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
    documents: [...state.documents, { ...made(event, meta), id: event.document }],
  }),
};
