import type { DeskForms, FormChoice, FormField } from '../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { type Values, valuesFrom } from './values.ts';

// What stands in a form when it is opened.

/** What one can do without: there is only one. */
const onlyOne = (field: FormField, choices: readonly FormChoice[]): Values =>
  field.required && field.kind === 'choice' && choices.length === 1 ? { [field.name]: choices[0]!.id } : {};

/** What came with the task, and what can only be one thing. */
export const startOf = (
  fields: readonly FormField[],
  carried: Record<string, unknown>,
  choicesOf: (field: FormField) => readonly FormChoice[],
): Values =>
  Object.assign(
    {},
    ...fields.map((field) => onlyOne(field, choicesOf(field))),
    valuesFrom(fields, carried),
  ) as Values;

/** Choices that came with the task: they are what it is about, and are not chosen again. */
export const fixedIn = (fields: readonly FormField[], carried: Record<string, unknown>): string[] =>
  fields.filter(({ name, kind }) => kind === 'choice' && name in carried).map(({ name }) => name);

interface Begun {
  open: CaseReply;
  /** The open duties that the act may meet, and that which the form was opened for. */
  meets: readonly string[];
  meant: { duty: string } | undefined;
  carried: Readonly<Record<string, unknown>>;
  forms: Pick<DeskForms, 'offers'>;
}
/**
 * What of its choices one is likely to want: of one choice what meets the duty; of several what came with the task, or else whom the
 * duties name. Empty: nothing more than the rest.
 */
export const likelyIn = (
  { name, kind }: Pick<FormField, 'name' | 'kind'>,
  { open, meets, meant, carried, forms }: Begun,
): readonly string[] => {
  if (kind === 'choice') return (meant && forms.offers[meant.duty]?.[name]) ?? [];
  const given = carried[name];
  return Array.isArray(given) ? given.map(String) : likelyReceivers(open, meets);
};

/** Whom one is likely to report to: whoever the duties name that an act may meet, or, where it meets none, any open duty. */
export const likelyReceivers = ({ duties }: CaseReply, meets: readonly string[]): string[] => {
  const open = duties.filter(({ status }) => status === 'open' || status === 'listed');
  const met = open.filter(({ duty }) => meets.includes(duty));
  const named = (met.length > 0 ? met : open).flatMap(({ receivers, missingReceivers }) => [
    ...receivers,
    ...missingReceivers.flat(),
  ]);
  return [...new Set(named.map(({ id }) => id))];
};
