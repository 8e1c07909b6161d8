import type * as z from 'zod/mini';
import { Duration } from '../../../../shared/time/durations.ts';
import { isRecord } from '../walk.ts';

// Reads the schema itself, so that whoever writes a data file is told in Chinese what it expects.

type Schema = z.core.$ZodType;
const defOf = (schema: Schema) => schema._zod.def as z.core.$ZodTypeDef & Record<string, unknown>;

/** The schema under `optional`, defaults and `lazy`. */
const bare = (schema: Schema): Schema => {
  const def = defOf(schema);
  if (def.type === 'lazy') return bare((def.getter as () => Schema)());
  return def.type === 'optional' || def.type === 'default' ? bare(def.innerType as Schema) : schema;
};
const shapeOf = (schema: Schema): Readonly<Record<string, Schema>> =>
  (defOf(schema).shape ?? {}) as Readonly<Record<string, Schema>>;
const optionsOf = (schema: Schema): readonly Schema[] => (defOf(schema).options ?? []) as readonly Schema[];
const literalsOf = (schema: Schema): unknown[] => {
  const { type, values, entries } = defOf(schema);
  if (type === 'literal') return [...(values as unknown[])];
  return type === 'enum' ? Object.values(entries as object) : [];
};

/** The alternative of a union that `value` has chosen: by its `kind` or `act`, else by most of its keys. */
const chosen = (union: Schema, value: unknown): Schema | undefined => {
  const options = optionsOf(union).map(bare);
  const { discriminator } = defOf(union);
  const given = isRecord(value) ? value : {};
  if (typeof discriminator === 'string')
    return options.find((each) => literalsOf(shapeOf(each)[discriminator]!).includes(given[discriminator]));
  const fits = (option: Schema): number => Object.keys(given).filter((key) => key in shapeOf(option)).length;
  return [...options].sort((one, other) => fits(other) - fits(one))[0];
};

const enter = (schema: Schema, key: string | number, value: unknown): Schema | undefined => {
  const { type, element, innerType, valueType } = defOf(schema);
  switch (type) {
    case 'object':
      return shapeOf(schema)[key];
    case 'array':
      return element as Schema;
    case 'record':
      return valueType as Schema;
    case 'nullable':
      return enter(bare(innerType as Schema), key, value);
    case 'union': {
      if (key === defOf(schema).discriminator) return schema;
      const option = chosen(schema, value);
      return option && enter(option, key, value);
    }
    default:
      return undefined;
  }
};

/** The schema of what stands at `keys` in `value`; undefined when the schema has no such place. */
export const schemaAt = (
  schema: Schema,
  keys: readonly (string | number)[],
  value: unknown,
): Schema | undefined => {
  const [key, ...rest] = keys;
  if (key === undefined) return bare(schema);
  const member = (value as Record<string | number, unknown> | undefined | null)?.[key];
  const next = enter(bare(schema), key, value);
  return next && schemaAt(next, rest, member);
};

/** The alternatives of a union, also of one that may be null. */
export const alternativesOf = (given: Schema): readonly Schema[] => {
  const schema = bare(given);
  const { type, innerType } = defOf(schema);
  return type === 'nullable' ? alternativesOf(innerType as Schema) : optionsOf(schema);
};

/** The keys that may stand in `value`, those that may be left out with a question mark. */
export const fieldsOf = (given: Schema, value?: unknown): string[] => {
  const schema = bare(given);
  const object = defOf(schema).type === 'union' ? (chosen(schema, value) ?? schema) : schema;
  return Object.entries(shapeOf(object)).map(([key, each]) =>
    ['optional', 'default'].includes(defOf(each).type) ? `${key}?` : key,
  );
};

const FORMS: Readonly<Record<string, string>> = {
  '^[a-z][A-Za-z0-9-]*$': 'id(小写英文字母开头,只含英文字母、数字和“-”)',
  '^[a-z][A-Za-z0-9]*$': 'id(小写英文字母开头,只含英文字母和数字)',
  '^[1-9]\\d*WD$': '工作日数,如 5WD(5个工作日)',
  '^X\\d+$': '登记编号,如 X34',
  [Duration.source]: 'ISO 8601 时长,如 PT3H(3小时)、P10D(10日)',
};
const TYPES: Readonly<Record<string, string>> = {
  string: '文字(加引号)',
  number: '数字',
  boolean: 'true 或 false',
  null: 'null',
};

interface NumberBounds {
  minValue: number | null;
  maxValue: number | null;
  isInt: boolean;
}
const numberOf = (schema: Schema): string => {
  const { minValue, maxValue, isInt } = schema as Partial<NumberBounds>;
  if (!isInt) return TYPES.number!;
  return Number.isSafeInteger(minValue) && minValue! > Number.MIN_SAFE_INTEGER
    ? `整数(${minValue}–${maxValue})`
    : '整数';
};
const choicesOf = (union: Schema, discriminator: string): string[] =>
  optionsOf(union).flatMap((each) => literalsOf(shapeOf(bare(each))[discriminator]!).map(String));

const patternsOf = (schema: Schema): RegExp[] =>
  ((defOf(schema).checks ?? []) as z.core.$ZodCheck[]).flatMap(({ _zod }) => {
    const { pattern } = _zod.def as { pattern?: RegExp };
    return pattern === undefined ? [] : [pattern];
  });

/** What a value that this schema takes looks like, in Chinese. */
export const describeSchema = (given: Schema): string => {
  const schema = bare(given);
  const { type, element, innerType, discriminator } = defOf(schema);
  switch (type) {
    case 'string':
      return patternsOf(schema).map(({ source }) => FORMS[source] ?? source)[0] ?? TYPES.string!;
    case 'number':
      return numberOf(schema);
    case 'enum':
    case 'literal':
      return literalsOf(schema).map(String).join('、');
    case 'array':
      return `列表 [${describeSchema(element as Schema)}]`;
    case 'object':
      return `{${fieldsOf(schema).join('、')}}`;
    case 'record':
      return '对象 {"名称":"内容"}';
    case 'nullable':
      return `${describeSchema(innerType as Schema)},或 null`;
    // What is read into something else: instants as people write them, and nothing more.
    case 'pipe':
      return '日期时间,如 2026-03-02T09:00+08:00';
    case 'union':
      return typeof discriminator === 'string'
        ? `{${discriminator}: ${choicesOf(schema, discriminator).join('|')}, …}`
        : optionsOf(schema).map(describeSchema).join(',或 ');
    default:
      return TYPES[type] ?? type;
  }
};
