import type { DeskForms, FormField } from '../../../../shared/contracts/desk/forms.ts';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { spoken } from '../../spoken.ts';
import { bodyOf } from '../body.ts';
import type { Values } from '../values.ts';

// What an act lacks, by the names that its form has for it.

/** A part that is missing, as the form calls the field that takes it; what has none as the regulation calls it. */
export const lackWord = (
  part: string,
  { lacks }: Pick<DeskForms, 'lacks'>,
  fields: readonly FormField[],
): string => spoken(fields.find(({ name }) => name === lacks[part])?.title ?? part);

/** What is missing, by the field that takes it; what has none stands under an empty name. */
export const lacksAt = (
  { missing }: Pick<TriedReply, 'missing'>,
  forms: Pick<DeskForms, 'lacks'>,
  fields: readonly FormField[],
): Readonly<Record<string, string>> => {
  const found: Record<string, string[]> = {};
  for (const part of missing.flatMap(({ parts }) => parts)) {
    const field = forms.lacks[part];
    const at = field !== undefined && fields.some(({ name }) => name === field) ? field : '';
    found[at] = [...(found[at] ?? []), lackWord(part, forms, fields)];
  }
  return Object.fromEntries(
    Object.entries(found).map(([at, parts]) => [at, `还缺：${[...new Set(parts)].join('、')}`]),
  );
};

const WRITTEN: readonly FormField['kind'][] = ['line', 'text', 'records', 'group'];
/** Whether somebody has begun to write: before that nothing is missing yet, it is still to come. `start`: what came with the form. */
export const isBegun = (fields: readonly FormField[], values: Values, start: Values): boolean => {
  const words = fields.filter(({ kind }) => WRITTEN.indexOf(kind) >= 0);
  return JSON.stringify(bodyOf(words, values)) !== JSON.stringify(bodyOf(words, start));
};
