import { useEffect, useState } from 'preact/hooks';
import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { now } from '../../api/clock.ts';
import { Fault } from '../../api/fault.ts';
import { read } from '../../api/http.ts';
import { EVERY_MILLISECONDS } from '../../api/live.ts';
import type { Entry } from '../../model/case/log.ts';

// Lists that belong to a version of a case: read again when it has another, and not before.

interface Page {
  next: string | null;
}
const MOST = 200;

/** All pages of a list. */
const readAll = async <Reply extends Page>(path: string): Promise<Reply[]> => {
  const pages: Reply[] = [];
  let cursor: string | null = null;
  do {
    const found: Reply = await read<Reply>(
      `${path}limit=${MOST}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    pages.push(found);
    cursor = found.next;
  } while (cursor !== null);
  return pages;
};

export interface Read<Body> {
  /** Undefined: not read yet. */
  body: Body | undefined;
  fault: Fault | undefined;
}
const faultOf = (error: unknown): Fault =>
  error instanceof Fault ? error : new Fault('UNKNOWN', String(error));

/** Runs `load` for each version; what was there before stays until the answer. `version` 0: not yet. */
const useVersion = <Body>(
  path: string,
  version: number,
  load: (known: Body | undefined) => Promise<Body>,
): Read<Body> => {
  const [found, setFound] = useState<Read<Body> & { path: string }>({
    body: undefined,
    fault: undefined,
    path,
  });
  const known = found.path === path ? found.body : undefined;
  // What failed is tried again at the pace of everything else.
  const tries = found.fault === undefined ? 0 : Math.floor(now.value / EVERY_MILLISECONDS);
  useEffect(() => {
    let isWanted = version > 0;
    if (isWanted)
      load(known).then(
        (body) => isWanted && setFound({ body, fault: undefined, path }),
        (error: unknown) => isWanted && setFound({ body: known, fault: faultOf(error), path }),
      );
    return () => {
      isWanted = false;
    };
  }, [path, version, tries]);
  return { body: known, fault: found.path === path ? found.fault : undefined };
};

/** All rows of a list of a case, by pages. */
export const usePages = <Reply extends Page>(path: string, version: number): Read<Reply[]> =>
  useVersion(path, version, () => readAll<Reply>(`${path}?`));

/** 案卷日志: its entries, the oldest first, and what is said of all of them. */
export interface Log extends Pick<LogReply, 'intact' | 'findings' | 'earlier'> {
  entries: Entry[];
}
const entriesIn = (pages: readonly LogReply[]): Entry[] => pages.flatMap(({ entries }) => entries);

/** What is new is read alone; that the whole of it fits together is asked of the server each time. */
const readLog = async (path: string, known: Log | undefined): Promise<Log> => {
  const last = known?.entries[known.entries.length - 1]?.version;
  const pages = await readAll<LogReply>(last === undefined ? `${path}?` : `${path}?after=${last}&`);
  const { intact, findings, earlier } =
    last === undefined ? pages[0]! : await read<LogReply>(`${path}?limit=1`);
  return { intact, findings, earlier, entries: [...(known?.entries ?? []), ...entriesIn(pages)] };
};
export const useLog = (caseId: string, version: number): Read<Log> => {
  const path = `/v1/cases/${encodeURIComponent(caseId)}/log`;
  return useVersion<Log>(path, version, (known) => readLog(path, known));
};
