import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DeskForms, FormChoice, FormField } from '../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { Wrong } from '../../model/forms/check.ts';
import type { Value, Values } from '../../model/forms/values.ts';

/** What the fields of a form share. */
export interface FormState {
  forms: DeskForms;
  /** The case that the form is for; undefined: there is none yet. */
  open: CaseReply | undefined;
  values: Values;
  change: (path: readonly string[], value: Value | undefined) => void;
  /** What a field may be. */
  choicesOf: (field: FormField) => readonly FormChoice[];
  /** Of many choices those that one is likely to want. */
  likely: (field: FormField) => readonly string[];
  wrongs: readonly Wrong[];
  /** Field → what of it the regulation still asks for. */
  lacks: Readonly<Record<string, string>>;
  /** Field → what one can do with it as things stand. */
  advice: Readonly<Record<string, string>>;
  /** What stands below the choices of a field, such as the numbers of those whom one has chosen. */
  beneath?: (field: FormField) => ComponentChildren;
  /** Fields that came with the task and are shown as words. */
  fixed: readonly string[];
  /** Lets these be chosen after all. */
  release: (fields: readonly string[]) => void;
}
const FormContext = createContext<FormState | undefined>(undefined);
export const FormProvider = FormContext.Provider;
export const useForm = (): FormState => {
  const state = useContext(FormContext);
  if (state === undefined) throw new Error('A field stands in a form');
  return state;
};

/** The names in the page that belong together: the control, its error, its hint. */
export const idsOf = (path: readonly string[]) => {
  const id = path.map(encodeURIComponent).join('.').replace(/%/g, '_');
  return { control: `f-${id}`, why: `e-${id}`, lack: `l-${id}`, hint: `h-${id}` };
};
