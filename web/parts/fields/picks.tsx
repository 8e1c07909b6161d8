import type { ComponentChildren } from 'preact';
import type { FormChoice, FormField } from '../../../shared/contracts/desk/forms.ts';
import { config } from '../../api/config.ts';
import { manyIn, NONE, type Value, wordsIn } from '../../model/forms/values.ts';
import { spoken } from '../../model/spoken.ts';
import { LevelTag } from '../level-tag.tsx';
import { Below, Name, useAbout } from './about.tsx';
import { Chips, nearAndRest, Pick } from './chips.tsx';
import { useForm } from './form-context.ts';
import { type FieldProps, valueAt } from './props.ts';

/** More than these are a list to open, or are partly folded away. */
const MANY = 8;
const LEVELS = ['level', 'openableLevel', 'responseLevel', 'ratingLevel'];

/** What a choice is called: a level by its colour too. */
const called = (field: FormField, choice: FormChoice): ComponentChildren =>
  field.list !== undefined && LEVELS.includes(field.list) && config().levels[choice.id]?.colour != null ? (
    <LevelTag level={{ id: choice.id, name: choice.name, short: choice.short ?? choice.name }} />
  ) : (
    spoken(choice.name)
  );

const Nothing = ({ field }: { field: FormField }) => (
  <p class="hint">{field.list === 'ratingLevel' ? '先选上面按哪一种级别评定。' : '本案目前没有可选的。'}</p>
);

/** What an act is about, which came with the task: as words. */
const Fixed = ({ field, path, choice }: FieldProps & { choice: FormChoice }) => {
  const about = useAbout(field, path);
  return (
    <div class={about.kind}>
      <p class="line">
        <span class="grow">
          {spoken(field.title)}：<b>{spoken(choice.name)}</b>
        </span>
      </p>
      <Below about={about} field={field} />
    </div>
  );
};

/** Choices under their headings, in their order; without one under ''. */
const groupsOf = (choices: readonly FormChoice[]): { group: string; of: FormChoice[] }[] =>
  [...new Set(choices.map(({ group = '' }) => group))].map((group) => ({
    group,
    of: choices.filter((choice) => (choice.group ?? '') === group),
  }));
const option = ({ id, name }: FormChoice) => (
  <option key={id} value={id}>
    {spoken(name)}
  </option>
);

const Select = ({ field, path, choices }: FieldProps & { choices: readonly FormChoice[] }) => {
  const { values, change } = useForm();
  const about = useAbout(field, path);
  return (
    <div class={about.kind}>
      <label for={about.ids.control}>
        <Name field={field} />
      </label>
      <select
        id={about.ids.control}
        value={wordsIn(valueAt(values, path))}
        onChange={({ currentTarget }) => change(path, currentTarget.value)}
        {...about.aria}
      >
        <option value="">{field.required ? '请选择' : '不选'}</option>
        {groupsOf(choices).map(({ group, of }) =>
          group === '' ? (
            of.map(option)
          ) : (
            <optgroup key={group} label={group}>
              {of.map(option)}
            </optgroup>
          ),
        )}
      </select>
      <Below about={about} field={field} />
    </div>
  );
};

/** One of several, those first that meet the duty. What came with the task is shown as words. */
export const ChoiceField = ({ field, path }: FieldProps) => {
  const { values, change, choicesOf, likely, fixed } = useForm();
  const about = useAbout(field, path);
  const choices = choicesOf(field);
  const chosen = wordsIn(valueAt(values, path));
  const known = choices.find(({ id }) => id === chosen);
  if (path.length === 1 && field.of !== undefined && fixed.includes(field.name) && known !== undefined)
    return <Fixed field={field} path={path} choice={known} />;
  if (choices.length > MANY || field.of === 'people' || choices.some(({ group }) => group !== undefined))
    return <Select field={field} path={path} choices={choices} />;
  const meets = path.length === 1 ? likely(field) : [];
  const chip = (choice: FormChoice, index: number) => (
    <Pick
      key={choice.id}
      type="radio"
      name={about.ids.control}
      {...(index === 0 && { id: about.ids.control })}
      isChosen={choice.id === chosen}
      choose={() => change(path, choice.id)}
    >
      {called(field, choice)}
    </Pick>
  );
  const isNear = ({ id }: FormChoice): boolean => meets.length === 0 || meets.includes(id) || id === chosen;
  return (
    <fieldset class={about.kind} {...about.described}>
      <legend>
        <Name field={field} />
      </legend>
      {choices.length === 0 && <Nothing field={field} />}
      <Chips {...nearAndRest(choices, isNear)} chip={chip}>
        {!field.required && chosen !== '' && (
          <button type="button" class="btn quiet" onClick={() => change(path, undefined)}>
            不选<span class="hide">：{field.title}</span>
          </button>
        )}
      </Chips>
      <Below about={about} field={field} />
    </fieldset>
  );
};

const toggled = (many: readonly string[], id: string, isChosen: boolean): readonly string[] => {
  if (id === NONE) return isChosen ? [NONE] : [];
  const others = many.filter((each) => each !== id && each !== NONE);
  return isChosen ? [...others, id] : others;
};

/** Any of several; of many those that are likely, the others folded away. */
export const ChoicesField = ({ field, path }: FieldProps) => {
  const { values, change, choicesOf, likely, beneath } = useForm();
  const about = useAbout(field, path);
  const many = manyIn(valueAt(values, path));
  const choices = [
    ...choicesOf(field),
    ...(field.none === undefined ? [] : [{ id: NONE, name: field.none }]),
  ];
  const isNear = ({ id }: FormChoice): boolean =>
    choices.length <= MANY || many.includes(id) || id === NONE || likely(field).includes(id);
  const set = (value: Value): void => change(path, value);
  const chip = (choice: FormChoice, index: number) => (
    <Pick
      key={choice.id}
      type="checkbox"
      name={about.ids.control}
      {...(index === 0 && { id: about.ids.control })}
      isChosen={many.includes(choice.id)}
      choose={(isChosen) => set(toggled(many, choice.id, isChosen))}
    >
      {called(field, choice)}
    </Pick>
  );
  return (
    <fieldset class={about.kind} {...about.described}>
      <legend>
        <Name field={field} />
      </legend>
      {choices.length === 0 && <Nothing field={field} />}
      <Chips {...nearAndRest(choices, isNear)} chip={chip} />
      {beneath?.(field)}
      <Below about={about} field={field} />
    </fieldset>
  );
};

/** Yes or no; neither, until somebody has said. */
export const YesField = ({ field, path }: FieldProps) => {
  const { values, change } = useForm();
  const about = useAbout(field, path);
  const said = wordsIn(valueAt(values, path));
  return (
    <fieldset class={about.kind} {...about.described}>
      <legend>
        <Name field={field} />
      </legend>
      <div class="picks">
        {[
          { id: 'yes', name: '是' },
          { id: 'no', name: '否' },
        ].map(({ id, name }) => (
          <Pick
            key={id}
            type="radio"
            name={about.ids.control}
            {...(id === 'yes' && { id: about.ids.control })}
            isChosen={said === id}
            choose={() => change(path, id)}
          >
            {name}
          </Pick>
        ))}
      </div>
      <Below about={about} field={field} />
    </fieldset>
  );
};
