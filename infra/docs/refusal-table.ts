import { REFUSALS, type RefusalKind, STATUS } from '../../shared/contracts/refusal-codes.ts';

const MEANINGS: Readonly<Record<RefusalKind, string>> = {
  unreadable: 'no JSON',
  unidentified: 'nobody, or somebody whose word cannot be checked',
  stranger: 'not for somebody of this post or unit; kept apart from the case',
  forbidden: 'not for this person to do; the log of the case keeps it',
  missing: 'what is asked for is not there',
  otherwise: 'there, but not by this method; `Allow` says by which',
  conflict: 'not as things stand now',
  tooLarge: 'over 256 KB',
  malformed: 'wrong whatever the case is like; `INVALID` names every field of a body in `problems`',
  broken: 'our fault; only the log has the cause',
  busy: 'try the same again',
};
const codes = Object.keys(REFUSALS) as (keyof typeof REFUSALS)[];

const row = (kind: RefusalKind): string => {
  const own = codes.filter((code) => REFUSALS[code] === kind);
  const listed = own.map((code) => `\`${code}\``).sort();
  return `| ${STATUS[kind]} | ${MEANINGS[kind]} | ${listed.join(', ')} |`;
};

const BEGIN = '<!-- refusals: written by npm run docs -->';
const END = '<!-- refusals: end -->';

/** The page with every code of a refusal beside its HTTP status. Throws when the place for them is not there. */
export const withRefusals = (page: string): string => {
  const [before, , after] = page.split(new RegExp(`(${BEGIN}[\\s\\S]*${END})`));
  if (before === undefined || after === undefined) throw new Error(`The page needs ${BEGIN} and ${END}`);
  const rows = (Object.keys(STATUS) as RefusalKind[]).map(row);
  const table = ['| Status | Meaning | Codes |', '| --- | --- | --- |', ...rows].join('\n');
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
};
