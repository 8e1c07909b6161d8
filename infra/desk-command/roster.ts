import { readFileSync } from 'node:fs';
import { RosterReply } from '../../shared/contracts/replies/bureau.ts';
import { sent } from '../../shared/contracts/replies/routes.ts';
import type { Roster } from '../../shared/contracts/roster.ts';
import { decodeTable } from '../../shared/contracts/roster-table/columns.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { Answered } from '../local/console/client.ts';
import { textTable } from '../text-table.ts';
import { numbersOf, placeName, previewLines } from './roster-preview.ts';
import { readRosterTable } from './roster-table.ts';

/** One request of whoever works here. */
export type Ask = (method: 'GET' | 'PUT', path: string, body?: unknown) => Promise<Answered>;
/** What is said at the end, and whether all went well. */
interface Said {
  ok: boolean;
  text: string;
}

const readFile = (file: string): Uint8Array => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`读不到表格 ${file}`, { cause: error });
  }
};

/** `理由=…` and `确认空缺`, in any order. Throws an Error in Chinese for anything else. */
const howIn = (words: readonly string[]): { reason: string | undefined; confirmEmpty: boolean } => {
  const [reason] = words.flatMap((word) => /^(?:理由|reason)=(.+)$/.exec(word)?.[1] ?? []);
  const confirmEmpty = words.includes('确认空缺');
  const known = (reason === undefined ? 0 : 1) + (confirmEmpty ? 1 : 0);
  if (known < words.length) throw new Error('表格之后只能写 理由=… 和 确认空缺');
  return { reason, confirmEmpty };
};

const SHOWN_HOW = '以上只是预览,名册没有改动;确认无误后,加写 理由=… 再次运行即予更换';

/** A line for each person and post; what nobody holds is named. */
const rosterText = (regulation: Regulation, { roles, emptyRoles }: RosterReply): string =>
  [
    ...textTable(
      Object.entries(roles).flatMap(([role, people]) =>
        people.map((person) => [
          placeName(regulation, role, person),
          person.name,
          numbersOf(person),
          person.available ? '' : '不在岗',
        ]),
      ),
      [0, 1, 2, 3],
    ),
    ...(emptyRoles.length === 0 ? [] : [`无人在岗:${emptyRoles.map(({ name }) => name).join('、')}`]),
  ].join('\n');

/**
 * The roster as it stands; one that is kept as a table (CSV): shown as what it would change; with a reason it takes the place of the one that holds.
 * Resolves with what is to be said, or the refusal that the bureau answered. Throws an Error in Chinese for what is no such table.
 */
export const bringRoster = async (
  regulation: Regulation,
  [file, ...words]: readonly string[],
  ask: Ask,
): Promise<Said | Answered> => {
  const { reason, confirmEmpty } = howIn(words);
  const answer = await ask('GET', '/v1/roster');
  if (!answer.ok) return answer;
  const current = sent(RosterReply).parse(answer.body);
  if (file === undefined) return { ok: true, text: rosterText(regulation, current) };
  const { version, roles } = current;
  const before: Roster = { roles };
  const { roster, problems, notes: noted } = readRosterTable(regulation, decodeTable(readFile(file)), before);
  const lines = previewLines(regulation, before, roster);
  const notes = noted.map((note) => `注意  ${note}`);
  if (problems.length > 0)
    return { ok: false, text: ['表格有误,名册没有改动:', ...problems, ...notes].join('\n') };
  if (lines.length === 0) return { ok: true, text: ['与现行名册相同,不必更换', ...notes].join('\n') };
  if (reason === undefined) return { ok: true, text: [...lines, ...notes, SHOWN_HOW].join('\n') };
  const put = await ask('PUT', '/v1/roster', {
    version,
    reason,
    confirmEmpty,
    roles: roster.roles,
  });
  return put.ok ? { ok: true, text: [...lines, ...notes, '名册已更换'].join('\n') } : put;
};
