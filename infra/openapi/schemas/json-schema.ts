import * as z from 'zod/mini';
import { InstantInput } from '../../../shared/contracts/instants.ts';
import { WRITTEN_INSTANT } from './times.ts';

/** A JSON Schema of the dialect 2020-12, which OpenAPI 3.1 uses as it is; `x-…` is for who makes forms of it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  pattern?: string;
  format?: string;
  [more: string]: unknown;
}

const REFERENCES = '#/components/schemas/';
export const referenceTo = (name: string): Schema => ({ $ref: `${REFERENCES}${name}` });
/** The component that a schema refers to. */
export const referredIn = ({ $ref }: Schema): string | undefined => $ref?.slice(REFERENCES.length);

/** What comes before a transformation that mends what was written is the mended value's schema: what it takes beside, `loosen` says. */
const seenThrough =
  (override: (schema: Schema) => void): z.core.ToJSONSchemaParams['override'] =>
  (context) => {
    const { zodSchema, jsonSchema } = context;
    if (Object.is(zodSchema, InstantInput)) Object.assign(jsonSchema, WRITTEN_INSTANT);
    const { def } = zodSchema._zod;
    if (def.type === 'pipe' && 'in' in def && 'out' in def) {
      const { in: before, out } = def as unknown as Record<'in' | 'out', z.core.$ZodType>;
      if (before._zod.def.type === 'transform') Object.assign(jsonSchema, inputSchemaOf(out));
    }
    override(jsonSchema as Schema);
  };

/** What a request may bring, as the zod schema takes it. */
export const inputSchemaOf = (schema: z.core.$ZodType): Schema => {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: seenThrough(() => undefined),
  }) as Schema;
  return made;
};

/** Name → the schema of what is answered; where one holds another of these it refers to it. */
export const outputSchemasOf = (named: ReadonlyMap<string, z.core.$ZodType>): Record<string, Schema> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of named) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: 'output',
    unrepresentable: 'any',
    uri: (id) => `${REFERENCES}${id}`,
  }) as unknown as { schemas: Record<string, Schema> };
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...made }]) => [id, made]),
  );
};

/** The schemas that lie directly within one, but for its properties. */
export const partsIn = ({ items, additionalProperties, anyOf, oneOf, allOf }: Schema): Schema[] => [
  ...(items === undefined ? [] : [items]),
  ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
  ...[anyOf, oneOf, allOf].flatMap((each) => each ?? []),
];

/** Every field of a schema with its place, the outermost name first; what it refers to is not entered. */
export const fieldsIn = (
  schema: Schema,
  outer: readonly string[] = [],
): { path: readonly string[]; field: Schema }[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = [...outer, name];
    return [{ path, field }, ...fieldsIn(field, path)];
  }),
  ...partsIn(schema).flatMap((part) => fieldsIn(part, outer)),
];
