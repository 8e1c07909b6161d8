import { z } from 'zod';
import * as contract from '../../shared/contracts/workflow.ts';

export interface JsonSchema {
  type?: string;
  enum?: string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
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

type Of = 'input' | 'output';
const kindOf = ({ type, enum: values }: JsonSchema): string => (values === undefined ? `${type}` : 'enum');

/** Where `later` no longer keeps what `earlier` promised: of an output, to be there; of an input, to be enough. */
export const brokenPromises = (
  of: Of,
  earlier: JsonSchema,
  later: JsonSchema | undefined,
  path = '$',
): string[] => {
  if (later === undefined) return [`${path} is gone`];
  if (kindOf(earlier) !== kindOf(later)) return [`${path} was ${kindOf(earlier)}, is ${kindOf(later)}`];
  // What a definition reads must be among what it knows; what it sends must be among what is known.
  const [some, all] = of === 'output' ? [later, earlier] : [earlier, later];
  const unknown = (some.enum ?? []).filter((value) => !all.enum?.includes(value));
  const unmet = (all.required ?? []).filter((field) => !some.required?.includes(field));
  return [
    ...unknown.map((value) => `${path} ${of === 'output' ? 'may be' : 'must not be'} ${value}`),
    ...unmet.map((field) => `${path}.${field} ${of === 'output' ? 'may be missing' : 'is demanded'}`),
    ...Object.entries(earlier.properties ?? {}).flatMap(([field, schema]) =>
      brokenPromises(of, schema, later.properties?.[field], `${path}.${field}`),
    ),
    ...(earlier.items === undefined ? [] : brokenPromises(of, earlier.items, later.items, `${path}[]`)),
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
