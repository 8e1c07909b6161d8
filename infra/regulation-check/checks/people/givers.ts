import { roleName } from '../../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';

/** `“yellow”(敏感舆情)`, as messages name levels. */
export const levelNames = ({ scales }: Regulation, ids: readonly string[]): string =>
  ids
    .map((id) => {
      const name = scales.flatMap(({ levels }) => levels).find((level) => level.id === id)?.name;
      return name === undefined ? `“${id}”` : `“${id}”(${name})`;
    })
    .join('、');

/** Role names; an id that the regulation does not know stays as it is. */
export const roleNames = (regulation: Regulation, ids: readonly string[]): string =>
  ids
    .map((id) => (regulation.roles.some((role) => role.id === id) ? roleName(regulation, id) : id))
    .join('、');
