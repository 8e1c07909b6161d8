import type { FieldKind, FormChoice, FormField } from '../../../shared/contracts/desk/forms.ts';
import { referredIn, type Schema } from '../../openapi/schemas/json-schema.ts';
import { listOfComponent } from '../../openapi/schemas/lists.ts';
import { WRITTEN_INSTANT } from '../../openapi/schemas/times.ts';
import {
  ABOUT,
  AHEAD,
  CASES,
  DAY_IN,
  FOLDED,
  HIDDEN,
  MEANING,
  NAMED_BY,
  NONE,
  ORDER,
  TAKEN_FROM,
  TITLES,
  UNFOLDED,
} from './table.ts';

/** The longest text that is asked for on one line. */
const LONGEST_LINE = 200;

const listIn = (schema: Schema): string | undefined => listOfComponent(referredIn(schema) ?? '');
const isText = ({ type }: Schema): boolean => type === 'string';

/** What a table says of a place: of it in its command or group, else of its name anywhere. */
const told = <Value>(
  table: Readonly<Record<string, Value>>,
  outer: string,
  name: string,
): Value | undefined => table[`${outer}.${name}`] ?? table[name];
const isAmong = (places: readonly string[], outer: string, name: string): boolean =>
  places.includes(`${outer}.${name}`) || places.includes(name);
const isFolded = (outer: string, name: string): boolean =>
  isAmong(FOLDED, outer, name) && !UNFOLDED.includes(`${outer}.${name}`);

const isMoment = ({ type, pattern }: Schema): boolean =>
  Array.isArray(type) && type.includes('string') && pattern === undefined;

const kindOf = (schema: Schema, place: string): FieldKind => {
  if (schema.pattern === WRITTEN_INSTANT.pattern) return place in DAY_IN ? 'moment' : 'instant';
  if (isMoment(schema)) return 'moment';
  if (CASES.includes(place)) return 'case';
  if (schema.type === 'boolean') return 'yes';
  if (schema.type === 'array') return 'choices';
  if (schema.type === 'object') return schema.properties === undefined ? 'records' : 'group';
  if (listIn(schema) !== undefined || place in TAKEN_FROM || schema.enum !== undefined) return 'choice';
  if (schema.type === 'integer') return 'choice';
  return isText(schema) && ((schema.maxLength as number | undefined) ?? 0) > LONGEST_LINE ? 'text' : 'line';
};

/** The values that the contract itself gives: words with a meaning, or the few whole numbers. */
const choicesOf = (schema: Schema, name: string): FormChoice[] | undefined => {
  if (schema.enum !== undefined) {
    const meant = MEANING[name];
    if (meant === undefined) throw new Error(`Nobody says what ${name} may be: ${schema.enum.join()}`);
    return meant.filter(({ id }) => schema.enum!.includes(id));
  }
  const { minimum, maximum } = schema as { minimum?: number; maximum?: number };
  if (schema.type !== 'integer' || minimum === undefined || maximum === undefined || maximum > 10)
    return undefined;
  return Array.from({ length: maximum - minimum + 1 }, (_, index) => String(minimum + index)).map((id) => ({
    id,
    name: `${id}分`,
  }));
};

/** Where a choice takes its values from. */
const takenFrom = (schema: Schema, outer: string, name: string): Partial<FormField> => {
  const of = TAKEN_FROM[`${outer}.${name}`];
  if (of !== undefined) return { of };
  const list = listIn(schema.items ?? schema);
  if (list !== undefined) return { list };
  const choices = choicesOf(schema, name);
  if (choices !== undefined) return { choices };
  throw new Error(`${outer}.${name} takes its values from nowhere`);
};

/** What else a field of a kind has. */
const restOf = (kind: FieldKind, schema: Schema, outer: string, name: string): Partial<FormField> => {
  const place = `${outer}.${name}`;
  switch (kind) {
    case 'choice':
    case 'choices':
      return {
        ...takenFrom(schema, outer, name),
        ...(schema.type === 'integer' && { isNumber: true as const }),
        ...(place in NONE && { none: NONE[place]! }),
      };
    case 'instant':
      return isAmong(AHEAD, outer, name) ? { ahead: true } : {};
    case 'moment':
      return place in DAY_IN ? { dayIn: DAY_IN[place]! } : {};
    case 'records': {
      const names = NAMED_BY[place];
      if (names === undefined) throw new Error(`Nobody says under which names ${place} goes`);
      const each = schema.additionalProperties as Schema;
      return { names, ...lengthsOf(each) };
    }
    case 'group':
      return { fields: fieldsOf(schema, name) };
    default:
      return lengthsOf(schema);
  }
};
const lengthsOf = ({ maxLength, minLength }: Schema): Partial<FormField> => ({
  ...(typeof maxLength === 'number' && { longest: maxLength }),
  ...(typeof minLength === 'number' && minLength > 1 && { shortest: minLength }),
});

const fieldOf = (schema: Schema, outer: string, name: string, required: boolean): FormField => {
  const kind = kindOf(schema, `${outer}.${name}`);
  const about = told(ABOUT, outer, name) ?? schema.description ?? '';
  return {
    name,
    title: told(TITLES, outer, name) ?? schema.title ?? name,
    ...(about !== '' && { about }),
    kind,
    ...(required && { required: true as const }),
    ...(!required && isFolded(outer, name) && { folded: true as const }),
    ...restOf(kind, schema, outer, name),
  };
};

/** The fields of an object, in the order in which one asks for them. `outer`: the command, or the field that they stand in. */
export const fieldsOf = (schema: Schema, outer: string): FormField[] => {
  const order = ORDER[outer] ?? [];
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !isAmong(HIDDEN, outer, name))
    .map(([name, field]) => fieldOf(field, outer, name, schema.required?.includes(name) ?? false))
    .sort((one, other) => rank(one.name) - rank(other.name));
};
