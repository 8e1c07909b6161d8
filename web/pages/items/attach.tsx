import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { now } from '../../api/clock.ts';
import { config } from '../../api/config.ts';
import { useLive } from '../../api/live.ts';
import { unitName } from '../../api/me.ts';
import { shortNumber } from '../../model/case-number.ts';
import { attachingAddress, itemAddress, itemPath, itemsAskedIn, usualOf } from '../../model/items/asked.ts';
import { askedIn, meaningOf, pathOf } from '../../model/search/asked.ts';
import { rowWords } from '../../model/search/row-words.ts';
import { spoken } from '../../model/spoken.ts';
import { timeAt, yearAt } from '../../model/wall-clock.ts';
import { Frame } from '../../parts/frame.tsx';
import { whyNotFound } from '../../parts/item/not-found.ts';
import { LevelTag } from '../../parts/level-tag.tsx';
import { Alert } from '../../parts/notice.tsx';

type Key = { feed: string; id: string };

const Cases = ({ found, chosen }: { found: CaseListReply; chosen: Key }) => (
  <ul>
    {found.cases.map((row) => (
      <li class="row" key={row.case}>
        <p class="line top">
          <LevelTag level={row.warningLevel} isGuess={row.provisional} />
          <span class="soft grow">{shortNumber(row.case, yearAt(now.value))}</span>
        </p>
        <h2>
          <a class="title line" href={attachingAddress(row.case, chosen)}>
            <span>
              <span class="hide">并入</span>
              {row.title}
            </span>
          </a>
        </h2>
        <p class="soft tiny">{rowWords(row, now.value).place}</p>
      </li>
    ))}
  </ul>
);

/** The cases that are being handled, by number or words of the title; those opened last where nothing is asked. */
const Search = ({ chosen }: { chosen: Key }) => {
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const asked = askedIn({ q });
  const meaning = meaningOf(asked, config().series, Number(timeAt(now.value).slice(0, 4)));
  const { body: found, fault } = useLive<CaseListReply>(pathOf(asked, meaning, null)).value;
  // A number names its case in whatever state: only into one that is being handled something is put.
  const open = found?.cases.filter(({ state }) => state === 'open') ?? [];
  return (
    <>
      <form
        class="pane"
        aria-label="查找案卷"
        onSubmit={(event) => {
          event.preventDefault();
          setQ(typed.trim());
        }}
      >
        <label for="q">案卷编号，或标题里的词</label>
        <div class="line">
          <input
            id="q"
            type="search"
            class="grow"
            autocomplete="off"
            maxLength={100}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <button type="submit" class="btn main">
            查找
          </button>
        </div>
      </form>
      {fault !== undefined && (
        <div class="pane">
          <Alert>{spoken(fault.problems[0]?.message ?? fault.message)}</Alert>
        </div>
      )}
      <p class="row soft" role="status">
        {found === undefined
          ? fault === undefined && '正在查找……'
          : open.length === 0
            ? '没有处置中的这样的案卷。'
            : `处置中的案卷${found.next === null ? '' : '较多，先列出最近的'}${open.length}件，选一件并入`}
      </p>
      {found !== undefined && <Cases found={{ ...found, cases: open }} chosen={chosen} />}
    </>
  );
};

/** 并入案卷: into which; what that does to its limits the act's own form shows, before it is done. */
const AttachPage = () => {
  const { feed = '', item: id = '' } = useRoute().params;
  const { query } = useLocation();
  const chosen = { feed, id };
  const { body: item, fault } = useLive<ItemReply>(itemPath(chosen)).value;
  return (
    <Frame
      title="并入案卷"
      isTask
      back={{ path: itemAddress(chosen, itemsAskedIn(query, usualOf(unitName()))), name: '返回这条信息' }}
    >
      <section class="read" aria-label="并入案卷">
        <header class="pane">
          <h1>并入哪一案卷</h1>
          {item !== undefined && <p class="soft">{item.title}</p>}
          {item === undefined && fault !== undefined && <Alert>{whyNotFound(fault)}</Alert>}
          {item?.became === 'inCase' && <Alert>这条信息已在案卷中，不能再并入。</Alert>}
        </header>
        {item !== undefined && item.became !== 'inCase' && <Search chosen={chosen} />}
      </section>
    </Frame>
  );
};
export default AttachPage;
