import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import { bodyOf } from './body.ts';
import { wrongWith } from './moments.ts';
import { groupIn, manyIn, pickedIn, type Value, type Values, wordsIn } from './values.ts';

/** What is said of a field that nothing stands in. */
export const UNFILLED = '须填写';
export const UNCHOSEN = '须选一个';
export const NONE_CHOSEN = '至少选一个';

/** What is wrong with a field; `path`: its place, with dots between. */
export interface Wrong {
  path: string;
  message: string;
}

const textWrong = (
  { longest = 0, shortest = 0, required }: FormField,
  value: Value | undefined,
): string | undefined => {
  const { length } = wordsIn(value).trim();
  if (length === 0) return required ? UNFILLED : undefined;
  if (longest > 0 && length > longest) return `不能超过${longest}字，现有${length}字`;
  return length < shortest ? `不少于${shortest}个字` : undefined;
};
const isEmpty = (field: FormField, value: Value | undefined): boolean =>
  Object.keys(bodyOf([{ ...field, required: undefined } as unknown as FormField], { [field.name]: value }))
    .length === 0;

const ownWrong = (field: FormField, value: Value | undefined, now: number): string | undefined => {
  const { kind, required, ahead } = field;
  if (kind === 'line' || kind === 'text') return textWrong(field, value);
  if (kind === 'instant' || kind === 'moment') {
    const wrong = wrongWith(pickedIn(value), now, ahead);
    if (wrong !== undefined) return wrong;
  }
  if (kind === 'group' || kind === 'records') return undefined;
  if (kind === 'choices' && required && manyIn(value).length === 0) return NONE_CHOSEN;
  return required && isEmpty(field, value)
    ? kind === 'choice' || kind === 'case' || kind === 'yes'
      ? UNCHOSEN
      : UNFILLED
    : undefined;
};

const recordsWrong = ({ name, ...field }: FormField, value: Value | undefined): Wrong[] =>
  Object.entries(groupIn(value)).flatMap(([key, words]) => {
    const message = textWrong({ ...field, name: key, required: undefined } as unknown as FormField, words);
    return message === undefined ? [] : [{ path: `${name}.${key}`, message }];
  });

/** What cannot be sent as it is, in the order of the fields. A group that nothing stands in is not asked for. */
export const wrongIn = (fields: readonly FormField[], values: Values, now: number): Wrong[] =>
  fields.flatMap((field) => {
    const value = values[field.name];
    const message = ownWrong(field, value, now);
    if (message !== undefined) return [{ path: field.name, message }];
    if (field.kind === 'records') return recordsWrong(field, value);
    if (field.kind !== 'group' || (!field.required && isEmpty(field, value))) return [];
    return wrongIn(field.fields ?? [], groupIn(value), now).map((wrong) => ({
      ...wrong,
      path: `${field.name}.${wrong.path}`,
    }));
  });
