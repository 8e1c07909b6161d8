import type { ACTS } from '../events/acts.ts';
import { type Applies, noted } from './apply.ts';

export const acts: Applies<typeof ACTS> = {
  ReportFiled: (state, { kind, form, to, madeAt }, { at }) => ({
    ...state,
    reports: [...state.reports, { kind, form, to, madeAt, recordedAt: at }],
  }),
  PublicationRecorded: (state, { form, madeAt }, { at }) => ({
    ...state,
    publications: [...state.publications, { id: form, madeAt, recordedAt: at }],
  }),
  MeetingHeld: (state, { madeAt }) => ({ ...state, meetings: [...state.meetings, madeAt] }),

  PlanRequested: noted,
  PlanStarted: (state, { madeAt }) => ({
    ...state,
    planStarts: [...state.planStarts, madeAt],
    planStartedAt: state.planStartedAt ?? madeAt,
    planEndedAt: null,
  }),
  PlanEnded: (state, _, { at }) => ({ ...state, planEndedAt: at }),

  InstructionRecorded: noted,
  DecisionRecorded: (state, { decision, madeAt }, { at }) => ({
    ...state,
    decisions: [...state.decisions, { id: decision, madeAt, recordedAt: at }],
  }),
  ActionRecorded: (state, { action, madeAt }, { at }) => ({
    ...state,
    actions: [...state.actions, { id: action, madeAt, recordedAt: at }],
  }),
  DocumentIssued: (state, { document, madeAt }, { at }) => ({
    ...state,
    documents: [...state.documents, { id: document, madeAt, recordedAt: at }],
  }),
};
