import { useEffect, useState } from 'preact/hooks';
import type { CaseList, FormField } from '../../../shared/contracts/desk/forms.ts';
import type { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { ItemListReply } from '../../../shared/contracts/replies/items.ts';
import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { read } from '../../api/http.ts';
import { type Known, NEEDS_LOG } from '../../model/forms/case-lists.ts';

type Beside = Pick<Known, 'log' | 'roster' | 'items'>;
/** Whether what a list needs has been read. */
type Asked = { isKnown: (list: CaseList) => boolean };

/** Which lists the fields of a form take values from. */
const listsOf = (fields: readonly FormField[]): CaseList[] =>
  fields.flatMap(({ of, fields: inner = [] }) => [...(of === undefined ? [] : [of]), ...listsOf(inner)]);

/** The log to its end, page by page. */
const wholeLog = async (caseId: string): Promise<Known['log']> => {
  const entries: Known['log'][number][] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: LogReply = await read<LogReply>(
      `/v1/cases/${caseId}/log${cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
    );
    entries.push(...page.entries);
    cursor = page.next;
  }
  return entries;
};

/**
 * What a form needs beside the case itself: only what its fields ask for, and read once, but for the log, which is read again with each
 * new version of the case. What cannot be read is empty.
 */
export const useBeside = (
  { case: caseId, version }: Pick<CaseReply, 'case' | 'version'>,
  fields: readonly FormField[],
): Beside & Asked => {
  const [beside, setBeside] = useState<Beside>({ log: [], roster: {}, items: [] });
  const [known, setKnown] = useState<readonly (keyof Beside)[]>([]);
  const wanted = listsOf(fields);
  /** Gives what forgets the answer where it comes too late. */
  const learn = <Name extends keyof Beside>(name: Name, ask: Promise<Beside[Name]>): (() => void) => {
    let isOld = false;
    const asked = (): void => setKnown((before) => [...before, name]);
    ask.then(
      (found) => {
        if (isOld) return;
        setBeside((before) => ({ ...before, [name]: found }));
        asked();
      },
      () => undefined,
    );
    return () => {
      isOld = true;
    };
  };
  useEffect(() => {
    if (wanted.some((list) => NEEDS_LOG.includes(list))) return learn('log', wholeLog(caseId));
  }, [caseId, version, wanted.join()]);
  useEffect(() => {
    if (wanted.includes('people'))
      learn(
        'roster',
        read<RosterReply>('/v1/roster').then(({ roles }) => roles),
      );
    if (wanted.includes('items'))
      learn(
        'items',
        read<ItemListReply>('/v1/items?limit=50').then(({ items }) => items),
      );
  }, [caseId, wanted.join()]);
  const sourceOf = (list: CaseList): keyof Beside | undefined => {
    if (NEEDS_LOG.includes(list)) return 'log';
    if (list === 'people') return 'roster';
    return list === 'items' ? 'items' : undefined;
  };
  const isKnown = (list: CaseList): boolean => {
    const source = sourceOf(list);
    return source === undefined || known.includes(source);
  };
  return { ...beside, isKnown };
};
