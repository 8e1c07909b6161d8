import { authoritiesFor, clauseName, levelOf, roleName } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';

/** Who may give a command, or has a right. `levels`: null at all. */
export interface Givers {
  roles: string[];
  levels: string[] | null;
  clauses: string[];
}

/** Whom this bureau's table lets, by the names of posts, levels and clauses. */
export const giversIn = (regulation: Regulation, right: string): Givers[] =>
  authoritiesFor(regulation, right).map(({ roles, levels, cite }) => ({
    roles: roles.map((role) => roleName(regulation, role)),
    levels: levels?.map((level) => levelOf(regulation, level).name) ?? null,
    clauses: [...new Set(cite.map((clause) => clauseName(regulation, clause)))],
  }));
