import { config } from '../../api/config.ts';
import type { Problem } from '../../api/fault.ts';
import { may } from '../../api/me.ts';
import { useRegulation } from '../../api/regulation.ts';
import { type Asked, addressOf, type Field, fieldOf, filterCount } from '../../model/search/asked.ts';
import { choicesOf } from '../../model/search/choices.ts';
import { Day, type SearchField, Select } from '../../parts/lists/search-fields.tsx';
import { SearchPane } from '../../parts/lists/search-pane.tsx';
import { usePeople } from './use-people.ts';

/** The words of a refusal beside each field. */
const whys = (problems: readonly Problem[]): ((field: Field) => string) => {
  const told = new Map(problems.map(({ field, message }) => [fieldOf(field), message]));
  return (field) => told.get(field) ?? '';
};

const Filters = ({ asked, whyOf }: { asked: Asked; whyOf: (field: Field) => string }) => {
  const { view } = useRegulation();
  const people = usePeople();
  const choices = choicesOf(view, config().levels);
  const of = (name: Field, label: string): SearchField => ({
    name,
    label,
    value: asked[name],
    why: whyOf(name),
  });
  return (
    <>
      <Select {...of('level', '级别')} choices={choices.levels} />
      <Select {...of('unit', '承办单位')} choices={choices.units} />
      <Select {...of('source', '来源')} choices={choices.sources} />
      <Select {...of('flag', '标记')} choices={choices.flags} />
      {may('ReadRoster') && <Select {...of('person', '办理过的人员')} choices={people} />}
      <Day {...of('from', '立案时间从')} />
      <Day {...of('to', '立案时间到')} />
    </>
  );
};

const NO_FILTERS = { level: '', unit: '', source: '', flag: '', person: '', from: '', to: '' };

/** What is looked for among the cases. */
export const SearchForm = ({ asked, problems }: { asked: Asked; problems: readonly Problem[] }) => {
  const whyOf = whys(problems);
  const hint = (
    <>
      几个词用空格隔开；编号写7、0007、<span class="nowrap">{config().series}2026-0007</span>
      都可以，来文、督办通知的文号也可以。不查地点、人名、内容和本局发文号
    </>
  );
  return (
    <SearchPane
      label="查找案卷"
      words={{ name: 'q', label: '编号，或标题里的词', value: asked.q, why: whyOf('q'), hint }}
      asked={{ ...asked, as: '' }}
      count={filterCount(asked)}
      addressOf={addressOf}
      cleared={{ ...asked, ...NO_FILTERS }}
    >
      <Filters asked={asked} whyOf={whyOf} />
    </SearchPane>
  );
};
