import type { ListedEntry, ListedItem, ListedTask, Listing } from '../../case/listing.ts';
import { type CaseState, isSecret } from '../../case/state.ts';
import { unitsOf } from '../../case/units.ts';
import { isStillOwed } from '../../deadlines/schedule.ts';
import { regulationOfCase } from '../../regulations/index.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { Task } from '../tasks/task.ts';
import { tasksIn } from '../tasks/tasks-of.ts';
import { ALL, idsOf, ofCasesOf, ofPerson, ofPost, ofUnit } from './scopes.ts';

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** What `state=` finds: what is 已结报·尚欠上报 stands among the open cases too, since something is still to be done in it. */
export const statesOf = (regulation: Regulation, state: CaseState): CaseState['status'][] => {
  const { status } = state;
  return status === 'concluded' && isStillOwed(regulation, state) ? ['open', status] : [status];
};

/** The 舆情级别, and the level whose duties hold where that is another: a case is found by both. */
export const levelsOf = ({ warningLevel, handlingLevel }: CaseState): string[] =>
  unique([warningLevel, handlingLevel]);

/** What a case is called by number: its own, that of a paper that it came by, of an order. Of a 涉密 one no paper's is told. */
export const numbersOf = (state: CaseState): string[] => {
  const { caseId, received, sources, orders } = state;
  const papers = [...received, ...sources].flatMap(({ reference }) => reference ?? []);
  return unique([
    caseId,
    ...(isSecret(state) ? [] : papers),
    ...orders.flatMap(({ issued }) => issued?.number ?? []),
  ]);
};

/** The units that see a case: that handle it (主办 and 会办), or that an order or a 批示 asks. */
const seeingUnits = (state: CaseState): string[] =>
  unique([
    ...unitsOf(state),
    ...state.instructions.flatMap((each) => each.unit ?? []),
    ...state.orders.filter(({ issued, voided }) => issued !== null && !voided).map((each) => each.unit),
  ]);
/** Under what it is filed for those who do not read all. */
const seenBy = (state: CaseState): string[] => [
  ...seeingUnits(state).map(ofUnit),
  ...state.instructions.map(({ role, unit }) => ofPost({ role, ...(unit === undefined ? {} : { unit }) })),
  ...state.signers.map(ofPerson),
];

/** What a case is found by. */
export const facet = {
  state: (state: string): string => `state:${state}`,
  level: (level: string): string => `level:${level}`,
  unit: (unit: string): string => `of:${unit}`,
  source: (kind: string): string => `source:${kind}`,
  flag: (flag: string): string => `flag:${flag}`,
  person: (person: string): string => `by:${person}`,
  number: (number: string): string => `number:${number}`,
  /** 疑似复燃: of which case. */
  former: (caseId: string): string => `former:${caseId}`,
};
const facetsOf = (regulation: Regulation, state: CaseState): string[] =>
  unique([
    ALL,
    ...statesOf(regulation, state).map(facet.state),
    ...levelsOf(state).map(facet.level),
    ...unitsOf(state).map(facet.unit),
    ...state.sources.map(({ kind }) => facet.source(kind)),
    ...state.flags.map(facet.flag),
    ...state.people.map(facet.person),
    ...numbersOf(state).map(facet.number),
    ...(state.formerCase === null ? [] : [facet.former(state.formerCase)]),
    ...seenBy(state),
  ]);

const scopesOf = ({ to }: Task): string[] =>
  unique([...to.posts.map(ofPost), ...to.people.flatMap(idsOf).map(ofPerson)]);
const tasksListed = (regulation: Regulation, state: CaseState): ListedTask[] => {
  const shared = [ALL, ...seenBy(state)];
  const listed = new Map<string, ListedTask>();
  for (const task of tasksIn(regulation, state)) {
    const { kind, at } = task;
    for (const scope of unique([...shared, ...scopesOf(task)]))
      listed.set(`${scope}\n${kind}\n${at}`, { scope, kind, at });
  }
  return [...listed.values()];
};

const entriesListed = (state: CaseState): ListedEntry[] => {
  const scopes = [ALL, ...seenBy(state)];
  const made = [
    ...state.orders.map(({ entry, draftedAt: at }) => ({ list: 'orders', at, entry })),
    ...state.documents.map(({ entry, recordedAt: at }) => ({ list: 'documents', at, entry })),
  ];
  return made.flatMap(({ list, ...each }) => scopes.map((scope) => ({ list: `${list}#${scope}`, ...each })));
};

/** Of a case with more items those that joined it last are listed: all stand in the case itself. */
const MOST_ITEMS = 200;
/** What came for nobody is found by the units that see its case; one that no feed has given an arrival is in no list. */
const itemsListed = (state: CaseState): ListedItem[] =>
  seeingUnits(state).flatMap((unit) =>
    state.items
      .slice(-MOST_ITEMS)
      .flatMap(({ feed, id, arrivedAt }) =>
        arrivedAt === undefined ? [] : [{ scope: ofCasesOf(unit), feed, id, at: arrivedAt }],
      ),
  );

/** Where a case stands in the lists, of its log alone. The title of a 涉密 case says nothing, and is found by nothing. */
export const listingOf = (state: CaseState): Listing => {
  const regulation = regulationOfCase(state);
  return {
    at: state.openedAt,
    title: isSecret(state) ? '' : state.title,
    facets: facetsOf(regulation, state),
    tasks: tasksListed(regulation, state),
    entries: entriesListed(state),
    items: itemsListed(state),
  };
};
