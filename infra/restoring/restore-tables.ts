import { isDeepStrictEqual } from 'node:util';
import { isOfLists } from '../../shared/records/lists/lines.ts';
import type { StoredRecord, Table } from '../../shared/records/table.ts';

/** A table as an administrator restores it, while nothing else writes there. */
export interface Restorable extends Pick<Table, 'get' | 'put' | 'list' | 'remove'> {
  /** Everything in it, in no order. */
  scan(): AsyncIterable<StoredRecord>;
  /** Puts a record in the place of whatever is there: what a forger left cannot be a condition. */
  replace(record: StoredRecord): Promise<void>;
}
/** The two tables in use, or as they were restored beside them. */
export interface Tables {
  readonly log: Restorable;
  readonly records: Restorable;
}

const PREFIX = 'CASE#';
const caseOf = ({ pk }: { pk: string }): string | undefined =>
  pk.startsWith(PREFIX) ? pk.slice(PREFIX.length) : undefined;

/** Cases that were opened after the damage under a number that the restored log has for another one. */
const clashesOf = async (here: Tables, restored: Tables): Promise<Set<string>> => {
  const clashes = new Set<string>();
  for await (const record of restored.log.scan()) {
    const standing = record.sk === 'LOG#000001' ? await here.log.get(record) : undefined;
    if (standing !== undefined && standing.write !== record.write) clashes.add(caseOf(record)!);
  }
  return clashes;
};

export interface Copied {
  copied: number;
  /** Was there already, and stays. */
  there: number;
  /** Cases whose number was given to another case meanwhile: nothing of theirs is copied. */
  left: string[];
}

/** Copies everything that is missing, the logs first. What is there stays as it is, so it may be repeated. */
export const copyMissing = async (here: Tables, restored: Tables): Promise<Copied> => {
  const clashes = await clashesOf(here, restored);
  const report: Copied = { copied: 0, there: 0, left: [...clashes].sort() };
  for (const table of ['log', 'records'] as const)
    for await (const record of restored[table].scan()) {
      // The lists are made anew from the logs: what stood in them once may be true no more.
      if (isOfLists(record) || clashes.has(caseOf(record) ?? '')) continue;
      report[(await here[table].put(record, { absent: true })) ? 'copied' : 'there'] += 1;
    }
  return report;
};

/**
 * Puts the entries and texts of one case as they were restored in the place of those that are other ones now, and adds those that
 * are missing; what came later stays. Returns their keys.
 */
export const replaceCase = async (here: Tables, restored: Tables, caseId: string): Promise<string[]> => {
  const replaced: string[] = [];
  for (const [table, prefix] of [['log', 'LOG#'] as const, ['records', 'CONTENT#'] as const])
    for (const record of await restored[table].list(PREFIX + caseId, prefix)) {
      if (isDeepStrictEqual(await here[table].get(record), record)) continue;
      await here[table].replace(record);
      replaced.push(record.sk);
    }
  return replaced;
};

/** A case of which head or witness has seen an entry that the log does not have. */
export interface Ahead {
  caseId: string;
  /** The last entry that was seen, and the last that there is; 0: none. */
  seen: number;
  last: number;
}

const lastIn = async ({ log }: Tables, pk: string): Promise<number> =>
  Number((await log.list(pk, 'LOG#')).at(-1)?.sk.slice('LOG#'.length) ?? 0);

/** The cases whose log is shorter than what is remembered of it, by their numbers. */
export const findAhead = async (here: Tables): Promise<Ahead[]> => {
  const seen = new Map<string, number>();
  for await (const record of here.records.scan()) {
    const caseId = caseOf(record);
    if (caseId === undefined || !['HEAD', 'TIP'].includes(record.sk)) continue;
    seen.set(caseId, Math.max(seen.get(caseId) ?? 0, Number(record.version)));
  }
  const ahead: Ahead[] = [];
  for (const [caseId, version] of [...seen].sort()) {
    const last = await lastIn(here, PREFIX + caseId);
    if (version > last) ahead.push({ caseId, seen: version, last });
  }
  return ahead;
};

/**
 * Lets what is remembered of these logs end where they end now: the entries after that are lost, knowingly. The sweep makes head
 * and witness anew; a case without any entry is gone.
 */
export const acceptEnds = async (
  { records }: Tables,
  ahead: readonly Ahead[],
  now: string,
): Promise<void> => {
  for (const { caseId, last } of ahead) {
    const [pk, head] = [PREFIX + caseId, { pk: PREFIX + caseId, sk: 'HEAD' }];
    await records.remove({ pk, sk: 'TIP' });
    // As a case that is about to open: the sweep finds it and folds its log.
    if (last === 0) await records.remove(head);
    else await records.replace({ ...head, caseId, version: 0, board: 'OPEN', boardAt: now });
  }
};
