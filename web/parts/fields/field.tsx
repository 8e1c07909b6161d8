import { useState } from 'preact/hooks';
import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import { bodyOf } from '../../model/forms/body.ts';
import { groupIn } from '../../model/forms/values.ts';
import { spoken } from '../../model/spoken.ts';
import { Below, Name, useAbout } from './about.tsx';
import { useForm } from './form-context.ts';
import { InstantField } from './instant.tsx';
import { ChoiceField, ChoicesField, YesField } from './picks.tsx';
import { type FieldProps, valueAt } from './props.ts';
import { RecordsField } from './records.tsx';
import { WordsField } from './words.tsx';

/** Fields of its own, under one name. */
const GroupField = ({ field, path }: FieldProps) => {
  const about = useAbout(field, path);
  return (
    <fieldset class={about.kind} id={about.ids.control} {...about.described}>
      <legend>
        <Name field={field} />
      </legend>
      <Below about={about} field={field} />
      {field.fields?.map((each) => (
        <Field key={each.name} field={each} path={[...path, each.name]} />
      ))}
    </fieldset>
  );
};

const FIELDS = {
  line: WordsField,
  text: WordsField,
  choice: ChoiceField,
  choices: ChoicesField,
  yes: YesField,
  instant: InstantField,
  moment: InstantField,
  records: RecordsField,
  group: GroupField,
} as const;

/** One field of a form, as its kind has it. */
export const Field = (props: FieldProps) => {
  const Kind = FIELDS[props.field.kind];
  return <Kind {...props} />;
};

/** Of more than these, the names are longer to read than to open. */
const MOST_NAMED = 3;
/** The fields of a form; what is rarely needed under 更多, open where something stands in it, is wrong with it or is missing. */
export const Fields = ({ fields }: { fields: readonly FormField[] }) => {
  const { values, wrongs, lacks, advice } = useForm();
  const [isOpened, setOpened] = useState(false);
  const isNeeded = ({ name, ...field }: FormField): boolean =>
    Object.keys(bodyOf([{ name, ...field }], { [name]: valueAt(values, [name]) ?? groupIn(undefined) }))
      .length > 0 ||
    name in lacks ||
    name in advice ||
    wrongs.some(({ path }) => path === name || path.indexOf(`${name}.`) === 0);
  const folded = fields.filter((field) => field.folded);
  const isOpen = isOpened || folded.some(isNeeded);
  return (
    <>
      {fields
        .filter((field) => !field.folded)
        .map((field) => (
          <Field key={field.name} field={field} path={[field.name]} />
        ))}
      {folded.length > 0 && (
        <details open={isOpen} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
          <summary>
            {folded.length > MOST_NAMED
              ? '更多（选填）'
              : `更多：${folded.map(({ title }) => spoken(title)).join('、')}`}
          </summary>
          {folded.map((field) => (
            <Field key={field.name} field={field} path={[field.name]} />
          ))}
        </details>
      )}
    </>
  );
};
