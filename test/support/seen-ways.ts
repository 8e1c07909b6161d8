import { z } from 'zod';

interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
}

const tagOf = ({ properties, type }: JsonSchema): string => {
  const tag = properties?.status;
  return tag === undefined ? `${type}` : `${tag.const ?? tag.enum?.join('|')}`;
};
const isOf = (choice: JsonSchema, value: unknown): boolean => {
  if (value === null || choice.type === 'null') return (value === null) === (choice.type === 'null');
  const status = choice.properties?.status;
  if (status !== undefined && typeof value === 'object' && 'status' in value)
    return (status.enum ?? [status.const]).includes(value.status);
  const type = choice.type === 'integer' ? 'number' : choice.type;
  return type === (Array.isArray(value) ? 'array' : typeof value);
};

/**
 * The ways in which a value may be (`value` left out), or in which this one is: every field that is there or left out,
 * every choice, every word of a list.
 */
const waysOf = (schema: JsonSchema, path: string, value?: unknown): string[] => {
  const isGiven = value !== undefined;
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined)
    return choices
      .filter((choice) => !isGiven || isOf(choice, value))
      .flatMap((choice) => [`${path} ${tagOf(choice)}`, ...waysOf(choice, path, value)]);
  if (schema.enum !== undefined)
    return schema.enum.filter((word) => !isGiven || word === value).map((word) => `${path} = ${word}`);
  if (schema.items !== undefined) {
    const { items } = schema;
    return isGiven
      ? (value as unknown[]).flatMap((each) => waysOf(items, `${path}[]`, each))
      : waysOf(items, `${path}[]`);
  }
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const isOptional = !(schema.required ?? []).includes(name);
    const at = `${path}.${name}`;
    if (!isGiven) return [...(isOptional ? [`${at} left out`] : []), at, ...waysOf(field, at)];
    const own = (value as Record<string, unknown>)[name];
    return own === undefined ? [`${at} left out`] : [at, ...waysOf(field, at, own)];
  });
};

/** Notes in which of the ways that a schema allows answers really come, so that none is allowed that never comes. */
export const createSeenWays = () => {
  const seen = new Map<z.core.$ZodType, { schema: JsonSchema; ways: Set<string> }>();
  const of = (reply: z.core.$ZodType) => {
    const found = seen.get(reply) ?? { schema: z.toJSONSchema(reply) as JsonSchema, ways: new Set<string>() };
    seen.set(reply, found);
    return found;
  };
  const allowed = (reply: z.core.$ZodType): string[] => [...new Set(waysOf(of(reply).schema, ''))];
  return {
    note: (reply: z.core.$ZodType, body: unknown): void => {
      const { schema, ways } = of(reply);
      for (const way of waysOf(schema, '', body)) ways.add(way);
    },
    allowed,
    unseen: (reply: z.core.$ZodType): string[] => allowed(reply).filter((way) => !of(reply).ways.has(way)),
  };
};
