import { signal } from '@preact/signals';
import type { CommandForm, DeskForms } from '../../shared/contracts/desk/forms.ts';
import { config } from './config.ts';

/** The bureau's forms; undefined: not here yet. */
export const forms = signal<DeskForms | undefined>(undefined);
/** The form of a command, whatever the address calls it: an object has names of its own too. */
export const formOf = (command: string): CommandForm | undefined => {
  const commands = forms.value?.commands ?? {};
  return Object.keys(commands).indexOf(command) >= 0 ? commands[command] : undefined;
};
/** Why they did not come. */
export const formsFault = signal('');

/** Fetches them once; to be called by whatever shows a form. Never throws. */
export const loadForms = async (): Promise<void> => {
  if (forms.value !== undefined) return;
  formsFault.value = '';
  try {
    const answer = await fetch(config().files.forms);
    if (!answer.ok) throw new Error(String(answer.status));
    forms.value = (await answer.json()) as DeskForms;
  } catch {
    formsFault.value = '表单没有取到。请检查网络后再试。';
  }
};
