import type { DeskForms, FormField } from '../../../../shared/contracts/desk/forms.ts';
import { manyIn, NONE, type Values, wordsIn } from '../values.ts';

// A decision whether to report is one choice, to whom or not at all; what is written beside it is what belongs to the choice.

const TO = {
  title: '上报给谁，或者不上报',
  about: '选报给哪些单位，或者只选“不上报”；只在下面写，不算作了选择',
};

/** What the free text is, by what has been chosen. */
const outcomeTitle = (to: readonly string[]): string => {
  if (to.length === 0) return '决定内容和理由';
  return to.indexOf(NONE) >= 0 ? '不上报的理由' : '上报的内容和要求';
};

/** The fields of a decision, as what stands in them has them; of any other act as they are. */
export const decisionFields = (
  { reported }: Pick<DeskForms, 'reported'>,
  type: string,
  fields: readonly FormField[],
  values: Values,
): readonly FormField[] => {
  if (type !== 'RecordDecision') return fields;
  const isReported = reported.indexOf(wordsIn(values.decision)) >= 0;
  return fields.map((field): FormField => {
    if (field.name === 'to') return isReported ? { ...field, ...TO } : { ...field, folded: true };
    if (field.name === 'outcome' && isReported) return { ...field, title: outcomeTitle(manyIn(values.to)) };
    return field;
  });
};
