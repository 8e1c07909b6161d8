import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isTimeKnown, now } from '../api/clock.ts';
import { config } from '../api/config.ts';
import { may, me } from '../api/me.ts';
import { dutyCount, unseen } from '../api/news.ts';
import { clockOf, timeAt } from '../model/wall-clock.ts';
import { useFoundFocus } from './found-focus.ts';

interface Tab {
  path: string;
  name: string;
  /** Which right it needs; absent: everybody has it. */
  right?: string;
  /** On a phone it lies under 更多. */
  isFar?: boolean;
  /** It is found from this page; who may not open that one has it in the bar. */
  within?: string;
}
/** What was not taken in, and the feeds, are parts of this one. */
const ITEMS = '/desk/items';
const isOf = (tab: string, path: string): boolean => path === tab || path.indexOf(`${tab}/`) === 0;
/** The pages, in their order. */
export const TABS: readonly Tab[] = [
  { path: '/desk/duties', name: '待办' },
  { path: '/desk/cases', name: '案卷', right: 'ReadCases' },
  { path: '/desk/open', name: '立案', right: 'OpenCase' },
  { path: ITEMS, name: '舆情', right: 'ReadCases' },
  { path: '/desk/clocks', name: '时钟', isFar: true },
  { path: '/desk/feeds', name: '数据源', right: 'ReadRefusedItems', isFar: true, within: ITEMS },
  { path: '/desk/roster', name: '名册', right: 'ReadRoster', isFar: true },
  { path: '/desk/regulation', name: '制度', isFar: true },
  { path: '/desk/help', name: '说明', isFar: true },
];
/** The pages that the person may open. */
export const tabsOf = (): Tab[] => TABS.filter(({ right }) => right === undefined || may(right));

const Clock = () => (
  <time class="clock">
    <span class="hide">服务器时间</span>
    {isTimeKnown() ? clockOf(timeAt(now.value)) : ''}
  </time>
);

const Tabs = ({ counts }: { counts: Readonly<Record<string, number>> }) => {
  const { path } = useLocation();
  const tabs = tabsOf();
  const bar = tabs.filter(({ within }) => !tabs.some((tab) => tab.path === within));
  const parts = ['/desk/refused', ...tabs.filter(({ within }) => within === ITEMS).map((tab) => tab.path)];
  const isHere = (tab: string): boolean =>
    isOf(tab, path) || (tab === ITEMS && parts.some((part) => isOf(part, path)));
  return (
    <nav class="tabs" aria-label="主要页面">
      {bar.map(({ path: to, name, isFar = false }) => (
        <a key={to} href={to} class={isFar ? 'pc' : ''} aria-current={isHere(to) ? 'page' : undefined}>
          {name}
          {counts[to] ? (
            <>
              {' '}
              <b>{counts[to]}</b>
              <span class="hide">件</span>
            </>
          ) : null}
        </a>
      ))}
      <a href="/desk/more" class="phone" aria-current={isHere('/desk/more') ? 'page' : undefined}>
        更多
      </a>
    </nav>
  );
};

/** What the title of the window says; before it what has come and nobody has looked at, behind it 值班台. */
export const useTitle = (title: string): void => {
  const fresh = unseen.value;
  useLayoutEffect(() => {
    document.title = `${fresh === 0 ? '' : `新待办${fresh}件 `}${title} · 值班台`;
  }, [title, fresh]);
};

interface Props {
  /** Of the window; null: the page has one that changes, and says it itself. */
  title: string | null;
  /** On a phone, at the place of the office's name: where one came from. */
  back?: { path: string; name: string };
  counts?: Readonly<Record<string, number>>;
  /** A form: the tabs are out of the way on a phone. */
  isTask?: boolean;
  /** List and case side by side. */
  isTwo?: boolean;
  children: ComponentChildren;
}

const Title = ({ title }: { title: string }) => {
  useTitle(title);
  return null;
};

/** Every page: the bar with the server's clock, the five places, and what the page has. */
export const Frame = ({ title, back, counts = {}, isTask = false, isTwo = false, children }: Props) => {
  const { bureau, isExample } = config();
  const start = useFoundFocus();
  return (
    <div class={`${isTask ? 'task' : ''}${isExample ? ' exampled' : ''}`}>
      {title !== null && <Title title={title} />}
      <a class="skip btn" href="#main">
        跳到正文
      </a>
      {isExample && <p class="example">演示身份，不发真实短信</p>}
      <header class={`bar${back === undefined ? ' first' : ''}`}>
        <a class="here home" href="/desk/duties">
          {bureau.short} 值班台
        </a>
        {back !== undefined && (
          <a class="here back" href={back.path}>
            <span aria-hidden="true">‹ </span>
            {back.name}
          </a>
        )}
        <Tabs counts={{ '/desk/duties': dutyCount.value, ...counts }} />
        <Clock />
        <a class="ref me" href="/desk/more">
          {me.value?.name ?? '登录'}
        </a>
      </header>
      <main id="main" class={isTwo ? 'two' : ''} tabIndex={-1} ref={start}>
        {children}
      </main>
    </div>
  );
};
