import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { now } from '../../api/clock.ts';
import { leftOutOf } from '../../model/case/item.ts';
import { saidAt } from '../../model/case/matter.ts';
import type { ItemsAsked } from '../../model/items/asked.ts';
import { markedIn } from '../../model/items/marks.ts';
import { extraOf, factsOf, judgementText, timesOf } from '../../model/items/words.ts';
import { spoken } from '../../model/spoken.ts';
import { dayOfTime } from '../../model/wall-clock.ts';
import { OtherCasesOfItem, SuspectedOfItem } from '../alike/of-item.tsx';
import { ClauseRef } from '../clause.tsx';
import { LevelTag } from '../level-tag.tsx';
import { Stretches } from '../stretches.tsx';
import { useFeeds } from './feed-names.ts';
import { Judging } from './judging.tsx';
import { Versions } from './versions.tsx';

const isWeb = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//.test(url);

const Head = ({ item }: { item: ItemReply }) => {
  const say = saidAt(now.value);
  const { nameOf } = useFeeds();
  const { warningLevel, handlingLevel } = item.grade;
  return (
    <header class="pane">
      <p class="line top">
        <LevelTag level={warningLevel} isGuess />
        <span class="soft grow">
          {nameOf(item.feed)}
          {handlingLevel.id !== warningLevel.id && `，参照${handlingLevel.short}处置`}
        </span>
      </p>
      <h1>{item.title}</h1>
      <p class="soft small">{timesOf(item, say, (time) => dayOfTime(time, now.value))}</p>
    </header>
  );
};

/** Why it has its level: what in it the table found first, then how that was counted; and the clauses of both. */
const Reasons = ({ grade: { reasons, warningLevel } }: Pick<ItemReply, 'grade'>) => {
  const all = reasons.flatMap(({ clauses }) => clauses);
  const clauses = all.filter(
    ({ clause }, index) => all.findIndex((each) => each.clause === clause) === index,
  );
  const found = reasons.filter(({ ground }) => ground === true);
  const counted = reasons.filter(({ ground }) => ground !== true);
  return (
    <section class="sect">
      <h2>初判为{spoken(warningLevel.name)}</h2>
      <p class="line">
        <span class="grow soft">供参考，由有权的人员定级</span>
        <ClauseRef clauses={clauses} of="初判" />
      </p>
      {reasons.length === 0 && <p class="soft">没有列出理由。</p>}
      {found.length > 0 && (
        <ul class="plain">
          {found.map(({ text }) => (
            <li key={text}>{spoken(text)}</li>
          ))}
        </ul>
      )}
      {counted.length > 0 && (
        <details>
          <summary>怎样得出的</summary>
          <ul class="plain">
            {counted.map(({ text }) => (
              <li key={text}>{spoken(text)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

const Said = ({ item }: { item: ItemReply }) => (
  <section class="sect">
    <h2>原文</h2>
    {item.content === undefined ? (
      <p class="soft">没有正文，只有标题。</p>
    ) : (
      <p class="written">
        <Stretches stretches={markedIn(item.content, item.grade)} />
      </p>
    )}
    {isWeb(item.url) ? (
      <p class="acts">
        <a class="btn" href={item.url} target="_blank" rel="noreferrer noopener">
          打开原帖<span class="hide">，打开后不带本系统地址</span>
        </a>
      </p>
    ) : (
      item.url !== undefined && <p class="soft tiny">网址：{item.url}</p>
    )}
  </section>
);

const Doubts = ({ item }: { item: ItemReply }) => {
  const leftOut = leftOutOf(item);
  if (leftOut.length === 0) return null;
  return (
    <section class="sect">
      <h2>未能识别的内容</h2>
      {leftOut.map(({ text, isGrave }) => (
        <p class={isGrave ? 'warn' : 'soft'} key={text}>
          {text}
        </p>
      ))}
    </section>
  );
};

const Facts = ({ item }: { item: ItemReply }) => {
  const facts = factsOf(item, saidAt(now.value));
  const extra = extraOf(item);
  if (facts.length === 0 && extra.length === 0) return null;
  return (
    <section class="sect">
      <h2>情况</h2>
      <dl class="facts">
        {facts.map(({ name, text }) => (
          <>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
      {extra.length > 0 && (
        <details>
          <summary>数据源另写的{extra.length}项，按原样</summary>
          <dl>
            {extra.map(({ name, value }) => (
              <>
                <dt>{name}</dt>
                <dd class="written">{value}</dd>
              </>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
};

const History = ({ item }: { item: ItemReply }) =>
  item.judgements.length === 0 ? null : (
    <section class="sect">
      <h2>处理经过</h2>
      {item.judgements.map((each) => (
        <p key={each.at + each.as}>{judgementText(each, saidAt(now.value))}</p>
      ))}
    </section>
  );

/** One item: what is to be done with it, what it says, why it has its level, what is in doubt, what was said of it. */
export const ItemView = ({ item, asked }: { item: ItemReply; asked: ItemsAsked }) => (
  <>
    <Head item={item} />
    <Judging item={item} asked={asked} />
    <OtherCasesOfItem item={item} />
    <SuspectedOfItem item={item} />
    <Said item={item} />
    <Reasons grade={item.grade} />
    <Doubts item={item} />
    <Versions item={item} />
    <Facts item={item} />
    <History item={item} />
  </>
);
