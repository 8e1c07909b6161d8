import type { OpenApi } from '../openapi/document.ts';
import type { Schema } from '../openapi/schemas/json-schema.ts';
import { listOfComponent } from '../openapi/schemas/lists.ts';

const REFERENCE = /"\$ref":"#\/components\/schemas\/([^"]+)"/g;
const namedIn = (schema: Schema | undefined): string[] =>
  [...JSON.stringify(schema ?? {}).matchAll(REFERENCE)].map(([, name]) => name!);

/** What the desk makes its forms of: the commands and the lists of the bureau, and whatever these are made of. */
export interface Forms {
  schemas: Record<string, Schema>;
}
export const formsOf = ({ components }: Pick<OpenApi, 'components'>): Forms => {
  const { schemas } = components;
  const taken = new Set(['OpenCase', 'OfficeCommand', ...Object.keys(schemas).filter(listOfComponent)]);
  // A set goes through what is added meanwhile as well.
  for (const name of taken) for (const next of namedIn(schemas[name])) taken.add(next);
  return { schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => taken.has(name))) };
};
