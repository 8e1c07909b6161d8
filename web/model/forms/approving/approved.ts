import type { CommandForm, DeskForms } from '../../../../shared/contracts/desk/forms.ts';
import { type Values, wordsIn } from '../values.ts';

const TITLE = 'text';
/** Where the words themselves go; where a paper's number may be written. */
const WORDS = 'body';
const NOTE = 'note';

/**
 * What is still to be said of an approval of a text or a paper: field → words. At its title while that is empty, since an approval of no
 * text in particular lets nothing out but what names it; then at the text, which the title only names.
 */
export const approvedText = (
  { type }: Pick<CommandForm, 'type'>,
  values: Values,
  { approvesText }: Pick<DeskForms, 'approvesText'>,
): Readonly<Record<string, string>> => {
  if (type !== 'RecordAction' || approvesText.indexOf(wordsIn(values.action)) < 0) return {};
  const isThere = (name: string): boolean => wordsIn(values[name]).trim() !== '';
  if (!isThere(TITLE))
    return { [TITLE]: '请写明审定的是哪一份：不写标题的，发布时须点名选这一条审定记录，文书则不能据以制发' };
  return isThere(WORDS) || isThere(NOTE)
    ? {}
    : { [WORDS]: '审定的是全文，标题只说明是哪一份：请贴全文，或在“办理情况”写明纸质件的文号' };
};
