import type { Evidence } from '../../../shared/grading/grade.ts';
import { clauses } from '../../../shared/regulations/leizhou/clauses.ts';
import { grading, handling } from '../../../shared/regulations/leizhou/grading.ts';
import { scales } from '../../../shared/regulations/leizhou/levels.ts';
import { Grading, Regulation } from '../../../shared/regulations/schema.ts';

/** Leizhou's data as far as grading reads it, through the schema, so that its defaults are filled in. */
export const regulation = {
  clauses,
  scales: Regulation.shape.scales.parse(scales),
  grading: Grading.parse(grading),
  handling: Regulation.shape.handling.parse(handling),
  settings: [],
} as unknown as Regulation;

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
