import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { CaseListReply } from '../../shared/contracts/replies/case.ts';
import { now } from '../api/clock.ts';
import { config } from '../api/config.ts';
import { type Asked, addressOf, askedIn, type Meaning, meaningOf, STATES } from '../model/search/asked.ts';
import { emptyWords, foundWords } from '../model/search/found-words.ts';
import { clockOf, timeAt } from '../model/wall-clock.ts';
import { cameFrom } from '../parts/came-from.ts';
import { Offline } from '../parts/duty-list/around.tsx';
import { Frame } from '../parts/frame.tsx';
import { FOUND, useFocusOnFound } from '../parts/lists/focus-on-found.ts';
import { SearchFault } from '../parts/lists/list-states.tsx';
import { CaseLine } from './cases/case-row.tsx';
import { SearchForm } from './cases/search-form.tsx';
import { useCases } from './cases/use-cases.ts';

const States = ({ asked }: { asked: Asked }) => (
  <nav class="jump" aria-label="案卷的状态">
    {STATES.map(({ id, name }) => (
      <a
        key={id}
        href={addressOf({ ...asked, state: id })}
        aria-current={asked.state === id ? 'true' : undefined}
      >
        {name}
      </a>
    ))}
  </nav>
);

const Damaged = ({ damaged }: Pick<CaseListReply, 'damaged'>) => (
  <>
    {damaged.map(({ case: id, text }) => (
      <p class="said" key={id}>
        {id}暂时不能显示：{text}
      </p>
    ))}
  </>
);

interface ListProps {
  asked: Asked;
  meaning: Meaning;
  found: CaseListReply;
  /** The server's time when it was so. */
  at: number;
  isAsking: boolean;
  more: () => void;
  anew: () => void;
}
const List = ({ asked, meaning, found, at, isAsking, more, anew }: ListProps) => {
  const { cases: rows, damaged, next } = found;
  const { text, inTitles } = emptyWords(asked, meaning);
  return (
    <>
      <div class="line row">
        <p class="soft grow">
          <span role="status">
            {rows.length === 0 && next === null ? text : foundWords(rows.length, next !== null)}
          </span>
          ，{clockOf(timeAt(at))}核对
        </p>
        <button type="button" class="btn quiet" aria-busy={isAsking || undefined} onClick={anew}>
          再查一次
        </button>
      </div>
      {rows.length === 0 && inTitles && (
        <p class="pane">
          <a class="btn" href={addressOf({ ...asked, as: 'title', state: 'all' })}>
            在标题里找“{asked.q}”
          </a>
        </p>
      )}
      <Damaged damaged={damaged} />
      <ul>
        {rows.map((row) => (
          <CaseLine key={row.case} row={row} />
        ))}
      </ul>
      {next !== null && (
        <p class="pane">
          <button
            type="button"
            class="btn wide"
            aria-disabled={isAsking || undefined}
            onClick={() => !isAsking && more()}
          >
            {isAsking ? '正在查找……' : rows.length === 0 ? '接着往前查' : '再看50件'}
          </button>
        </p>
      )}
    </>
  );
};

/** All cases that one may read: by number, by words of the title, by what the bureau tells them apart by. */
const CasesPage = () => {
  const { query, url } = useLocation();
  const asked = askedIn(query);
  const meaning = meaningOf(asked, config().series, Number(timeAt(now.value).slice(0, 4)));
  useFocusOnFound(url);
  useEffect(() => {
    cameFrom.value = { path: url, name: '案卷' };
  }, [url]);
  const { live, isAsking, more, anew } = useCases(asked, meaning);
  const { body: found, at, fault } = live.value;
  return (
    <Frame title="案卷">
      <section class="broad" aria-label="案卷">
        <h1 class="lead">案卷</h1>
        <SearchForm key={url} asked={asked} problems={fault?.problems ?? []} />
        {meaning.kind !== 'number' && <States asked={asked} />}
        <section id={FOUND} tabIndex={-1} aria-label="查到的案卷">
          <Offline key={url} live={live} />
          <SearchFault live={live} anew={anew} />
          {found === undefined ? (
            fault === undefined && <p class="pane soft">正在查找……</p>
          ) : (
            <List
              asked={asked}
              meaning={meaning}
              found={found}
              at={at}
              isAsking={isAsking}
              more={more}
              anew={anew}
            />
          )}
        </section>
      </section>
    </Frame>
  );
};
export default CasesPage;
