import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import { actThereFrom } from './rearranged/acts-there.ts';

// What stands in a form while somebody fills it in, as JSON: it is a draft on the device as it is.

/** An instant: which of the picks, and what was written where none of them fits. `at`: what 刚刚 meant when it was picked. */
export interface Picked {
  pick: '' | 'now' | '5' | '10' | 'own' | 'day' | 'unknown';
  at?: string;
  day?: string;
  clock?: string;
}
export type Value = string | readonly string[] | Picked | Values;
export interface Values {
  readonly [field: string]: Value | undefined;
}

export const wordsIn = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
export const manyIn = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];
export const pickedIn = (value: Value | undefined): Picked =>
  typeof value === 'object' && !Array.isArray(value) && 'pick' in value ? (value as Picked) : { pick: '' };
export const groupIn = (value: Value | undefined): Values =>
  typeof value === 'object' && !Array.isArray(value) && !('pick' in value) ? (value as Values) : {};

/** Of several: none, said so. */
export const NONE = '';

/** `2026-03-02T22:40+08:00` → what one would have picked. */
const pickedAt = (at: string): Picked => {
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(at) ?? [];
  return day === undefined || clock === undefined ? { pick: '' } : { pick: 'own', day, clock };
};

const valueFrom = (field: FormField, given: unknown): Value | undefined => {
  switch (field.kind) {
    case 'choices':
      return Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : undefined;
    case 'yes':
      return typeof given === 'boolean' ? (given ? 'yes' : 'no') : undefined;
    case 'instant':
    case 'moment':
      return typeof given === 'string' ? pickedAt(given) : undefined;
    case 'records':
    case 'group':
      return typeof given === 'object' && given !== null && !Array.isArray(given)
        ? field.kind === 'group'
          ? valuesFrom(field.fields ?? [], given as Record<string, unknown>)
          : wordsOf(given as Record<string, unknown>)
        : undefined;
    default:
      return typeof given === 'string' || typeof given === 'number' ? String(given) : undefined;
  }
};
const wordsOf = (given: Record<string, unknown>): Values =>
  Object.fromEntries(Object.entries(given).filter(([, words]) => typeof words === 'string')) as Values;

/** What is known of a command already (`carries` of a task) → what stands in its form; what it does not know is left out. */
export const valuesFrom = (fields: readonly FormField[], carries: Record<string, unknown>): Values =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const there = field.of === 'doneActs' ? actThereFrom(carries) : undefined;
      const value = there ?? (field.name in carries ? valueFrom(field, carries[field.name]) : undefined);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );

/** What an address brings along (`with`): JSON, or nothing. */
export const carriedIn = (text: string | null | undefined): Record<string, unknown> => {
  try {
    const carried: unknown = JSON.parse(text ?? '');
    return typeof carried === 'object' && carried !== null && !Array.isArray(carried)
      ? (carried as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
};

/** The same form with one value changed; `path`: the field, and within a group its field. */
export const withValue = (values: Values, path: readonly string[], value: Value | undefined): Values => {
  const [name = '', ...inner] = path;
  return {
    ...values,
    [name]: inner.length === 0 ? value : withValue(groupIn(values[name]), inner, value),
  };
};
