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
import { Day, type SearchField, Select } from '../../parts/lists/search-fields.tsx';
import { SearchPane } from '../../parts/lists/search-pane.tsx';

type WhyOf = (field: ItemField) => string;
const Filters = ({ asked, whyOf }: { asked: ItemsAsked; whyOf: WhyOf }) => {
  const { levels } = choicesOf(useRegulation().view, config().levels);
  const feeds = useFeeds().all;
  const of = (name: ItemField, label: string): SearchField => ({
    name,
    label,
    value: asked[name],
    why: whyOf(name),
  });
  return (
    <>
      {feeds.length > 0 && <Select {...of('feed', '数据源')} choices={feeds} />}
      <Select {...of('level', '初判级别')} choices={levels} />
      <Day {...of('from', '收到时间从')} />
      <Day {...of('to', '收到时间到')} />
    </>
  );
};

/** What is looked for among the items. */
export const ItemSearch = ({ asked, problems }: { asked: ItemsAsked; problems: readonly Problem[] }) => {
  const whyOf: WhyOf = (field) => problems.find((each) => itemFieldOf(each.field) === field)?.message ?? '';
  return (
    <SearchPane
      label="查找舆情信息"
      words={{ name: 'title', label: '标题里的词', value: asked.title, why: whyOf('title') }}
      asked={asked}
      count={itemFilterCount(asked)}
      addressOf={itemsAddress}
      cleared={withoutFilters(asked)}
    >
      <Filters asked={asked} whyOf={whyOf} />
    </SearchPane>
  );
};
