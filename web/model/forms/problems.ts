import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import { spoken } from '../spoken.ts';
import { NONE_CHOSEN, UNCHOSEN, UNFILLED, type Wrong } from './check.ts';

// Why it was not done, at the field that it is about.

/** A refusal, as far as a form is concerned. */
export interface Refused {
  code: string;
  message: string;
  problems?: readonly { field: string; message: string }[];
}

/** What a code begins with → the fields that it may be about, the likeliest first. */
const ABOUT: readonly [string, readonly string[]][] = [
  ['INSTANT_', ['madeAt', 'at', 'calmedAt', 'outbreakAt', 'instant']],
  ['REPORT_KIND', ['kind']],
  ['REPORT_FORM', ['form']],
  ['PUBLICATION_FORM', ['form']],
  // What is missing is the approval; that it went out without one is for whoever has seen it go.
  ['PUBLICATION_NOT_CLEARED', ['approval', 'happened']],
  ['APPROVAL_', ['approval']],
  ['OWN_APPROVAL', ['approval']],
  ['CHANNEL_', ['channel', 'form']],
  ['RECEIVER_', ['to']],
  ['CONTACT_', ['to']],
  ['ANSWER_', ['answers']],
  ['ACTION_', ['action']],
  ['DECISION_', ['decision']],
  ['DOCUMENT_FIELD', ['fields', 'points']],
  ['DOCUMENT_', ['document']],
  ['DUTIES_UNMET', ['unmet']],
  ['DUTY_', ['duty']],
  ['NO_WARNING', ['duty']],
  ['EXTENSION_', ['to']],
  ['DEADLINE_', ['due', 'deadline', 'until', 'answerBy']],
  ['HOLD_', ['until']],
  ['FLAG', ['add', 'remove', 'flags']],
  ['SOURCE_', ['source', 'kind']],
  ['RECEIPT_', ['reference', 'source', 'same']],
  ['REFERENCE_', ['reference']],
  ['REASON_', ['reason']],
  ['NEW_FACT', ['newFact']],
  ['LEVEL_', ['level']],
  ['GRADE_', ['level']],
  ['SCALE_', ['scale']],
  ['UNIT_', ['unit']],
  ['ON_BEHALF', ['onBehalf']],
  ['OUTSIDE', ['outside']],
  ['ORDER_', ['order']],
  ['ACT_', ['act']],
  ['PART', ['fields', 'summary']],
  ['RELEASE_', ['document']],
  ['OTHER_CASE_', ['into']],
  ['MERGE_', ['into']],
  ['CASE_CONCLUDED', ['into']],
  ['CASE_MERGED', ['into']],
  ['CASE_SECRET', ['into']],
  ['ITEM_NEEDS_CASE', ['destination']],
  ['ITEM_', ['id', 'items']],
  ['NOTICE_', ['notice']],
];

/** Whether a field is called so, or lies in what is called so: an opening's are called by their places. */
const isCalled = (field: string, name: string): boolean =>
  field === name || field.indexOf(`${name}.`) === 0 || field.slice(-name.length - 1) === `.${name}`;
/** The field that a refusal is about; undefined: it is about the act as a whole. */
const fieldOf = (code: string, fields: readonly FormField[]): string | undefined => {
  const [, names = []] = ABOUT.find(([beginning]) => code.indexOf(beginning) === 0) ?? [];
  const found = names.map((name) => fields.find((field) => isCalled(field.name, name)));
  return found.find((field) => field !== undefined)?.name;
};

/** `sources.0.kind` → `sources.kind`: a form has one of each. */
const placeOf = (field: string): string =>
  field
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .join('.');
const isHere = (path: string, fields: readonly FormField[]): boolean =>
  fields.some(({ name }) => path === name || path.indexOf(`${name}.`) === 0);

/** What is wrong where; an empty path: with the act as a whole. */
export const wrongBy = ({ code, message, problems = [] }: Refused, fields: readonly FormField[]): Wrong[] => {
  if (problems.length === 0) return [{ path: fieldOf(code, fields) ?? '', message: spoken(message) }];
  return problems.map((problem) => {
    const path = placeOf(problem.field);
    return { path: isHere(path, fields) ? path : '', message: spoken(problem.message) };
  });
};

/** What is said of a place and of what lies in it. */
export const wrongAt = (wrongs: readonly Wrong[], path: string): string | undefined =>
  wrongs.find((wrong) => wrong.path === path)?.message;

/** The title of the field at a place, for the summary. */
export const titleAt = (fields: readonly FormField[], path: string): string => {
  const field = fields.find(({ name }) => path === name || path.indexOf(`${name}.`) === 0);
  if (field === undefined) return path;
  const inner = path.slice(field.name.length + 1);
  if (inner === '') return field.title;
  return `${field.title}：${field.fields === undefined ? inner : titleAt(field.fields, inner)}`;
};

/** Nothing stands in it yet: that is said by its name alone. */
const EMPTY: readonly string[] = [UNFILLED, UNCHOSEN, NONE_CHOSEN];
/** What is still to be filled in, and what is filled in wrongly, before it can be said what the form would do; empty: nothing. */
export const toFill = (wrongs: readonly Wrong[], fields: readonly FormField[]): string => {
  const named = (found: readonly Wrong[]): string[] => found.map(({ path }) => spoken(titleAt(fields, path)));
  const wrong = wrongs.filter(({ message }) => !EMPTY.includes(message));
  const open = named(wrongs.filter(({ message }) => EMPTY.includes(message)));
  return [
    ...wrong.map((each) => `“${named([each])[0]}”要改：${each.message.replace(/。$/, '')}。`),
    ...(open.length === 0 ? [] : [`还须填：${open.join('、')}。`]),
  ].join('');
};

/** What is wrong, each with the field that it is about, in one line. */
export const wrongWords = (wrongs: readonly Wrong[], fields: readonly FormField[]): string =>
  wrongs
    .map(({ path, message }) => {
      const said = `${message.replace(/。$/, '')}。`;
      return path === '' ? said : `“${spoken(titleAt(fields, path))}”：${said}`;
    })
    .join('');
