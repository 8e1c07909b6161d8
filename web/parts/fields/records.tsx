import { recordNames } from '../../model/forms/record-names.ts';
import { wordsIn } from '../../model/forms/values.ts';
import { spoken } from '../../model/spoken.ts';
import { Below, Name, useAbout } from './about.tsx';
import { useForm } from './form-context.ts';
import { type FieldProps, valueAt } from './props.ts';

const Record = ({
  field,
  path,
  drafted,
  name,
}: FieldProps & { name: string; drafted: string | undefined }) => {
  const { values, change } = useForm();
  const about = useAbout({ ...field, about: undefined } as never, path);
  return (
    <div class={about.kind}>
      <label for={about.ids.control}>{spoken(name)}</label>
      <textarea
        id={about.ids.control}
        value={wordsIn(valueAt(values, path))}
        onInput={({ currentTarget }) => change(path, currentTarget.value)}
        {...about.aria}
      />
      {about.why !== undefined && (
        <p class="why" id={about.ids.why}>
          {about.why}
        </p>
      )}
      {drafted !== undefined && <p class="hint">系统所拟：{spoken(drafted)}</p>}
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
