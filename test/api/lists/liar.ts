import { isOfLists } from '../../../shared/records/lists/lines.ts';
import type { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { type Key, type StoredRecord, StoreUnavailable } from '../../../shared/records/table.ts';
import { refusingTable } from '../../infra/grants/unlucky-tables.ts';

export type MemoryTable = ReturnType<typeof createMemoryTable>;

/** A table that takes nothing of the lists while `isDown`, but for those that begin so, and counts what it was asked to take. */
export const withoutLists = (inner: MemoryTable, spared = 'none') => {
  const state = { isDown: false, refused: 0 };
  const refuse = (key: Key): void => {
    if (!state.isDown || !isOfLists(key) || key.pk.startsWith(spared)) return;
    state.refused += 1;
    throw new StoreUnavailable('lists');
  };
  const table = refusingTable(inner, refuse);
  return { table, state };
};

/** What the lists consist of, each line and each record beside a case by its key; of a record what it lists. */
export const listsIn = (table: MemoryTable): Record<string, unknown> =>
  Object.fromEntries(
    table
      .records()
      .filter(isOfLists)
      .map(({ pk, sk, listing = true }) => [`${pk} ${sk}`, listing] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

const linesIn = (table: MemoryTable): StoredRecord[] =>
  table.records().filter(({ pk }) => pk.startsWith('LIST#'));
export const removeLines = async (table: MemoryTable): Promise<void> => {
  for (const line of linesIn(table)) await table.remove(line);
};
/** Puts each line beside where it belongs: in every list of its kind, at other places, of other cases, of none, and of nothing at all. */
export const lie = async (table: MemoryTable, cases: readonly string[]): Promise<number> => {
  const lines = linesIn(table);
  const lists = [...new Set(lines.map(({ pk }) => pk))];
  for (const [index, { pk, sk }] of lines.entries()) {
    const [place = '', caseId = '', ...rest] = sk.split('#');
    const end = rest.map((each) => `#${each}`).join('');
    const elsewhere = lines[(index * 7 + 3) % lines.length]!.sk.split('#')[0]!;
    const other = cases[(index * 5 + 1) % cases.length]!;
    const kind = pk.split('#')[1]!;
    const alike = lists.filter((list) => list.startsWith(`LIST#${kind}#`));
    const lies = [
      { pk, sk: `${elsewhere}#${caseId}${end}` },
      { pk, sk: `${place}#${other}${end}` },
      { pk, sk: `${place}#XX2026-9999${end}` },
      { pk, sk: `${sk}#9` },
      { pk, sk: 'nonsense' },
      { pk, sk: '#' },
      { pk: alike[(index * 11 + 2) % alike.length]!, sk },
      { pk: alike[(index * 13 + 5) % alike.length]!, sk: `${place}#${other}#7` },
    ];
    for (const each of lies) await table.put(each, { absent: true });
  }
  return linesIn(table).length;
};
