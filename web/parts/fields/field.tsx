import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import { bodyOf } from '../../model/forms/body.ts';
import { groupIn, wordsIn } from '../../model/forms/values.ts';
import { spoken } from '../../model/spoken.ts';
import { Below, Name, useAbout } from './about.tsx';
import { CaseField } from './case.tsx';
import { useForm } from './form-context.ts';
import { InstantField } from './instant.tsx';
import { ChoiceField, ChoicesField, YesField } from './picks.tsx';
import { type FieldProps, valueAt } from './props.ts';
import { RecordsField } from './records.tsx';
import { WordsField } from './words.tsx';

/** Fields of its own, under one name. */
const GroupField = ({ field, path }: FieldProps) => {
  const { values } = useForm();
  const about = useAbout(field, path);
  // What may be left out as a whole asks for nothing before something stands in it.
  const isEmpty = field.required !== true && Object.keys(bodyOf([field], values)).length === 0;
  const inner = field.fields ?? [];
  return (
    <fieldset class={about.kind} id={about.ids.control} {...about.described}>
      <legend>
        <Name field={field} />
      </legend>
      <Below about={about} field={field} />
      {(isEmpty ? inner.map(({ required: _, ...each }) => each) : inner).map((each) => (
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
  case: CaseField,
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

/** The choice that came with the task, of what may be changed and is right as it is. */
const useSettled = (): ((field: FormField) => string | undefined) => {
  const { values, wrongs, fixed, choicesOf } = useForm();
  return (field) => {
    const { name, of } = field;
    if (of !== undefined || !fixed.includes(name) || wrongs.some(({ path }) => path === name))
      return undefined;
    return choicesOf(field).find(({ id }) => id === wordsIn(values[name]))?.name;
  };
};
/** What came with the task, all in one line, until somebody wants it otherwise. */
const Settled = ({ fields }: { fields: readonly (readonly [FormField, string])[] }) => {
  const { release } = useForm();
  return (
    <p class="line">
      <span class="grow">
        {fields.map(([{ name, title }, chosen], index) => (
          <Fragment key={name}>
            {index > 0 && '，'}
            {spoken(title)}：<b>{spoken(chosen)}</b>
          </Fragment>
        ))}
      </span>
      <button type="button" class="btn quiet" onClick={() => release(fields.map(([{ name }]) => name))}>
        改<span class="hide">{fields.map(([{ title }]) => spoken(title)).join('、')}</span>
      </button>
    </p>
  );
};
/** A field in its place; of those that are settled all stand in the place of the first. */
const Placed = ({ field, all }: { field: FormField; all: readonly FormField[] }) => {
  const settledAs = useSettled();
  if (settledAs(field) === undefined) return <Field field={field} path={[field.name]} />;
  const settled = all.flatMap((each) => {
    const chosen = settledAs(each);
    return chosen === undefined ? [] : [[each, chosen] as const];
  });
  return settled[0]![0].name === field.name ? <Settled fields={settled} /> : null;
};

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
  const shown = fields.filter((field) => !field.folded);
  const isOpen = isOpened || folded.some(isNeeded);
  return (
    <>
      {shown.map((field) => (
        <Placed key={field.name} field={field} all={shown} />
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
