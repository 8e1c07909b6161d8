// What is asked for on the page of all cases. It stands in the page's address, so that back and reload keep it.

/** The fields of the search by their names in the address; empty: not asked. */
const FIELDS = ['q', 'as', 'state', 'level', 'unit', 'source', 'flag', 'person', 'from', 'to'] as const;
export type Field = (typeof FIELDS)[number];
export type Asked = Readonly<Record<Field, string>>;

/** Those below 更多条件. */
export const FILTERS = ['level', 'unit', 'source', 'flag', 'person', 'from', 'to'] as const;
export type Filter = (typeof FILTERS)[number];

export const STATES = [
  { id: 'open', name: '处置中' },
  { id: 'concluded', name: '已结报' },
  { id: 'archived', name: '已归档' },
  { id: 'merged', name: '已并案' },
  { id: 'all', name: '全部' },
] as const;
const USUAL = 'open';

const PAGE = '/desk/cases';

/** What an address asks for. */
export const askedIn = (query: Readonly<Record<string, string>>): Asked => {
  const asked = {} as Record<Field, string>;
  for (const field of FIELDS) asked[field] = (query[field] ?? '').trim();
  if (!STATES.some(({ id }) => id === asked.state)) asked.state = USUAL;
  return asked;
};

/** What is asked, as an address has it; what is empty is left out. */
export const encoded = (pairs: readonly (readonly [string, string])[]): string =>
  pairs
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/** The address of the page that asks for this. */
export const addressOf = (asked: Asked): string => {
  const said = encoded(
    FIELDS.map((field) => [field, field === 'state' && asked.state === USUAL ? '' : asked[field]]),
  );
  return said === '' ? PAGE : `${PAGE}?${said}`;
};

/** How many of the conditions below 更多条件 are set. */
export const filterCount = (asked: Asked): number => FILTERS.filter((field) => asked[field] !== '').length;

/** What the one field of the search means. */
export type Meaning =
  | { kind: 'nothing' }
  | { kind: 'number'; number: string }
  | { kind: 'title'; title: string };

const padded = (number: string): string => number.replace(/^0+(?=\d)/, '').padStart(4, '0');
/** 雷市监舆督〔2026〕1号, in whatever brackets. */
const PAPER = /^(\D+)[〔[(【〈](\d{4})[〕\])】〉](第?\d+号)$/;

/**
 * A case's number as people say it (7, 0007, 2025-7, LZ2026-0007), at `year` in the bureau's `series`; or of an order or a paper.
 * Undefined: it is none.
 */
const numberIn = (said: string, series: string, year: number): string | undefined => {
  // Figures with a space between are words of a title (3 15), not one number.
  if (/\d \d/.test(said)) return undefined;
  const text = said.replace(/ /g, '');
  const short = /^\d{1,4}$/.exec(text);
  if (short !== null) return `${series}${year}-${padded(text)}`;
  const [, , its, number] = /^([A-Za-z]*)(\d{4})-?(\d{1,6})$/.exec(text) ?? [];
  const isOurs = text.toUpperCase().indexOf(series.toUpperCase()) === 0;
  if (its !== undefined && number !== undefined && (isOurs || /^\d{4}-\d/.test(text)))
    return `${series}${its}-${padded(number)}`;
  const [, from, of, last] = PAPER.exec(text) ?? [];
  return from === undefined ? undefined : `${from}〔${of}〕${last}`;
};

/** Number or words of the title: the one field does what is meant. `as=title`: the number is looked for in titles. */
export const meaningOf = ({ q, as }: Asked, series: string, year: number): Meaning => {
  const text = q.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (text === '') return { kind: 'nothing' };
  const number = as === 'title' ? undefined : numberIn(text, series, year);
  return number === undefined ? { kind: 'title', title: text } : { kind: 'number', number };
};

/** Where the API is asked. A number names one case, whatever state it is in. */
export const pathOf = (asked: Asked, meaning: Meaning, cursor: string | null): string => {
  const { state, level, unit, source, flag, person, from, to } = asked;
  const filters: [string, string][] =
    meaning.kind === 'number'
      ? [
          ['state', 'all'],
          ['number', meaning.number],
        ]
      : [
          ['state', state],
          ['title', meaning.kind === 'title' ? meaning.title : ''],
          ...Object.entries({ level, unit, source, flag, person, from, to }),
        ];
  return `/v1/cases?${encoded([...filters, ['cursor', cursor ?? '']])}`;
};

/** By which field of the page a parameter of the API is given. */
export const fieldOf = (parameter: string): Field | undefined =>
  parameter === 'title' || parameter === 'number'
    ? 'q'
    : FIELDS.find((field) => field === parameter && field !== 'as');
