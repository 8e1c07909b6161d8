import type { CaseState } from '../../../shared/case/state.ts';
import type { QueryOf } from '../../../shared/contracts/queries/routes.ts';
import type { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import type { Roster } from '../../../shared/contracts/roster.ts';
import type { Cases } from '../../../shared/records/cases.ts';
import type { Finder } from '../../../shared/records/lists/finder.ts';
import { pairFacet, placeOf, readLine } from '../../../shared/records/lists/lines.ts';
import { newestFirst } from '../../../shared/records/lists/newest-first.ts';
import { hasWords, searchedPairs } from '../../../shared/records/lists/word-pairs.ts';
import { regulationOfCase } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { facet, listingOf } from '../../../shared/rules/listing/listing.ts';
import { ALL, scopesOf } from '../../../shared/rules/listing/scopes.ts';
import type { ListName } from '../../../shared/rules/names.ts';
import { idsUnder } from '../../../shared/rules/persons.ts';
import { type Reading, refuseReading } from '../../../shared/rules/reading/cases.ts';
import { type HttpEvent, queryOf } from '../../http.ts';
import { throwIfRefused } from '../sight.ts';
import { rowView } from '../views/row.ts';
import { boundsOf, idGiven, isWithin } from './asked.ts';
import type { Pages } from './page.ts';
import { createSeeing } from './seen.ts';

type Query = Omit<QueryOf<'GET /v1/cases'>, 'cursor' | 'limit'>;

/** What a case must have to be found: of each group one. */
const groupsOf = (regulation: Regulation, roster: Roster, query: Query): string[][] => {
  const { state, level, unit, number, source, person, flag, former } = query;
  const named = (list: ListName, given: string) => idGiven(regulation, list, given);
  return [
    ...(state === 'all' ? [] : [[facet.state(state)]]),
    ...(level === undefined ? [] : [[facet.level(named('level', level))]]),
    ...(unit === undefined ? [] : [[facet.unit(named('unit', unit))]]),
    ...(source === undefined ? [] : [[facet.source(named('source', source))]]),
    ...(flag === undefined ? [] : [[facet.flag(named('flag', flag))]]),
    ...(number === undefined ? [] : [[facet.number(number.trim())]]),
    ...(former === undefined ? [] : [[facet.former(former.trim())]]),
    ...(person === undefined ? [] : [idsUnder(roster, person).map(facet.person)]),
  ];
};

/** So many pairs of a title are walked; what is found has to have all of it. */
const WALKED_PAIRS = 3;
const pairsOf = (title: string): string[][] => {
  const pairs = searchedPairs(title);
  const step = Math.max(1, (pairs.length - 1) / (WALKED_PAIRS - 1));
  const indexes = new Set(
    Array.from({ length: WALKED_PAIRS }, (_, index) => Math.min(pairs.length - 1, Math.round(index * step))),
  );
  return [...indexes].map((index) => [pairFacet(pairs[index]!)]);
};

interface Dependencies {
  cases: Pick<Cases, 'load'>;
  finder: Finder;
  pages: Pages;
  regulation: Regulation;
  now: () => string;
}
/** GET /v1/cases: the cases that the reader may see and that meet what is asked, the newest first. */
export const createCaseList = ({ cases, finder, pages, regulation, now }: Dependencies) => {
  const seeing = createSeeing(cases);
  return async (event: HttpEvent, reading: Reading): Promise<CaseListReply> => {
    throwIfRefused(refuseReading(reading, 'ReadCases'));
    const { cursor, limit, ...query } = queryOf('GET /v1/cases', event);
    const groups = groupsOf(regulation, reading.roster, query);
    const { title } = query;
    const isMeant = (state: CaseState, place: string): boolean => {
      const listing = listingOf(state);
      return (
        place === placeOf(newestFirst(listing.at), state.caseId) &&
        groups.every((group) => group.some((each) => listing.facets.includes(each))) &&
        (title === undefined || hasWords(listing.title, title)) &&
        isWithin(state.openedAt, query)
      );
    };
    const scopes = scopesOf(reading);
    const asked = [...groups, ...(title === undefined ? [] : pairsOf(title))];
    // Everything has its place among all cases: where more is asked, it is found by that.
    const walked = scopes.includes(ALL) && asked.length > 0 ? asked : [scopes, ...asked];
    const at = now();
    const { see, damaged } = seeing(reading);
    const show = async (place: string): Promise<CaseListReply['cases']> => {
      const state = await see(readLine(place).caseId);
      return state !== undefined && isMeant(state, place)
        ? [rowView(regulationOfCase(state), state, at)]
        : [];
    };
    const { rows, next } = await pages.readPage(
      { list: 'cases', ...query },
      { cursor, limit },
      boundsOf(query),
      {
        walk: finder.cases(walked),
        show,
      },
    );
    return { cases: rows, damaged: damaged(), next };
  };
};
