import { fieldsIn, partsIn, referredIn, type Schema } from '../schemas/json-schema.ts';
import { listOfComponent } from '../schemas/lists.ts';

/** A row of a table of fields. */
export interface FieldRow {
  /** Its place: `sources[].kind`. */
  place: string;
  title: string;
  isRequired: boolean;
  type: string;
  about: string;
  /** The component that it, or each entry of it, is. */
  component: string | undefined;
  /** The bureau's list that it takes something of. */
  list: string | undefined;
  /** What else it takes, where that is little. */
  values: string[];
}
type Components = Readonly<Record<string, Schema>>;

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '是或否',
  array: '列表',
  object: '对象',
  null: '空',
};
const ANY = '任意';
const lengthText = ({ minLength, maxLength, minItems, maxItems, minimum, maximum }: Schema): string => {
  const range = (least: unknown, most: unknown, unit: string): string[] => {
    if (most === undefined && (least === undefined || Number(least) <= 1)) return [];
    if (most === undefined) return [`不少于${least}${unit}`];
    return [least === undefined || Number(least) <= 1 ? `最多${most}${unit}` : `${least}至${most}${unit}`];
  };
  const isWhole = typeof maximum === 'number' && maximum > Number.MAX_SAFE_INTEGER / 2;
  return [
    ...range(minLength, maxLength, '字'),
    ...range(minItems, maxItems, '项'),
    ...(typeof maximum === 'number' && !isWhole ? [`${minimum ?? 0}至${maximum}`] : []),
  ].join(',');
};

const namedType = (name: string, components: Components): string =>
  listOfComponent(name) === undefined ? (components[name]?.title ?? '对象') : '代号或名称';

/** What is written in a field, in a word or two. */
export const typeText = (schema: Schema, components: Components): string => {
  const name = referredIn(schema);
  if (name !== undefined) return namedType(name, components);
  const { type, items, anyOf, oneOf, enum: values } = schema;
  if (values !== undefined || schema.const !== undefined) return '取值之一';
  if (Array.isArray(type))
    return type.join() === 'string,number' ? '时间' : type.map((each) => TYPES[each] ?? each).join('或');
  const either = anyOf ?? oneOf;
  if (either !== undefined) {
    // Beside a form that is asked for, any other says nothing.
    const isSaid = (each: Schema): boolean => each.type !== 'null' && Object.keys(each).length > 0;
    const texts = either.filter(isSaid).map((each) => typeText(each, components));
    return [...new Set(texts)].join('或') || ANY;
  }
  if (type === 'array') return `${typeText(items ?? {}, components)}的列表`;
  return TYPES[type ?? ''] ?? ANY;
};

/** The component that a field, or each entry of it, is. */
const componentIn = (schema: Schema): string | undefined => {
  const inner = schema.items ?? (schema.anyOf ?? [])[0];
  return referredIn(schema) ?? (inner === undefined ? undefined : componentIn(inner));
};

const placeOf = (root: Schema, path: readonly string[]): string => {
  let at: Schema | undefined = root;
  return path
    .map((name) => {
      const field: Schema | undefined = at === undefined ? undefined : propertyIn(at, name);
      at = field;
      return field !== undefined && isList(field) ? `${name}[]` : name;
    })
    .join('.')
    .replace(/\[\]$/, '');
};
const propertyIn = (schema: Schema, name: string): Schema | undefined =>
  schema.properties?.[name] ??
  partsIn(schema)
    .map((part) => propertyIn(part, name))
    .find((found) => found !== undefined);
const isList = ({ type, anyOf = [] }: Schema): boolean =>
  type === 'array' || anyOf.some((each) => each.type === 'array');
const isRequiredIn = (schema: Schema, name: string): boolean =>
  schema.properties?.[name] !== undefined
    ? (schema.required ?? []).includes(name)
    : partsIn(schema).some((part) => isRequiredIn(part, name));
const ownerOf = (root: Schema, path: readonly string[]): Schema =>
  path.slice(0, -1).reduce((at, name) => propertyIn(at, name) ?? {}, root);

/** Every field of a schema, and of its fields, a row each; those of components stand with these. */
export const fieldRows = (schema: Schema, components: Components): FieldRow[] =>
  fieldsIn(schema).map(({ path, field }) => {
    const component = componentIn(field);
    const values = (field.enum ?? (field.const === undefined ? [] : [field.const])).map(String);
    return {
      place: placeOf(schema, path),
      title: field.title ?? '',
      isRequired: isRequiredIn(ownerOf(schema, path), path.at(-1)!),
      type: typeText(field, components),
      about: [field.description, lengthText(field)]
        .filter((text) => text !== undefined && text !== '')
        .join(';'),
      component,
      list: component === undefined ? undefined : listOfComponent(component),
      values,
    };
  });
