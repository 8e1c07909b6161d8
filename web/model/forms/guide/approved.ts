import type { CommandForm, DeskForms } from '../../../../shared/contracts/desk/forms.ts';
import { type Values, wordsIn } from '../values.ts';

const TEXT = 'text';

/** What stands at 所审定的标题 while it is empty: an approval of no text in particular lets any out. Field → words. */
export const approvedText = (
  { type }: Pick<CommandForm, 'type'>,
  values: Values,
  { approvesText }: Pick<DeskForms, 'approvesText'>,
): Readonly<Record<string, string>> =>
  type === 'RecordAction' &&
  approvesText.indexOf(wordsIn(values.action)) >= 0 &&
  wordsIn(values[TEXT]).trim() === ''
    ? { [TEXT]: '请写明审定的是哪一份：不写标题的，此后发布的任何一份都视为已经审定' }
    : {};
