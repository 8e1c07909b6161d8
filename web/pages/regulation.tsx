import { useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { RegulationView } from '../../shared/contracts/regulation-view/view.ts';
import { config } from '../api/config.ts';
import { loadRegulation, useRegulation } from '../api/regulation.ts';
import { levelWords } from '../model/level-words.ts';
import { PARTS } from '../model/regulation/entries.ts';
import { groupsAt, issueWords, levelsWithDuties } from '../model/regulation/groups.ts';
import { spoken } from '../model/spoken.ts';
import { Frame } from '../parts/frame.tsx';
import { Alert } from '../parts/notice.tsx';
import { DutyList } from './regulation/duty-list.tsx';
import { FullText } from './regulation/full-text.tsx';
import { Hits } from './regulation/hits.tsx';
import { PartPage } from './regulation/part-page.tsx';
import { Pictures } from './regulation/pictures.tsx';

const HERE = '/desk/regulation';

const Search = ({ q }: { q: string }) => {
  const { route } = useLocation();
  return (
    <form
      class="pane"
      aria-label="查找制度"
      onSubmit={(event) => {
        event.preventDefault();
        const word = String(new FormData(event.currentTarget).get('q') ?? '').trim();
        route(word === '' ? HERE : `${HERE}?q=${encodeURIComponent(word)}`);
      }}
    >
      <label for="q">查职责、时限、条款</label>
      <div class="line">
        <input
          key={q}
          id="q"
          name="q"
          type="search"
          class="grow"
          autocomplete="off"
          maxLength={60}
          defaultValue={q}
        />
        <button type="submit" class="btn main">
          查找
        </button>
      </div>
    </form>
  );
};

const Levels = ({ view, wanted }: { view: RegulationView; wanted: string | undefined }) => {
  const levels = levelsWithDuties(view);
  const level = levels.find(({ id }) => id === wanted) ?? levels[0];
  if (level === undefined) return null;
  return (
    <>
      <nav class="jump" aria-label="级别">
        {levels.map(({ id, name, short, colour }) => (
          <a key={id} href={`${HERE}?level=${id}`} aria-current={id === level.id ? 'true' : undefined}>
            {levelWords({ name, short }, colour)}
          </a>
        ))}
      </nav>
      {level.withoutLimit !== null && (
        <p class="said">
          {spoken(level.withoutLimit)}
          {level.unlimited !== null && `：${spoken(level.unlimited)}`}
        </p>
      )}
      {groupsAt(view, level.id).map(({ title, duties }) => (
        <section class="sect" key={title}>
          <h2>{title}</h2>
          <DutyList view={view} duties={duties} />
        </section>
      ))}
    </>
  );
};

const PICTURES = { id: 'pictures', name: '各级流程图' };
const TEXT = { id: 'text', name: '全文，逐条' };

const Contents = ({ view }: { view: RegulationView }) => {
  const parts = [
    ...PARTS.map(({ id, name, entries }) => ({ id, name, count: entries(view).length })),
    { ...PICTURES, count: Object.keys(config().files.pictures).length },
    { ...TEXT, count: view.clauses.length },
  ];
  return (
    <section class="sect">
      <h2>其他内容</h2>
      <ul class="pairs">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ id, name, count }) => (
            <li class="row" key={id}>
              <a class="title line" href={`${HERE}?part=${id}`}>
                <span class="grow">{name}</span>
                <span class="soft">{count}</span>
              </a>
            </li>
          ))}
      </ul>
    </section>
  );
};

const Missing = ({ view }: { view: RegulationView }) => (
  <>
    {view.missing.map(({ id, name, note }) => (
      <p class="said" key={id}>
        设置“{spoken(name)}”尚未填写，有关时限无法计算。{spoken(note)}。请系统运维填写。
      </p>
    ))}
  </>
);

const Content = ({ view }: { view: RegulationView }) => {
  const { query } = useLocation();
  const { q = '', part, level } = query;
  const found = PARTS.find(({ id }) => id === part);
  if (part === 'text') return <FullText view={view} />;
  if (part === 'pictures') return <Pictures view={view} />;
  if (found !== undefined) return <PartPage view={view} part={found} />;
  return (
    <>
      <p class="pane soft tiny">
        {spoken(view.title)}，{issueWords(view)}
      </p>
      <Search q={q} />
      {q === '' ? (
        <>
          <Levels view={view} wanted={level} />
          <Contents view={view} />
          <Missing view={view} />
        </>
      ) : (
        <Hits view={view} q={q} />
      )}
    </>
  );
};

/** A part begins at its heading, as a page of its own would; back is where one was. */
const useBeginning = (place: string): void => {
  const { wasPush } = useLocation() as ReturnType<typeof useLocation> & { wasPush: boolean };
  useLayoutEffect(() => {
    if (wasPush) window.scrollTo(0, 0);
  }, [place]);
};

/** The bureau's regulation, to look up: what is owed when, and where it says so. */
const RegulationPage = () => {
  const { query } = useLocation();
  const { view, fault } = useRegulation();
  const { part, q = '' } = query;
  useBeginning(`${part} ${q}`);
  const inside =
    [...PARTS, PICTURES, TEXT].find(({ id }) => id === part)?.name ?? (q === '' ? '' : `查找“${q}”`);
  return (
    <Frame key={inside} title="制度" {...(inside !== '' ? { back: { path: HERE, name: '制度' } } : {})}>
      <section class="broad" aria-label="制度">
        {inside === '' ? (
          <h1 class="lead">制度</h1>
        ) : (
          <h1 class="pane">
            <a href={HERE}>制度</a>：{inside}
          </h1>
        )}
        {fault !== '' && (
          <div class="pane">
            <Alert>
              {fault}
              <p class="acts">
                <button type="button" class="btn" onClick={() => void loadRegulation()}>
                  再试一次
                </button>
              </p>
            </Alert>
          </div>
        )}
        {view === null ? fault === '' && <p class="pane soft">正在打开……</p> : <Content view={view} />}
      </section>
    </Frame>
  );
};
export default RegulationPage;
