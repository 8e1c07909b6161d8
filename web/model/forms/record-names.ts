import type { DeskForms, FormField } from '../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { type Values, wordsIn } from './values.ts';

/** A name that words go under, and what is there already, which is sent only where it is changed. */
export interface RecordName {
  name: string;
  drafted?: string;
}
const named = (names: readonly string[]): RecordName[] => names.map((name) => ({ name }));

const warningIn = (open: CaseReply, duty: string): RecordName[] =>
  (open.duties.find((each) => each.duty === duty && each.warningDraft !== null)?.warningDraft ?? []).map(
    ({ part, text }) => (text === null ? { name: part } : { name: part, drafted: text }),
  );
/** What the act still lacks, but for what has a field of its own. */
const lackingIn = (open: CaseReply, act: string, { lacks }: DeskForms): RecordName[] =>
  named(
    (open.incompleteActs.find((each) => String(each.act) === act)?.missing ?? []).filter(
      (name) => !(name in lacks),
    ),
  );

/** Under which names the words of a field go: a document's, as it is chosen, and what else a form's own values say. */
export const recordNames = (
  field: FormField,
  values: Values,
  forms: DeskForms,
  open: CaseReply | undefined,
): RecordName[] => {
  const { documents, review, reports } = forms;
  switch (field.names) {
    case 'document':
      return named(documents[wordsIn(values.document)] ?? []);
    case 'review':
      return named(documents[review ?? ''] ?? []);
    case 'report':
      return named(documents[reports[wordsIn(values.kind)] ?? ''] ?? []);
    case 'act':
      return open === undefined ? [] : lackingIn(open, wordsIn(values.act), forms);
    case 'warning':
      return open === undefined ? [] : warningIn(open, wordsIn(values.duty));
    case 'unmet':
      return named(open?.leftUndone.map(({ name }) => name) ?? []);
    default:
      return [];
  }
};
