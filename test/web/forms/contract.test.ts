import { describe, expect, it } from 'vitest';
import { OfficeCommand } from '../../../shared/contracts/commands.ts';
import type { CommandForm, FormField } from '../../../shared/contracts/desk/forms.ts';
import { OpenCase } from '../../../shared/contracts/opening-command.ts';
import { bodyOf } from '../../../web/model/forms/body.ts';
import { wrongIn } from '../../../web/model/forms/check.ts';
import { openingFields, openingOf, waysOf } from '../../../web/model/forms/opening.ts';
import { BUREAUS, filled, formsIn, isOfItems, NOW, plainChoices } from './bureau-forms.ts';

type Shape = {
  def: { type: string; innerType?: Shape; in?: Shape; shape?: Record<string, Shape> };
  shape?: Record<string, Shape>;
};
const TYPES = (
  OfficeCommand as unknown as { def: { options: { shape: { type: { def: { values: string[] } } } }[] } }
).def.options.map(({ shape }) => ({
  type: shape.type.def.values[0]!,
  shape: shape as unknown as Record<string, Shape>,
}));
/** The fields that a schema has, within groups too, by their place. */
const placesIn = (shape: Record<string, Shape>, outer = ''): string[] =>
  Object.entries(shape).flatMap(([name, schema]) => {
    let inner = schema;
    while (inner.def.innerType !== undefined) inner = inner.def.innerType;
    const place = `${outer}${name}`;
    return inner.def.shape === undefined ? [place] : placesIn(inner.def.shape, `${place}.`);
  });
const placesOf = (fields: readonly FormField[], outer = ''): string[] =>
  fields.flatMap((field) => {
    const own = [`${outer}${field.name}`];
    const ofActs = field.of === 'doneActs' ? [...own, `${outer}mergedCase`] : own;
    const places = isOfItems(field) ? [`${outer}feed`, `${outer}id`] : ofActs;
    const day = field.dayIn === undefined ? [] : [`${outer}${field.dayIn}`];
    return field.kind === 'group'
      ? placesOf(field.fields ?? [], `${outer}${field.name}.`)
      : [...places, ...day];
  });
const needed = (fields: readonly FormField[]): FormField[] =>
  fields
    .filter(({ required }) => required)
    .map((field) => ({ ...field, ...(field.fields && { fields: needed(field.fields) }) }));

describe.each(BUREAUS)('the forms of %s', (bureau) => {
  const forms = formsIn(bureau);
  const choices = plainChoices(forms);

  it('has one for every command, and a field for everything that a command may carry', () => {
    expect(Object.keys(forms.commands).sort()).toEqual(TYPES.map(({ type }) => type).sort());
    for (const { type, shape } of TYPES)
      expect(placesOf(forms.commands[type]!.fields).sort(), type).toEqual(
        placesIn(shape)
          .filter((place) => place !== 'type')
          .sort(),
      );
  });

  it.each(Object.values(forms.commands).map((form) => [form.type, form] as [string, CommandForm]))(
    '%s, filled in, is what the contract takes',
    (type, { fields }) => {
      const values = filled(fields, choices);
      if (hasLists(fields, forms)) expect(wrongIn(fields, values, NOW)).toEqual([]);
      const parsed = OfficeCommand.safeParse({ type, ...withMissing(type, bodyOf(fields, values)) });
      expect(parsed.success, JSON.stringify(parsed.error?.issues)).toBe(true);
    },
  );

  it('asks for no more than the contract does: what it requires is enough', () => {
    for (const { type, fields } of Object.values(forms.commands)) {
      const values = filled(needed(fields), choices);
      const body = { type, ...withMissing(type, bodyOf(fields, values)) };
      expect(OfficeCommand.safeParse(body).success, type).toBe(true);
      if (hasLists(fields, forms)) expect(wrongIn(fields, values, NOW), type).toEqual([]);
    }
  });

  it('asks for nothing less: without any of what it requires the contract refuses', () => {
    for (const { type, fields } of Object.values(forms.commands))
      for (const field of fields.filter(({ required, kind }) => required && kind !== 'records')) {
        const values = { ...filled(needed(fields), choices), [field.name]: undefined };
        expect(
          wrongIn(fields, values, NOW).map(({ path }) => path.split('.')[0]),
          `${type}.${field.name}`,
        ).toContain(field.name);
        expect(
          OfficeCommand.safeParse({ type, ...bodyOf(fields, values) }).success,
          `${type}.${field.name}`,
        ).toBe(false);
      }
  });

  it('speaks Chinese to people: no field, choice or heading has an id for its name', () => {
    const words = (fields: readonly FormField[]): string[] =>
      fields.flatMap(({ title, about = '', fields: inner = [], choices: given = [] }) => [
        title,
        about,
        ...given.map(({ name }) => name),
        ...words(inner),
      ]);
    for (const form of [...Object.values(forms.commands), forms.opening])
      for (const text of [form.title, ...words(form.fields)])
        expect(text.replace(/https?(:\/\/)?|ISO/g, ''), text).not.toMatch(/[a-z]{2,}/);
  });

  it.each(waysOf(forms).map(({ id }) => id))(
    'an opening by %s, filled in, is what the contract takes',
    (way) => {
      const fields = openingFields(forms, way);
      const values = { ...filled(fields, choices), way, items: ['["demo","1"]'] };
      const opening = openingOf(forms, way, values);
      const parsed = OpenCase.safeParse(opening);
      expect(parsed.success, JSON.stringify([opening, parsed.error?.issues])).toBe(true);
      expect(
        OpenCase.safeParse(
          openingOf(forms, way, { ...filled(needed(fields), choices), items: ['["demo","1"]'] }),
        ).success,
      ).toBe(true);
    },
  );
});

/** A bureau without a list has no form for it to be filled in: then the first word stands for it. */
const STAND_INS: Readonly<Record<string, Record<string, string>>> = {
  SetResponseLevel: { level: 'x' },
  RateCase: { scale: 'x', level: 'x' },
  RecordDecision: { decision: 'x' },
  RecordAction: { action: 'x' },
  IssueDocument: { document: 'x' },
};
const withMissing = (type: string, body: Record<string, unknown>): Record<string, unknown> => ({
  ...STAND_INS[type],
  ...body,
});
const hasLists = (fields: readonly FormField[], forms: ReturnType<typeof formsIn>): boolean =>
  fields.every(
    ({ list, required }) => !required || list === undefined || (forms.lists[list] ?? []).length > 0,
  );
