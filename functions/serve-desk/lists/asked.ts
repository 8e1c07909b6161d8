import { newestFirst } from '../../../shared/records/lists/newest-first.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { idOf, type ListName } from '../../../shared/rules/names.ts';
import { throwIfRefused } from '../sight.ts';

// What lists are asked for.

/** The id of what the regulation has in a list, by id or name. Throws what there is (422). */
export const idGiven = (regulation: Regulation, list: ListName, given: string): string => {
  const id = idOf(regulation, list, given);
  if (typeof id === 'string') return id;
  throwIfRefused(id);
  return given;
};

interface Period {
  from?: string | undefined;
  to?: string | undefined;
}
/** The newest place of a period, and the oldest: keys of instants run backwards. */
export const boundsOf = ({ from, to }: Period) => ({
  ...(to === undefined ? {} : { from: newestFirst(to) }),
  ...(from === undefined ? {} : { upTo: `${newestFirst(from)}~` }),
});
export const isWithin = (at: string, { from, to }: Period): boolean =>
  (from === undefined || at >= from) && (to === undefined || at <= to);
