import type { ComponentChildren } from 'preact';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { useLive } from '../../api/live.ts';
import { may } from '../../api/me.ts';
import { leftOutOf, publishedText, versionPath, versionText } from '../../model/case/item.ts';
import { type Entry, gradingOf } from '../../model/case/log.ts';
import {
  awaitedOf,
  callText,
  deniedOf,
  instantsOf,
  type Say,
  saidAt,
  sourceText,
  spreadOf,
  withdrawnOf,
} from '../../model/case/matter.ts';
import { detachingAddress, itemPath } from '../../model/items/asked.ts';
import { spoken } from '../../model/spoken.ts';
import { dayOfTime, momentOf } from '../../model/wall-clock.ts';
import { hour } from './hour.ts';
import { RearrangedFacts } from './rearranged/facts.tsx';

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </>
);

/** So many sources are seen at once. */
const SOME = 5;
/** Where it came from, in the order in which it did; many are folded. */
const Sources = ({ lines }: { lines: readonly string[] }) => (
  <>
    <Lines lines={lines.slice(0, SOME)} />
    {lines.length > SOME && (
      <details>
        <summary>其余{lines.length - SOME}个来源</summary>
        <Lines lines={lines.slice(SOME)} />
      </details>
    )}
  </>
);

const isWeb = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//.test(url);

type Item = CaseReply['items'][number];
/** Whether one of its items can be taken out of it. */
const isDivisible = ({ items, state, secret }: CaseReply): boolean =>
  items.length > 1 && state === 'open' && !secret && may('DetachItem');

/** One item: its words, its address, how far it has spread. */
const ItemFacts = ({ item, isOnly, outOf }: { item: Item; isOnly: boolean; outOf: string | undefined }) => {
  const { body } = useLive<ItemReply>(itemPath(item), { isPolled: false }).value;
  const restsOn = versionPath(itemPath(item), item, body);
  const { body: said } = useLive<ItemReply>(restsOn, { isPolled: false }).value;
  const changed = versionText(item, body);
  const say = saidAt(hour.value);
  const spread = body === undefined ? null : spreadOf(body.readings, say);
  const published = publishedText(item, say, (time) => dayOfTime(time, hour.value));
  const leftOut = body === undefined ? [] : leftOutOf(body);
  return (
    <>
      <Fact name="原帖">
        {isWeb(item.url) ? (
          <>
            <a class="line" href={item.url} target="_blank" rel="noreferrer noopener">
              {isOnly ? published : item.title}
            </a>
            <span class="soft tiny">
              {isOnly ? '' : `${published}，`}
              {item.url}，打开后不带本系统地址
            </span>
          </>
        ) : (
          `${isOnly ? '' : `${item.title}，`}${published}${item.url === undefined ? '' : `，${item.url}`}`
        )}
        {item.dateOnly === true && <p class="soft tiny">只知道发布日期，不据以起算</p>}
        {item.estimated === true && (
          <p class="soft tiny">发布时间由“3小时前”“昨天”一类说法推算，取可能的最早时间</p>
        )}
        {item.doubt !== undefined && <p class="warn tiny">{spoken(item.doubt)}</p>}
        {changed !== '' && <p class="soft tiny">{changed}</p>}
        {outOf !== undefined && (
          <p>
            <a class="btn quiet" href={detachingAddress(outOf, item)}>
              移出这条<span class="hide">：{item.title}</span>
            </a>
          </p>
        )}
      </Fact>
      {said?.content !== undefined && <Fact name="原文">{said.content}</Fact>}
      {leftOut.length > 0 && (
        <Fact name="未能识别的内容">
          {leftOut.map(({ text, isGrave }) => (
            <p class={isGrave ? 'warn' : 'soft tiny'} key={text}>
              {text}
            </p>
          ))}
        </Fact>
      )}
      {spread !== null && spread.counts !== '' && (
        <Fact name="传播">
          {spread.counts} <span class="soft">{spread.growth}</span>
        </Fact>
      )}
    </>
  );
};

const Grading = ({ found, entries }: { found: CaseReply; entries: readonly Entry[] }) => {
  const { grade, warningLevel, gradingText, byReference, responseLevel, ratings } = found;
  return (
    <>
      <p>
        {spoken(warningLevel.name)}
        {gradingText === '' ? '' : `，${spoken(gradingText).replace(/·/g, '，')}`}
        {byReference === null ? '' : `，参照${found.handlingLevel.name}处置：${spoken(byReference.text)}`}
        {responseLevel === null ? '' : `，应急响应${spoken(responseLevel.name)}`}
      </p>
      {gradingOf(entries).map(({ at, by, text }) => (
        <p class="soft tiny" key={`${at}${text}`}>
          {momentOf(at, hour.value)}
          {by}：{text}
        </p>
      ))}
      {ratings.map(({ scale, level, byDefault }) => (
        <p key={scale.id}>
          {spoken(scale.name)}：{spoken(level.name)}
          {byDefault !== null && <span class="soft">（{spoken(byDefault.reason)}）</span>}
        </p>
      ))}
      {gradingText !== '' && grade.reasons.length > 0 && (
        <details>
          <summary>初判的理由{grade.reasons.length}条</summary>
          <ul class="plain tiny">
            {grade.reasons.map(({ text }) => (
              <li key={text}>{spoken(text)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const Note = ({ note, say }: { note: CaseReply['note']; say: Say }) => (
  <>
    {note.text !== undefined && <Fact name="经过">{note.text}</Fact>}
    {note.call !== undefined && <Fact name="来电">{callText(note.call, say)}</Fact>}
  </>
);

/** 事情: what it is about, and what is known of it. */
export const Matter = ({ found, entries }: { found: CaseReply; entries: readonly Entry[] }) => {
  const say = saidAt(hour.value);
  const { known, unsure } = instantsOf(found, say);
  const awaited = awaitedOf(found, say);
  const { items } = found;
  return (
    <section class="sect" id="matter">
      <h2 tabIndex={-1}>事情</h2>
      <dl class="facts">
        {awaited.length > 0 && (
          <Fact name="未了事项">
            <Lines lines={awaited} />
          </Fact>
        )}
        {found.sources.length > 0 && (
          <Fact name="来源">
            <Sources lines={found.sources.map((source) => sourceText(source, say))} />
          </Fact>
        )}
        <Note note={found.note} say={say} />
        {items.map((item) => (
          <ItemFacts
            key={`${item.feed}/${item.id}`}
            item={item}
            isOnly={items.length === 1}
            outOf={isDivisible(found) ? found.case : undefined}
          />
        ))}
        <RearrangedFacts found={found} entries={entries} say={say} />
        <Fact name="级别">
          <Grading found={found} entries={entries} />
        </Fact>
        <Fact name="时点">
          {known.join('，')}
          {unsure.map((line) => (
            <p class="warn" key={line}>
              {line}
            </p>
          ))}
        </Fact>
        {found.denied.length > 0 && (
          <Fact name="被否认">
            <Lines lines={deniedOf(found, say)} />
          </Fact>
        )}
        {found.withdrawn.length > 0 && (
          <Fact name="已撤回">
            <Lines lines={withdrawnOf(found, say)} />
          </Fact>
        )}
      </dl>
    </section>
  );
};
