import { formsOf } from '../../../infra/desk-site/forms.ts';
import { openApiOf } from '../../../infra/openapi/document.ts';
import type { DeskForms, FormChoice, FormField } from '../../../shared/contracts/desk/forms.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Picked, Value, Values } from '../../../web/model/forms/values.ts';

export const BUREAUS = Object.keys(regulations).sort();
const made = new Map<string, DeskForms>();
/** The forms of a bureau, as its desk has them: through JSON. */
export const formsIn = (bureau: string): DeskForms => {
  const regulation = regulations[bureau]!;
  const known =
    made.get(bureau) ??
    (JSON.parse(
      JSON.stringify(
        formsOf(regulation, openApiOf(regulation, { authorization: 'signature', hasReceipts: true })),
      ),
    ) as DeskForms);
  made.set(bureau, known);
  return known;
};

export const NOW = Date.parse('2026-03-03T01:08:00+08:00');
export type ChoicesOf = (field: FormField, values: Values) => readonly FormChoice[];

/** Whether it names an item, by two words at once. */
export const isOfItems = ({ of }: FormField): boolean => of === 'items' || of === 'caseItems';

/** What the bureau and the contract give; what only a case has is told as a number would be. */
export const plainChoices =
  (forms: DeskForms): ChoicesOf =>
  (field, values) => {
    if (field.of !== undefined) return [{ id: isOfItems(field) ? '["demo","1"]' : '3', name: '某一条' }];
    if (field.list === 'ratingLevel') return forms.ratings[String(values.scale)] ?? [];
    return field.choices ?? forms.lists[field.list ?? ''] ?? [];
  };

const BEHIND: Picked = { pick: 'own', day: '2026-03-03', clock: '00:50' };
const AHEAD: Picked = { pick: 'own', day: '2026-03-09', clock: '18:00' };
const WORDS = '已封存涉事食品，正在检验';

const filledField = (field: FormField, values: Values, choicesOf: ChoicesOf): Value | undefined => {
  const [first] = choicesOf(field, values);
  switch (field.kind) {
    case 'line':
      return field.name === 'link' ? 'example.com/notice' : '办公室2026年第1号';
    case 'text':
      return WORDS;
    case 'case':
      return 'LZ2026-0001';
    case 'yes':
      return 'yes';
    case 'choice':
      return first?.id;
    case 'choices':
      return first === undefined ? undefined : [first.id];
    case 'instant':
    case 'moment':
      return field.ahead ? AHEAD : BEHIND;
    case 'records':
      return { 某一栏: WORDS };
    case 'group':
      return filled(field.fields ?? [], choicesOf);
  }
};
/** A form with something in every field. */
export const filled = (fields: readonly FormField[], choicesOf: ChoicesOf): Values => {
  let values: Values = {};
  for (const field of fields) values = { ...values, [field.name]: filledField(field, values, choicesOf) };
  return values;
};
