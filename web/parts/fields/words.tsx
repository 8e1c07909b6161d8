import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import { wordsIn } from '../../model/forms/values.ts';
import { Below, Name, useAbout } from './about.tsx';
import { useForm } from './form-context.ts';
import { type FieldProps, valueAt } from './props.ts';

const NUMBERS = ['number', 'call.number'];

/** Words, of one line or of several. */
export const WordsField = ({ field, path }: FieldProps) => {
  const { values, change } = useForm();
  const about = useAbout(field, path);
  const shared = {
    id: about.ids.control,
    value: wordsIn(valueAt(values, path)),
    onInput: (event: { currentTarget: { value: string } }) => change(path, event.currentTarget.value),
    autocomplete: 'off' as const,
    required: field.required === true,
    ...about.aria,
  };
  return (
    <div class={about.kind}>
      <label for={about.ids.control}>
        <Name field={field} />
      </label>
      {field.kind === 'text' ? <textarea {...shared} /> : <Line field={field} shared={shared} />}
      <Below about={about} field={field} />
    </div>
  );
};

const Line = ({ field, shared }: { field: FormField; shared: object }) => (
  <input {...shared} inputMode={NUMBERS.includes(field.name) ? 'tel' : undefined} />
);
