import type { RosterChangesReply } from '../../../shared/contracts/replies/bureau.ts';
import { walkAmong } from '../../../shared/records/lists/finder.ts';
import { type Rosters, rosterIn, type StoredRoster } from '../../../shared/records/roster.ts';
import { nameOfPerson } from '../../../shared/rules/persons.ts';
import { type Reading, refuseReading } from '../../../shared/rules/reading/cases.ts';
import { linesFor } from '../../../shared/rules/reading/roster.ts';
import { withOffset } from '../../../shared/time/instants.ts';
import { type HttpEvent, queryOf } from '../../http.ts';
import { throwIfRefused } from '../sight.ts';
import { changesBetween } from '../views/bureau/roster-changes.ts';
import type { Pages } from './page.ts';

/** Of how many digits a place is: the newer a version, the earlier its place. */
const DIGITS = 9;
const newestFirst = (version: number): string => String(10 ** DIGITS - 1 - version).padStart(DIGITS, '0');
const versionAt = (place: string): number => 10 ** DIGITS - 1 - Number(place);
const NOBODY_TO_CALL: ReadonlySet<string> = new Set();

interface Dependencies {
  rosters: Pick<Rosters, 'read' | 'at'>;
  pages: Pages;
}

/** The rosters by version, each read once; before the first there was none. */
const createVersions = (rosters: Dependencies['rosters'], current: StoredRoster | undefined) => {
  const known = new Map<number, Promise<StoredRoster | undefined>>();
  return (version: number): Promise<StoredRoster | undefined> => {
    if (version === 0 || version === current?.version)
      return Promise.resolve(version === 0 ? undefined : current);
    const found = known.get(version) ?? rosters.at(version);
    known.set(version, found);
    return found;
  };
};

/** One version as it differs from the one before, for who reads; nothing where no line of his differs. */
const versionView = (
  reading: Reading,
  before: StoredRoster | undefined,
  after: StoredRoster,
): RosterChangesReply['versions'] => {
  const { regulation } = reading;
  const lines = (stored: StoredRoster | undefined) => linesFor(reading, NOBODY_TO_CALL, rosterIn(stored));
  const changes = changesBetween(regulation, lines(before), lines(after));
  if (changes.length === 0) return [];
  const { version, changedAt, changedBy, reason = null } = after;
  const named = [after, before].map((each) => nameOfPerson(rosterIn(each), changedBy));
  const name = named.find((each) => each !== undefined) ?? null;
  return [
    { version, at: withOffset(changedAt, regulation.zone), by: { id: changedBy, name }, reason, changes },
  ];
};

/** GET /v1/roster/changes: what became of the roster, the newest first. A page reads its own versions and one more. */
export const createRosterChanges =
  ({ rosters, pages }: Dependencies) =>
  async (event: HttpEvent, reading: Reading): Promise<RosterChangesReply> => {
    throwIfRefused(refuseReading(reading, 'ReadRoster'));
    const { cursor, limit } = queryOf('GET /v1/roster/changes', event);
    const current = await rosters.read();
    const versionOf = createVersions(rosters, current);
    const show = async (place: string): Promise<RosterChangesReply['versions']> => {
      const version = versionAt(place);
      const [before, after] = await Promise.all([versionOf(version - 1), versionOf(version)]);
      return versionView(reading, before, after!);
    };
    const places = Array.from({ length: current?.version ?? 0 }, (_, index) =>
      newestFirst((current?.version ?? 0) - index),
    );
    const asked = { list: 'roster changes', who: reading.who.actor.id };
    const { rows, next } = await pages.readPage(
      asked,
      { cursor, limit },
      {},
      {
        walk: walkAmong(places),
        show,
      },
    );
    return { versions: rows, next };
  };
