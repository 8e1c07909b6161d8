import { recordNames } from '../../model/forms/record-names.ts';
import { wordsIn } from '../../model/forms/values.ts';
import { spoken } from '../../model/spoken.ts';
import { Below, Name, useAbout } from './about.tsx';
import { useForm } from './form-context.ts';
import { type FieldProps, valueAt } from './props.ts';

/** What the system has drafted stands in it to be changed; what is left as it is is not sent. */
const Record = ({
  field,
  path,
  drafted: stored,
  name,
}: FieldProps & { name: string; drafted: string | undefined }) => {
  const { values, change } = useForm();
  const about = useAbout({ ...field, about: undefined } as never, path);
  const drafted = stored === undefined ? undefined : spoken(stored);
  const said = valueAt(values, path);
  const isCleared = said !== undefined && wordsIn(said).trim() === '';
  return (
    <div class={about.kind}>
      <label for={about.ids.control}>{spoken(name)}</label>
      <textarea
        id={about.ids.control}
        value={wordsIn(said ?? drafted)}
        onInput={({ currentTarget: { value } }) => change(path, value === drafted ? undefined : value)}
        {...about.aria}
      />
      {about.why !== undefined && (
        <p class="why" id={about.ids.why}>
          {about.why}
        </p>
      )}
      {drafted !== undefined && isCleared && <p class="hint">空着的，照系统所拟发出：{drafted}</p>}
    </div>
  );
};

/** Words under names that the bureau has for them. Nothing where there are no names. */
export const RecordsField = ({ field, path }: FieldProps) => {
  const { values, forms, open } = useForm();
  const about = useAbout(field, path);
  const names = recordNames(field, values, forms, open);
  if (names.length === 0) return null;
  return (
    <fieldset class={about.kind} id={about.ids.control} {...about.described}>
      <legend>
        <Name field={field} />
      </legend>
      <Below about={about} field={field} />
      {names.map(({ name, drafted }) => (
        <Record key={name} field={field} path={[...path, name]} name={name} drafted={drafted} />
      ))}
    </fieldset>
  );
};
