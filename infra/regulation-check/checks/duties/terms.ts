import type { Duty, Regulation, Term } from '../../../../shared/regulations/schema.ts';

interface TermPlace {
  duty: Duty;
  term: Term;
  path: string;
}

/** Every term of every duty, with the name of its place. */
export const termsOf = ({ duties }: Regulation): TermPlace[] =>
  duties.flatMap((duty) =>
    duty.terms.map((term, index) => ({ duty, term, path: `duties[${duty.id}].terms[${index}]` })),
  );
