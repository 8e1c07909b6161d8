import type { CommandForm, DeskForms, FormField } from '../../../../shared/contracts/desk/forms.ts';
import { meaningOf } from '../instant-names.ts';
import { groupIn, manyIn, NONE, type Values, wordsIn } from '../values.ts';

// The fields of a form as what stands in it has them.

/** What of a bureau's forms they go by. */
type Needed = Pick<DeskForms, 'reported' | 'spoken' | 'lackedIn' | 'bodies'>;
type As = (field: FormField, values: Values, forms: Needed) => FormField;
/** What acts of the case lack, by the words of the regulation. */
type Incomplete = readonly { act: number; missing: readonly string[] }[];

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

const decided: As = (field, values, { reported }) => {
  const isReported = reported.indexOf(wordsIn(values.decision)) >= 0;
  if (field.name === 'to') return isReported ? { ...field, ...TO } : { ...field, folded: true };
  if (field.name === 'outcome' && isReported) return { ...field, title: outcomeTitle(manyIn(values.to)) };
  return field;
};

/** An instant says which it is: 舆情发生 and 最早公开时间 are two. */
const corrected: As = (field, values) => {
  const about = field.name === 'instant' ? meaningOf(wordsIn(values.instant)) : '';
  return about === '' ? field : { ...field, about };
};

/** What the act has a field for is not asked for once more at 替别人录入. */
const approved: As = (field) =>
  field.name === 'onBehalf'
    ? { ...field, fields: (field.fields ?? []).filter(({ name }) => name !== 'text') }
    : field;

/** A report by telephone has somebody who took it and its number there; one on paper its own number, and is spoken to nobody. */
const reported: As = (field, values, { spoken }) => {
  const form = wordsIn(values.form);
  if (form === '') return field;
  const isSpoken = spoken.indexOf(form) >= 0;
  if (field.name === 'reference') return { ...field, title: isSpoken ? '对方记录编号' : '文号' };
  return field.name === 'post' && !isSpoken ? { ...field, folded: true } : field;
};

/** Whether it is a report that somebody is told, as far as is known: whoever writes one rings nobody. */
export const isByWord = (
  { type }: Pick<CommandForm, 'type'>,
  { form }: Values,
  { spoken }: Pick<DeskForms, 'spoken'>,
): boolean => type === 'FileReport' && (wordsIn(form) === '' || spoken.indexOf(wordsIn(form)) >= 0);

/** Of a 批示 that is entered for its leader, when he gave it is asked once, with him. */
const instructed: As = (field) =>
  field.name === 'onBehalf'
    ? {
        ...field,
        fields: (field.fields ?? []).map((each) =>
          each.name === 'at' ? { ...each, title: '什么时候批示的', required: true } : each,
        ),
      }
    : field;

/** As what a unit gets the case is said at once, where the form was opened for it. */
const handed: As = (field, values) => {
  const { folded: _, about: __, ...plain } = field;
  return field.name === 'part' && wordsIn(values.part) !== '' ? plain : field;
};

const AS: Readonly<Record<string, As>> = {
  AssignUnit: handed,
  RecordDecision: decided,
  CorrectInstant: corrected,
  RecordAction: approved,
  FileReport: reported,
  RecordInstruction: instructed,
};

/** Of all that an act may have, what the one that is chosen lacks: nobody looks for two fields among a dozen. */
const lackingIn = (
  { lackedIn, incomplete = [] }: Needed & { incomplete?: Incomplete },
  fields: readonly FormField[],
  values: Values,
): readonly FormField[] => {
  const missing = incomplete.find(({ act }) => String(act) === wordsIn(values.act))?.missing ?? [];
  // What is no part of an act in general is a field of its document.
  const wanted = ['act', ...missing.flatMap((name) => lackedIn[name] ?? ['fields'])];
  return fields.filter(({ name }) => wanted.indexOf(name) >= 0).map(({ folded: _, ...field }) => field);
};

/** What is decided of a 退回 of which unit: who is to have the case is asked where it is the 主办 that goes, the reason where it is to stay. */
const decidedIn = (leadReturns: readonly number[], fields: readonly FormField[], values: Values) => {
  const [agree, act] = [wordsIn(values.agree), wordsIn(values.act)];
  const isHandedOn = agree === 'yes' && leadReturns.some((each) => String(each) === act);
  return fields
    .filter(({ name }) => name !== 'to' || isHandedOn)
    .map((field): FormField => {
      const isWanted = field.name === 'to' || (field.name === 'reason' && agree === 'no');
      return isWanted ? { ...field, required: true } : field;
    });
};

/** Given by another, it was given when he gave it: asked once. */
const WHEN_HE_DID: readonly string[] = ['RecordInstruction', 'RecordAction', 'RecordDecision', 'StartPlan'];

/**
 * The fields of a command's form, as it is shown and sent while these values stand in it; `incomplete`: acts of its case; `leadReturns`:
 * the 退回 of its 主办, by their entries. */
export const shownFields = (
  forms: Needed & { incomplete?: Incomplete; leadReturns?: readonly number[] },
  type: string,
  fields: readonly FormField[],
  values: Values,
): readonly FormField[] => {
  if (type === 'CompleteAct') return lackingIn(forms, fields, values);
  if (type === 'DecideReturn') return decidedIn(forms.leadReturns ?? [], fields, values);
  const as = AS[type];
  const isAnothers = WHEN_HE_DID.indexOf(type) >= 0 && wordsIn(groupIn(values.onBehalf).person) !== '';
  const isInside = type === 'RecordAction' && forms.bodies[wordsIn(values.action)] === undefined;
  const gone = [...(isAnothers ? ['madeAt'] : []), ...(isInside ? ['outside'] : [])];
  const asked = gone.length === 0 ? fields : fields.filter(({ name }) => gone.indexOf(name) < 0);
  const shown = as === undefined ? asked : asked.map((field) => as(field, values, forms));
  const isSame = shown.length === fields.length && shown.every((field, index) => field === fields[index]);
  return isSame ? fields : shown;
};
