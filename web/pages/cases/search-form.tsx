import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { config } from '../../api/config.ts';
import type { Problem } from '../../api/fault.ts';
import { may } from '../../api/me.ts';
import { useRegulation } from '../../api/regulation.ts';
import { type Asked, addressOf, type Field, fieldOf, filterCount } from '../../model/search/asked.ts';
import { choicesOf } from '../../model/search/choices.ts';
import { Day, Find, type SearchField, Select, Why } from '../../parts/lists/search-fields.tsx';
import { usePeople } from './use-people.ts';

/** The words of a refusal beside each field. */
const whys = (problems: readonly Problem[]): ((field: Field) => string) => {
  const told = new Map(problems.map(({ field, message }) => [fieldOf(field), message]));
  return (field) => told.get(field) ?? '';
};

const Filters = ({ asked, whyOf }: { asked: Asked; whyOf: (field: Field) => string }) => {
  const { view, fault } = useRegulation();
  const people = usePeople();
  const choices = choicesOf(view, config().levels);
  const of = (name: Field, label: string): SearchField => ({
    name,
    label,
    value: asked[name],
    why: whyOf(name),
  });
  return (
    <div class="filters">
      {fault !== '' && <p class="why">{fault}</p>}
      <Select {...of('level', '级别')} choices={choices.levels} />
      <Select {...of('unit', '承办单位')} choices={choices.units} />
      <Select {...of('source', '来源')} choices={choices.sources} />
      <Select {...of('flag', '标记')} choices={choices.flags} />
      {may('ReadRoster') && <Select {...of('person', '办理过的人员')} choices={people} />}
      <Day {...of('from', '立案时间从')} />
      <Day {...of('to', '立案时间到')} />
    </div>
  );
};

const askedBy = (form: HTMLFormElement, before: Asked): Asked => {
  const asked: Record<string, string> = { ...before, as: '' };
  new FormData(form).forEach((value, name) => {
    asked[name] = String(value).trim();
  });
  return asked as Asked;
};

/** What is looked for: one field, and the other conditions folded below it. */
export const SearchForm = ({ asked, problems }: { asked: Asked; problems: readonly Problem[] }) => {
  const { route } = useLocation();
  const count = filterCount(asked);
  const [isOpen, setOpen] = useState(count > 0);
  const whyOf = whys(problems);
  const why = whyOf('q');
  return (
    <form
      class="pane"
      aria-label="查找案卷"
      onSubmit={(event) => {
        event.preventDefault();
        route(addressOf(askedBy(event.currentTarget, asked)));
      }}
    >
      <div class={why === '' ? '' : 'bad'}>
        <label for="q">编号，或标题里的词</label>
        <div class="line">
          <input
            id="q"
            name="q"
            type="search"
            class="grow"
            autocomplete="off"
            maxLength={100}
            defaultValue={asked.q}
            aria-invalid={why !== '' || undefined}
            aria-describedby={why === '' ? 'q-hint' : 'q-hint q-why'}
          />
          {!isOpen && <Find />}
        </div>
        <Why name="q" why={why} />
        <p class="hint" id="q-hint">
          几个词用空格隔开；编号写7、0007、<span class="nowrap">{config().series}2026-0007</span>
          都可以，来文、督办通知的文号也可以。不查地点、人名、内容和本局发文号
        </p>
      </div>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>更多条件{count > 0 && `（已设${count}项）`}</summary>
        {isOpen && (
          <>
            <Filters asked={asked} whyOf={whyOf} />
            <p class="acts">
              <Find />
              {count > 0 && (
                <a
                  class="btn quiet"
                  href={addressOf({
                    ...asked,
                    level: '',
                    unit: '',
                    source: '',
                    flag: '',
                    person: '',
                    from: '',
                    to: '',
                  })}
                >
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
