import { useEffect, useState } from 'preact/hooks';
import type { CaseListReply, CaseReply } from '../../../shared/contracts/replies/case.ts';
import { now } from '../../api/clock.ts';
import { config } from '../../api/config.ts';
import { read } from '../../api/http.ts';
import { useLive } from '../../api/live.ts';
import { shortNumber } from '../../model/case-number.ts';
import { wordsIn } from '../../model/forms/values.ts';
import { askedIn, meaningOf, pathOf } from '../../model/search/asked.ts';
import { foundWords, mergeable, resembling } from '../../model/search/mergeable.ts';
import { rowWords } from '../../model/search/row-words.ts';
import { spoken } from '../../model/spoken.ts';
import { yearAt } from '../../model/wall-clock.ts';
import { CaseName } from '../case/rearranged/case-name.tsx';
import { LevelTag } from '../level-tag.tsx';
import { Below, Name, useAbout } from './about.tsx';
import { useForm } from './form-context.ts';
import { type FieldProps, valueAt } from './props.ts';

type Row = CaseListReply['cases'][number];

const Found = ({ row, why, choose }: { row: Row; why: string; choose: (id: string) => void }) => (
  <li class="row line">
    <div class="grow">
      <p>
        <LevelTag level={row.warningLevel} isGuess={row.provisional} />{' '}
        <span class="soft">{shortNumber(row.case, yearAt(now.value))}</span>
      </p>
      <p>{row.title}</p>
      <p class="soft tiny">{rowWords(row, now.value).place}</p>
      {why !== '' && <p class="warn tiny">{why}</p>}
    </div>
    <button type="button" class="btn" onClick={() => choose(row.case)}>
      选<span class="hide">：{row.title}</span>
    </button>
  </li>
);

/** Cases by their numbers; those that cannot be read are left out. */
const useCases = (ids: readonly string[]): readonly Row[] => {
  const [rows, setRows] = useState<readonly Row[]>([]);
  useEffect(() => {
    let isOld = false;
    const ask = (id: string): Promise<readonly Row[]> =>
      read<CaseListReply>(pathOf(askedIn({}), { kind: 'number', number: id }, null)).then(
        ({ cases }) => cases,
        () => [],
      );
    Promise.all(ids.map(ask)).then((found) => {
      if (!isOld) setRows(found.reduce<Row[]>((all, each) => all.concat(each), []));
    });
    return () => {
      isOld = true;
    };
  }, [ids.join()]);
  return rows;
};

/** So many are shown before somebody wants more. */
const SOME = 5;
/** The cases that are being handled, by number or words of the title; those that resemble this one first. */
const Search = ({ of, id, choose }: { of: CaseReply; id: string; choose: (id: string) => void }) => {
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const [count, setCount] = useState(SOME);
  const asked = askedIn({ q });
  const meaning = meaningOf(asked, config().series, yearAt(now.value));
  const { body, fault } = useLive<CaseListReply>(pathOf(asked, meaning, null)).value;
  const alike = resembling(of);
  const suspected = useCases(Object.keys(alike));
  const found = body?.cases ?? [];
  // Those that resemble it may be older than what is listed first.
  const rows = mergeable(q === '' ? [...suspected, ...found] : found, of.case, alike);
  const find = (): void => {
    setQ(typed.trim());
    setCount(SOME);
  };
  return (
    <>
      <div class="line">
        <input
          id={id}
          type="search"
          class="grow"
          autocomplete="off"
          maxLength={100}
          value={typed}
          aria-label="案卷编号，或标题里的词"
          placeholder="案卷编号，或标题里的词"
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => {
            // Within a form it would send that; while somebody picks signs it is no search either.
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            find();
          }}
        />
        <button type="button" class="btn" onClick={find}>
          查找
        </button>
      </div>
      <p class="hint" role="status">
        {body === undefined
          ? fault === undefined
            ? '正在查找……'
            : spoken(fault.problems[0]?.message ?? fault.message)
          : foundWords({ count: rows.length, hasMore: body.next !== null, isAsked: q !== '' })}
      </p>
      <ul>
        {rows.slice(0, count).map((row) => (
          <Found key={row.case} row={row} why={alike[row.case] ?? ''} choose={choose} />
        ))}
      </ul>
      {rows.length > count && (
        <button type="button" class="btn quiet" onClick={() => setCount(rows.length)}>
          看其余{rows.length - count}件
        </button>
      )}
    </>
  );
};

/** The case that is chosen, until somebody wants another. */
const Chosen = ({ caseId, id, release }: { caseId: string; id: string; release: () => void }) => (
  <p class="line">
    <span class="grow">
      <CaseName caseId={caseId} />
    </span>
    <button type="button" id={id} class="btn quiet" onClick={release}>
      改选
    </button>
  </p>
);

/** Another case that is being handled: looked for by its number or title. */
export const CaseField = ({ field, path }: FieldProps) => {
  const { values, change, open } = useForm();
  const about = useAbout(field, path);
  const chosen = wordsIn(valueAt(values, path));
  if (open === undefined) return null;
  return (
    <fieldset class={about.kind} {...about.described}>
      <legend>
        <Name field={field} />
      </legend>
      {chosen === '' ? (
        <Search of={open} id={about.ids.control} choose={(id) => change(path, id)} />
      ) : (
        <Chosen caseId={chosen} id={about.ids.control} release={() => change(path, undefined)} />
      )}
      <Below about={about} field={field} />
    </fieldset>
  );
};
