import * as z from 'zod';
import { OfficeCommand } from '../../shared/contracts/commands.ts';
import { InstantInput, MomentInput } from '../../shared/contracts/instants.ts';
import { OpenCase } from '../../shared/contracts/opening-command.ts';
import { commandNamed } from '../docs/views/command-names.ts';

/** What may stand in a place of a command's content: its contract as JSON Schema. */
export type Field = z.core.JSONSchema.BaseSchema;

const fieldOf = (contract: z.core.$ZodType): Field =>
  z.toJSONSchema(contract, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (Object.is(zodSchema, InstantInput) || Object.is(zodSchema, MomentInput))
        jsonSchema.format = 'date-time';
    },
  });

export interface Command {
  id: string;
  /** In Chinese. */
  name: string;
  contract: z.core.$ZodType;
  content: Field;
}
const commandFor = (id: string, contract: z.core.$ZodType): Command => {
  const { type: _, ...properties } = fieldOf(contract).properties ?? {};
  return { ...commandNamed(id), contract, content: { ...fieldOf(contract), properties } };
};

export const OPEN_CASE = 'OpenCase';
/** Every command of the office by its id, the opening of a case among them. */
export const commands: ReadonlyMap<string, Command> = new Map(
  [
    ...OfficeCommand.def.options.map((each) => commandFor(each.shape.type.def.values[0]!, each)),
    commandFor(OPEN_CASE, OpenCase),
  ].map((command) => [command.id, command]),
);

/** `schema` unless it is a mere yes or no, which JSON Schema has too. */
export const asField = (schema: Field | boolean | undefined): Field | undefined =>
  typeof schema === 'object' ? schema : undefined;
/** What an element of a list may be; of several kinds, none is of use here. */
export const elementOf = ({ items }: Field): Field => (Array.isArray(items) ? {} : (asField(items) ?? {}));

const INSTANT = '时间';
const hintOf = (field: Field): string => {
  if (field.enum !== undefined) return field.enum.join('|');
  if (field.format === 'date-time') return INSTANT;
  if (field.type === 'integer') return `${field.minimum}–${field.maximum}`;
  return field.type === 'array' ? '可填多个,以逗号分开' : '';
};

/** The places below a field that take a value, as they are typed. */
const placesIn = (field: Field, path: string, isRequired: boolean): string[] => {
  const element = field.type === 'array' ? elementOf(field) : field;
  const dotted = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const free = asField(element.additionalProperties);
  if (free !== undefined) return [`${dotted('<项目>')}${isRequired ? '(必填)' : ''}`];
  if (element.properties !== undefined)
    return Object.entries(element.properties).flatMap(([name, inner]) =>
      placesIn(
        asField(inner) ?? {},
        dotted(name),
        (path === '' || isRequired) && element.required?.includes(name) === true,
      ),
    );
  const notes = [isRequired ? '必填' : '', hintOf(field)].filter((note) => note !== '');
  return [`${path}${notes.length === 0 ? '' : `(${notes.join(':')})`}`];
};

/** What a command takes: `可填:kind(必填)、…`. */
export const contentText = ({ content }: Command): string => {
  const places = placesIn(content, '', true);
  if (places.length === 0) return '不需要内容';
  const hasInstant = places.some((place) => place.includes(INSTANT));
  return `可填:${places.join('、')}${hasInstant ? `;${INSTANT}可写 now、now-2h(两小时前)、now+9d(九日后)` : ''}`;
};
