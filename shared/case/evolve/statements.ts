import type { EventOf } from '../events.ts';
import type { Statement } from '../state/statement.ts';
import type { Meta } from './apply.ts';

/** One thing that was said of when it all began. */
export const stated = (
  instant: string,
  at: string,
  meta: Meta,
  {
    dateOnly = false,
    estimated = false,
    granted = false,
    place,
  }: {
    dateOnly?: boolean | undefined;
    estimated?: boolean | undefined;
    granted?: boolean | undefined;
    place?: number;
  } = {},
): Statement => ({
  instant,
  at,
  recordedAt: meta.at,
  by: meta.actor,
  dateOnly,
  granted,
  ...(estimated ? { estimated } : {}),
  ...(place === undefined ? {} : { place }),
});

/** What the opening of a case says of it: the instants given, the first publication, each receipt, the opening itself. */
export const statementsIn = (event: EventOf<'CaseOpened'>, meta: Meta): Statement[] => {
  const { dateOnly = [], estimated = [], doubts = {} } = event;
  const given = Object.entries(event.instants).flatMap(([id, at]) =>
    at === undefined || Object.hasOwn(doubts, id)
      ? []
      : [stated(id, at, meta, { dateOnly: dateOnly.includes(id), estimated: estimated.includes(id) })],
  );
  const received = event.sources
    .flatMap(({ receivedAt }) => receivedAt ?? [])
    .map((at, place) => stated('receivedAt', at, meta, { place }));
  return [...given, ...received, stated('openedAt', meta.at, meta)];
};
