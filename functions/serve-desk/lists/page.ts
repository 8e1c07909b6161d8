import { type Walk, walkAmong } from '../../../shared/records/lists/finder.ts';
import { mapEach } from '../../../shared/records/some-at-once.ts';
import type { Asked, Cursors, Position } from './cursor.ts';

/** So many cases a page looks at, at most, beside those that it shows: then it is short, and its cursor goes on. */
const LOOKED_AT = 200;

export interface PageAsked {
  cursor?: string | undefined;
  limit: number;
}
interface Bounds {
  /** Where the list begins, and ends. */
  from?: string;
  upTo?: string | undefined;
}
/** A page of rows, and its cursor; null: there is no further one. */
export interface Page<Row> {
  rows: Row[];
  next: string | null;
}

/** What a page is read from. `show`: the rows at a place, in a fixed order; none where the list lags, or what is there is not to be seen. */
interface Source<Row> {
  walk: Walk;
  show: (place: string) => Promise<Row[]>;
}

/** Pages of lists, which go on from a cursor. */
export const createPages = ({ cursorOf, positionIn }: Cursors) => {
  const asPage = async <Row>(asked: Asked, rows: Row[], position: Position | null): Promise<Page<Row>> => ({
    rows,
    next: position === null ? null : await cursorOf(asked, position),
  });
  /**
   * The rows of a list from a cursor on, as many as are asked for. `asked`: the route with all that is asked but page and length.
   * Throws INVALID (422).
   */
  const readPage = async <Row>(
    asked: Asked,
    { cursor, limit }: PageAsked,
    { from = '', upTo }: Bounds,
    { walk, show }: Source<Row>,
  ): Promise<Page<Row>> => {
    const rows: Row[] = [];
    let { from: start, skip } = (await positionIn(asked, cursor)) ?? { from, skip: 0 };
    let left = LOOKED_AT + limit;
    for (;;) {
      const { places, next } = await walk({ from: start, upTo, most: Math.min(limit - rows.length, left) });
      const shown = await mapEach(places, show);
      for (const [index, each] of shown.entries()) {
        const taken = each.slice(skip, skip + limit - rows.length);
        rows.push(...taken);
        if (skip + taken.length < each.length)
          return asPage(asked, rows, { from: places[index]!, skip: skip + taken.length });
        skip = 0;
      }
      left -= places.length;
      if (next === null) return asPage(asked, rows, null);
      if (rows.length === limit || left <= 0 || places.length === 0)
        return asPage(asked, rows, { from: next, skip: 0 });
      start = next;
    }
  };
  return {
    readPage,
    /** A page of what is at hand. */
    pageAmong: <Row>(asked: Asked, page: PageAsked, rows: readonly Row[]): Promise<Page<Row>> => {
      const places = rows.map((_, index) => String(index).padStart(9, '0'));
      const show = async (place: string): Promise<Row[]> => [rows[Number(place)]!];
      return readPage(asked, page, {}, { walk: walkAmong(places), show });
    },
  };
};
export type Pages = ReturnType<typeof createPages>;
