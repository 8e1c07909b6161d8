import { useEffect, useState } from 'preact/hooks';
import type { CaseList, FormField } from '../../../shared/contracts/desk/forms.ts';
import type { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { ItemListReply, ItemReply } from '../../../shared/contracts/replies/items.ts';
import { read } from '../../api/http.ts';
import { itemIn } from '../../model/forms/body.ts';
import { type Known, NEEDS_LOG } from '../../model/forms/case-lists.ts';
import { itemPath } from '../../model/items/asked.ts';
import { wholeLog } from './conflict/whole-log.ts';

type Beside = Pick<Known, 'log' | 'roster' | 'items'>;
/** Whether what a list needs has been read. */
type Asked = { isKnown: (list: CaseList) => boolean };

/** Which lists the fields of a form take values from. */
const listsOf = (fields: readonly FormField[]): CaseList[] =>
  fields.flatMap(({ of, fields: inner = [] }) => [...(of === undefined ? [] : [of]), ...listsOf(inner)]);

/** The items that came last, and that which the form was opened for: it may be older. */
const readItems = async (key: { feed: string; id: string } | undefined): Promise<Beside['items']> => {
  const { items } = await read<ItemListReply>('/v1/items?limit=50');
  if (key === undefined || items.some(({ feed, id }) => feed === key.feed && id === key.id)) return items;
  const item = await read<ItemReply>(itemPath(key));
  return [{ ...item, warningLevel: item.grade.warningLevel }, ...items];
};

/**
 * What a form needs beside the case itself: only what its fields ask for, and read once, but for the log, which is read again with each
 * new version of the case. What cannot be read is empty.
 */
export const useBeside = (
  { case: caseId, version }: Pick<CaseReply, 'case' | 'version'>,
  fields: readonly FormField[],
  carried: Record<string, unknown>,
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
    if (wanted.includes('items')) learn('items', readItems(itemIn(String(carried.id))));
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
