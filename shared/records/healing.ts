import { isOfLists } from './lists/lines.ts';
import { type Key, RecordDamaged, type StoredRecord, type Table } from './table.ts';

/**
 * What is made anew when it is gone, or can be done without: heads and their witnesses, who waits for a case, what is on its way
 * to a number, what finds the case of a story, which push has come, what finds a refusal, counts, the lists (a line of theirs by `npm run lists`) and the key of their cursors.
 * Everything else is somebody's word or evidence, and is only found again in a backup.
 */
const isMadeAnew = ({ pk, sk }: Key): boolean =>
  isOfLists({ pk, sk }) ||
  /^(MAILBOX|REFUSED|PUSH)#|^UNTAKEN#(LIST$|COUNT#|OF#)|^(HEALTH|PROOF|STORIES|CURSORS)$/.test(pk) ||
  (pk.startsWith('CASE#') && /^(HEAD|TIP|WATCH)$|^DELIVERY#/.test(sk)) ||
  (pk.startsWith('NUMBER#') && sk === 'COUNTER');

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^ROSTER$/, '名册'],
  [/^ITEM#/, '这条舆情信息'],
  [/^UNTAKEN#/, '这条未入库的信息'],
  [/^NUMBER#/, '一个编号的登记'],
];
/** What a record is, in words for the office. */
export const nameOfRecord = ({ pk }: Key): string => NAMES.find(([of]) => of.test(pk))?.[1] ?? '一条数据';

/** A table from which damaged records that are made anew are removed when somebody meets them; `onRemoved` is told. */
export const healing = (table: Table, onRemoved: (what: string, error: unknown) => void): Table => {
  const mend = async (error: unknown): Promise<RecordDamaged> => {
    if (!(error instanceof RecordDamaged) || !error.keys.every(isMadeAnew)) throw error;
    for (const key of error.keys) await table.remove(key);
    onRemoved('damaged record', error);
    return error;
  };
  const again = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      await mend(error);
      return run();
    }
  };
  const readable = async (run: () => Promise<StoredRecord[]>): Promise<StoredRecord[]> => {
    try {
      return await run();
    } catch (error) {
      return [...(await mend(error)).readable];
    }
  };
  return {
    ...table,
    get: (key) => again(() => table.get(key)),
    put: (record, condition) => again(() => table.put(record, condition)),
    set: (key, attribute, value) => again(() => table.set(key, attribute, value)),
    increment: (key, attribute) => again(() => table.increment(key, attribute)),
    list: (...of) => readable(() => table.list(...of)),
  };
};
