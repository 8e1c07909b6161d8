import { loadRegulation } from '../../infra/regulation-check/checks/load.ts';
import type { Duty, Regulation } from '../../shared/regulations/schema.ts';
import { leizhou } from '../support/bureaus.ts';

/** What a later version no longer has. */
export const REMOVED = 'zhanjiangTelephone';
/** What it asks in half the time: 6 hours instead of 12 at 橙 and 红. */
export const SHORTENED = 'zhanjiangWritten';
/** What it has and the one before did not. */
export const ADDED = 'draftStatement';

const shortened = (duty: Duty): Duty => ({
  ...duty,
  terms: duty.terms.map((term) =>
    term.levels.includes('orange') ? { ...term, limit: { kind: 'within', within: 'PT6H' } } : term,
  ),
});
const written = leizhou.duties.find(({ id }) => id === SHORTENED)!;

/** The regulation as a later year might issue it: one duty removed, one added, one limit changed. */
export const nextRegulation: Regulation = loadRegulation({
  ...leizhou,
  version: '2027-01-01',
  duties: [
    ...leizhou.duties
      .filter(({ id }) => id !== REMOVED)
      .map((duty) => (duty.id === SHORTENED ? shortened(duty) : duty)),
    {
      ...written,
      id: ADDED,
      name: '草拟回应口径',
      terms: [
        {
          levels: ['yellow', 'orange', 'red'],
          start: [{ instant: 'levelEnteredAt' }],
          limit: { kind: 'within', within: 'PT2H' },
          cite: written.terms[0]!.cite,
        },
      ],
    },
  ],
});
