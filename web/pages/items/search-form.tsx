import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { config } from '../../api/config.ts';
import type { Problem } from '../../api/fault.ts';
import { useRegulation } from '../../api/regulation.ts';
import {
  type ItemField,
  type ItemsAsked,
  itemFieldOf,
  itemFilterCount,
  itemsAddress,
  withoutFilters,
} from '../../model/items/asked.ts';
import { choicesOf } from '../../model/search/choices.ts';
import { useFeeds } from '../../parts/item/feed-names.ts';
import { Day, Find, type SearchField, Select, Why } from '../../parts/lists/search-fields.tsx';

type WhyOf = (field: ItemField) => string;
const Filters = ({ asked, whyOf }: { asked: ItemsAsked; whyOf: WhyOf }) => {
  const { view, fault } = useRegulation();
  const { levels } = choicesOf(view, config().levels);
  const feeds = useFeeds().all;
  const of = (name: ItemField, label: string): SearchField => ({
    name,
    label,
    value: asked[name],
    why: whyOf(name),
  });
  return (
    <div class="filters">
      {fault !== '' && <p class="why">{fault}</p>}
      {feeds.length > 0 && <Select {...of('feed', '数据源')} choices={feeds} />}
      <Select {...of('level', '初判级别')} choices={levels} />
      <Day {...of('from', '收到时间从')} />
      <Day {...of('to', '收到时间到')} />
    </div>
  );
};

const askedBy = (form: HTMLFormElement, before: ItemsAsked): ItemsAsked => {
  const asked: Record<string, string> = { ...before };
  new FormData(form).forEach((value, name) => {
    asked[name] = String(value).trim();
  });
  return asked as ItemsAsked;
};

/** What is looked for: words of the title, and the other conditions folded below. */
export const ItemSearch = ({ asked, problems }: { asked: ItemsAsked; problems: readonly Problem[] }) => {
  const { route } = useLocation();
  const count = itemFilterCount(asked);
  const [isOpen, setOpen] = useState(count > 0);
  const whyOf: WhyOf = (field) => problems.find((each) => itemFieldOf(each.field) === field)?.message ?? '';
  const why = whyOf('title');
  return (
    <form
      class="pane"
      aria-label="查找舆情信息"
      onSubmit={(event) => {
        event.preventDefault();
        route(itemsAddress(askedBy(event.currentTarget, asked)));
      }}
    >
      <div class={why === '' ? '' : 'bad'}>
        <label for="title">标题里的词</label>
        <div class="line">
          <input
            id="title"
            name="title"
            type="search"
            class="grow"
            autocomplete="off"
            maxLength={100}
            defaultValue={asked.title}
            aria-invalid={why !== '' || undefined}
            aria-describedby={why === '' ? undefined : 'title-why'}
          />
          {!isOpen && <Find />}
        </div>
        <Why name="title" why={why} />
      </div>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>更多条件{count > 0 && `（已设${count}项）`}</summary>
        {isOpen && (
          <>
            <Filters asked={asked} whyOf={whyOf} />
            <p class="acts">
              <Find />
              {count > 0 && (
                <a class="btn quiet" href={itemsAddress(withoutFilters(asked))}>
                  清除条件
                </a>
              )}
            </p>
          </>
        )}
      </details>
    </form>
  );
};
