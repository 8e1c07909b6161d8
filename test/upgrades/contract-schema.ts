import { z } from 'zod';
import * as contract from '../../shared/contracts/workflow.ts';

export interface JsonSchema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  propertyNames?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  format?: string;
  pattern?: string;
}
/** What goes in (`input`: before the defaults) and what comes out (`output`), for every schema of the contract. */
export type ContractSchema = Record<string, { input: JsonSchema; output: JsonSchema }>;

/** The contract as it stands, as JSON schemas. */
export const contractSchema = (): ContractSchema =>
  Object.fromEntries(
    Object.entries<unknown>(contract)
      .filter((entry): entry is [string, z.core.$ZodType] => entry[1] instanceof z.core.$ZodType)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, schema]) => [
        name,
        {
          input: z.toJSONSchema(schema, { io: 'input' }) as JsonSchema,
          output: z.toJSONSchema(schema, { io: 'output' }) as JsonSchema,
        },
      ]),
  );

const KNOWN_WORDS = new Set(
  (
    '$schema type const enum oneOf anyOf default properties required items propertyNames additionalProperties ' +
    'minimum maximum minLength maxLength minItems maxItems format pattern'
  ).split(' '),
);
/** The words of a schema that `brokenPromises` does not look at. */
export const unknownWords = (schema: JsonSchema | boolean | undefined): string[] => {
  if (typeof schema !== 'object') return [];
  const { properties = {}, items, propertyNames, additionalProperties, oneOf = [], anyOf = [] } = schema;
  const parts = [
    ...Object.values(properties),
    items,
    propertyNames,
    additionalProperties,
    ...oneOf,
    ...anyOf,
  ];
  return [
    ...Object.keys(schema).filter((word) => !KNOWN_WORDS.has(word)),
    ...new Set(parts.flatMap(unknownWords)),
  ];
};

type Of = 'input' | 'output';
const valuesOf = (schema: JsonSchema): unknown[] | undefined =>
  schema.const === undefined ? schema.enum : [schema.const];
const kindOf = (schema: JsonSchema): string =>
  valuesOf(schema) === undefined ? `${schema.type ?? 'anything'}` : 'enum';
const isKindOf = (some: JsonSchema, all: JsonSchema): boolean =>
  kindOf(some) === kindOf(all) ||
  kindOf(all) === 'anything' ||
  (kindOf(some) === 'enum' && kindOf(all) === some.type) ||
  (kindOf(some) === 'integer' && kindOf(all) === 'number');

const LEAST = ['minimum', 'minLength', 'minItems'] as const;
const MOST = ['maximum', 'maxLength', 'maxItems'] as const;
const FORM = ['format', 'pattern'] as const;
/** The bounds of `all` that `some` does not keep to. */
const bounds = (some: JsonSchema, all: JsonSchema): string[] => [
  ...LEAST.filter((word) => (all[word] ?? -Infinity) > (some[word] ?? -Infinity)),
  ...MOST.filter((word) => (all[word] ?? Infinity) < (some[word] ?? Infinity)),
  ...FORM.filter((word) => all[word] !== undefined && all[word] !== some[word]),
];

const choicesOf = (schema: JsonSchema): JsonSchema[] | undefined =>
  schema.oneOf ??
  schema.anyOf ??
  (Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : undefined);
const tagOf = (choice: JsonSchema): unknown => choice.properties?.type?.const;

/** Each choice of `some` must be among those of `all`, whichever of the two is the later. */
const brokenChoices = (of: Of, earlier: JsonSchema, later: JsonSchema, path: string): string[] => {
  const [some, all] = of === 'output' ? [later, earlier] : [earlier, later];
  const compare = (one: JsonSchema, other: JsonSchema, at: string): string[] =>
    of === 'output' ? brokenPromises(of, other, one, at) : brokenPromises(of, one, other, at);
  const may = of === 'output' ? 'may be' : 'must not be';
  return (choicesOf(some) ?? [some]).flatMap((choice) => {
    const tag = tagOf(choice);
    const known = (choicesOf(all) ?? [all]).filter((each) => tagOf(each) === tag);
    if (tag !== undefined && known.length === 1) return compare(choice, known[0]!, `${path}<${tag}>`);
    return known.some((each) => compare(choice, each, path).length === 0)
      ? []
      : [`${path} ${may} ${tag ?? kindOf(choice)}`];
  });
};

/** Where `later` no longer keeps what `earlier` promised: of an output, to be there; of an input, to be enough. */
export const brokenPromises = (
  of: Of,
  earlier: JsonSchema,
  later: JsonSchema | undefined,
  path = '$',
): string[] => {
  if (later === undefined) return [`${path} is gone`];
  if (choicesOf(earlier) !== undefined || choicesOf(later) !== undefined)
    return brokenChoices(of, earlier, later, path);
  // What a definition reads must be among what it knows; what it sends must be among what is known.
  const [some, all] = of === 'output' ? [later, earlier] : [earlier, later];
  if (!isKindOf(some, all)) return [`${path} was ${kindOf(earlier)}, is ${kindOf(later)}`];
  const known = valuesOf(all);
  const unknown = known === undefined ? [] : valuesOf(some)!.filter((value) => !known.includes(value));
  const unmet = (all.required ?? []).filter((field) => !some.required?.includes(field));
  const isClosed = of === 'input' && all.additionalProperties === false;
  return [
    ...unknown.map((value) => `${path} ${of === 'output' ? 'may be' : 'must not be'} ${value}`),
    ...unmet.map((field) => `${path}.${field} ${of === 'output' ? 'may be missing' : 'is demanded'}`),
    ...bounds(some, all).map((word) => `${path} has another ${word}`),
    ...(isClosed && some.additionalProperties !== false ? [`${path} takes no other field`] : []),
    ...(of === 'input' &&
    earlier.default !== undefined &&
    JSON.stringify(earlier.default) !== JSON.stringify(later.default)
      ? [`${path} was ${JSON.stringify(earlier.default)} when left out`]
      : []),
    ...Object.entries(earlier.properties ?? {}).flatMap(([field, schema]) =>
      brokenPromises(of, schema, later.properties?.[field], `${path}.${field}`),
    ),
    ...(earlier.items === undefined ? [] : brokenPromises(of, earlier.items, later.items, `${path}[]`)),
    ...(earlier.propertyNames === undefined
      ? []
      : brokenPromises(of, earlier.propertyNames, later.propertyNames ?? {}, `${path} key`)),
    ...(typeof earlier.additionalProperties === 'object'
      ? brokenPromises(
          of,
          earlier.additionalProperties,
          later.additionalProperties as JsonSchema | undefined,
          `${path}.*`,
        )
      : []),
  ];
};
