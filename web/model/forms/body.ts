import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import { dayOf, instantOf } from './moments.ts';
import { actThereIn } from './rearranged/acts-there.ts';
import { groupIn, manyIn, NONE, pickedIn, type Value, type Values, wordsIn } from './values.ts';

// What is filled in → what is sent.

type Body = Record<string, unknown>;

const numberIn = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);

/** An item is named by two words at once. */
export const itemChoice = (feed: string, id: string): string => JSON.stringify([feed, id]);
export const itemIn = (choice: string): { feed: string; id: string } | undefined => {
  try {
    const [feed, id] = JSON.parse(choice) as [string, string];
    return { feed, id };
  } catch {
    return undefined;
  }
};

const choiceBody = ({ name, of, isNumber }: FormField, value: Value | undefined): Body => {
  const words = wordsIn(value);
  if (words === '') return {};
  if (of === 'items' || of === 'caseItems') return itemIn(words) ?? {};
  const there = of === 'doneActs' ? actThereIn(words) : undefined;
  return there ?? { [name]: isNumber ? numberIn(words) : words };
};
const choicesBody = ({ name }: FormField, value: Value | undefined): Body => {
  const many = manyIn(value);
  if (many.length === 0) return {};
  return { [name]: many.filter((each) => each !== NONE) };
};
const momentBody = ({ name, dayIn }: FormField, value: Value | undefined): Body => {
  const picked = pickedIn(value);
  const at = instantOf(picked);
  const day = dayOf(picked);
  if (day !== undefined)
    return dayIn === undefined ? { [name]: day } : { [name]: `${day}T12:00:00+08:00`, [dayIn]: true };
  return at === undefined ? {} : { [name]: at };
};
const recordsBody = ({ name, required }: FormField, value: Value | undefined): Body => {
  const filled = Object.entries(groupIn(value)).flatMap(([key, words]) => {
    const text = wordsIn(words).trim();
    return text === '' ? [] : [[key, text] as const];
  });
  return filled.length === 0 && !required ? {} : { [name]: Object.fromEntries(filled) };
};
const groupBody = ({ name, fields = [], required }: FormField, value: Value | undefined): Body => {
  const inner = bodyOf(fields, groupIn(value));
  return Object.keys(inner).length === 0 && !required ? {} : { [name]: inner };
};

const partOf = (field: FormField, value: Value | undefined): Body => {
  switch (field.kind) {
    case 'choice':
      return choiceBody(field, value);
    case 'choices':
      return choicesBody(field, value);
    case 'yes':
      return wordsIn(value) === '' ? {} : { [field.name]: value === 'yes' };
    case 'instant':
    case 'moment':
      return momentBody(field, value);
    case 'records':
      return recordsBody(field, value);
    case 'group':
      return groupBody(field, value);
    default:
      return wordsIn(value).trim() === '' ? {} : { [field.name]: wordsIn(value).trim() };
  }
};

/** What the fields come to; what is empty is left out. */
export const bodyOf = (fields: readonly FormField[], values: Values): Body =>
  Object.assign({}, ...fields.map((field) => partOf(field, values[field.name]))) as Body;
