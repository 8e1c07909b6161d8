import type { Line } from './lines.ts';
import type { BureauNames } from './names.ts';

/** What the API said of a roster, as a page needs it. */
export interface Refused {
  code: string;
  message: string;
  problems: readonly { field: string; message: string }[];
}
/** Where a refusal is shown. */
export interface Places {
  /** Beside a line, by its key. */
  lines: Record<string, string>;
  /** Beside a post, by its role. */
  posts: Record<string, string>;
  /** Beside the reason. */
  reason: string;
  /** Above all. */
  whole: string;
}

const FIELD = /^roles\.([^.]+)\.(\d+)(?:\.|$)/;
const QUOTED = /“([^”]+)”/g;

const ofLine = (field: string, keys: Readonly<Record<string, readonly string[]>>): string | undefined => {
  const [, role = '', index = ''] = FIELD.exec(field) ?? [];
  return keys[role]?.[Number(index)];
};
const quotedIn = (text: string): string[] => (text.match(QUOTED) ?? []).map((each) => each.slice(1, -1));

/** `keys`: those of the lines of each role as they were sent. */
export const placesOf = (
  { code, message, problems }: Refused,
  keys: Readonly<Record<string, readonly string[]>>,
  lines: readonly Line[],
  { posts }: BureauNames,
): Places => {
  const places: Places = { lines: {}, posts: {}, reason: '', whole: '' };
  for (const { field, message: said } of problems) {
    const key = ofLine(field, keys);
    if (key !== undefined) places.lines[key] ??= said;
    else if (field === 'reason') places.reason = said;
    else places.whole = said;
  }
  if (code === 'PERSON_TWICE' || code === 'UNIT_UNKNOWN') {
    const words = quotedIn(message);
    for (const { key, id, name } of lines)
      if (words.includes(id) || words.includes(name)) places.lines[key] ??= message;
  }
  if (code === 'ROSTER_WITHOUT_DUTY')
    for (const { id, name } of posts) if (message.includes(name)) places.posts[id] = message;
  const isPlaced =
    places.reason !== '' || Object.keys(places.lines).length + Object.keys(places.posts).length > 0;
  if (places.whole === '') places.whole = isPlaced ? '' : message;
  return places;
};
