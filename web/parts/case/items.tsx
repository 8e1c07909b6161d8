import type { ComponentChildren } from 'preact';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { useLive } from '../../api/live.ts';
import { may } from '../../api/me.ts';
import { cameIn, leftOutOf, publishedText, versionPath, versionText } from '../../model/case/item.ts';
import type { Entry } from '../../model/case/log.ts';
import { saidAt, spreadOf } from '../../model/case/matter.ts';
import { detachingAddress, itemPath } from '../../model/items/asked.ts';
import { spoken } from '../../model/spoken.ts';
import { dayOfTime } from '../../model/wall-clock.ts';
import { hour } from './hour.ts';

type Item = CaseReply['items'][number];
interface Props {
  item: Item;
  entries: readonly Entry[];
}

const isWeb = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//.test(url);

/** What is shown of an item: as its case rests on it, and what its feed has made of it since. */
const useItem = ({ item, entries }: Props) => {
  const { body } = useLive<ItemReply>(itemPath(item), { isPolled: false }).value;
  const restsOn = versionPath(itemPath(item), item, body);
  const { body: said } = useLive<ItemReply>(restsOn, { isPolled: false }).value;
  const say = saidAt(hour.value);
  return {
    said,
    changed: versionText(item, body),
    spread: body === undefined ? null : spreadOf(body.readings, say),
    published: publishedText(item, say, (time) => dayOfTime(time, hour.value)),
    leftOut: body === undefined ? [] : leftOutOf(body),
    ...cameIn(item, entries, say),
  };
};
type Shown = ReturnType<typeof useItem>;

const Doubts = ({ item, changed }: Pick<Shown, 'changed'> & { item: Item }) => (
  <>
    {item.dateOnly === true && <p class="soft tiny">只知道发布日期，不据以起算</p>}
    {item.estimated === true && (
      <p class="soft tiny">发布时间由“3小时前”“昨天”一类说法推算，取可能的最早时间</p>
    )}
    {item.doubt !== undefined && <p class="warn tiny">{spoken(item.doubt)}</p>}
    {changed !== '' && <p class="soft tiny">{changed}</p>}
  </>
);
const LeftOut = ({ leftOut }: Pick<Shown, 'leftOut'>) => (
  <>
    {leftOut.map(({ text, isGrave }) => (
      <p class={isGrave ? 'warn' : 'soft tiny'} key={text}>
        {text}
      </p>
    ))}
  </>
);

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
/** The only item of a case, among the facts: its words, its address, how far it has spread. */
export const ItemFacts = ({ item, entries }: Props) => {
  const shown = useItem({ item, entries });
  const { said, spread, published, leftOut } = shown;
  return (
    <>
      <Fact name="原帖">
        {isWeb(item.url) ? (
          <>
            <a class="line" href={item.url} target="_blank" rel="noreferrer noopener">
              {published}
            </a>
            <span class="soft tiny">{item.url}，打开后不带本系统地址</span>
          </>
        ) : (
          `${published}${item.url === undefined ? '' : `，${item.url}`}`
        )}
        <Doubts item={item} changed={shown.changed} />
      </Fact>
      {said?.content !== undefined && <Fact name="原文">{said.content}</Fact>}
      {leftOut.length > 0 && (
        <Fact name="未能识别的内容">
          <LeftOut leftOut={leftOut} />
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

/** Whether one of its items can be taken out of it. */
const isDivisible = ({ items, state, secret }: CaseReply): boolean =>
  items.length > 1 && state === 'open' && !secret && may('DetachItem');

/** One of several: when it came, by which version, what it brought, and its words below. */
const OneItem = ({ item, entries, outOf }: Props & { outOf: string | undefined }) => {
  const { said, spread, published, leftOut, changed, came, brought } = useItem({ item, entries });
  return (
    <li class="row">
      {isWeb(item.url) ? (
        <a class="line title" href={item.url} target="_blank" rel="noreferrer noopener">
          {item.title}
        </a>
      ) : (
        <p class="title">{item.title}</p>
      )}
      <p class="tiny">{came}</p>
      {brought.map((text) => (
        <p class="tiny" key={text}>
          {text}
        </p>
      ))}
      <p class="soft tiny">
        {published}
        {spread !== null && spread.counts !== '' && `，${spread.counts}，${spread.growth}`}
      </p>
      {item.url !== undefined && (
        <p class="soft tiny written">
          {item.url}
          {isWeb(item.url) && '，打开后不带本系统地址'}
        </p>
      )}
      <Doubts item={item} changed={changed} />
      <LeftOut leftOut={leftOut} />
      {said?.content !== undefined && (
        <details>
          <summary>
            原文<span class="hide">：{item.title}</span>
          </summary>
          <p class="written">{said.content}</p>
        </details>
      )}
      {outOf !== undefined && (
        <p class="acts">
          <a class="btn quiet" href={detachingAddress(outOf, item)}>
            移出这条<span class="hide">：{item.title}</span>
          </a>
        </p>
      )}
    </li>
  );
};

/** The items of a case that has several, each over the whole width. */
export const ItemList = ({ found, entries }: { found: CaseReply; entries: readonly Entry[] }) => (
  <>
    <h3>信息{found.items.length}条</h3>
    <ul>
      {found.items.map((item) => (
        <OneItem
          key={`${item.feed}/${item.id}`}
          item={item}
          entries={entries}
          outOf={isDivisible(found) ? found.case : undefined}
        />
      ))}
    </ul>
  </>
);
