import type { Evidence } from '../../../shared/grading/grade.ts';
import type { Grading, Regulation } from '../../../shared/regulations/schema.ts';
import { leizhou } from '../../support/bureaus.ts';

/** Leizhou's data as far as grading reads it. */
export const regulation: Regulation = { ...leizhou, settings: [] };

export const withGrading = (change: Partial<Grading>): Regulation => ({
  ...regulation,
  grading: { ...regulation.grading, ...change },
});

/** An item of which nothing is known but what a test says. */
export const evidenceOf = (change: Partial<Evidence> = {}): Evidence => ({
  text: '',
  counters: {},
  observations: [],
  observedAt: '2026-03-02T12:00:00+08:00',
  flags: [],
  ...change,
});

export const textsOf = ({ reasons }: { reasons: readonly { text: string }[] }): string =>
  reasons.map(({ text }) => text).join('\n');
