import type {
  CommandForm,
  DeskForms,
  FormChoice,
  FormField,
} from '../../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import { type Values, wordsIn } from '../values.ts';

// Of a list that has everybody, those who may be meant where it is asked.

type Forms = Pick<DeskForms, 'leaders' | 'askable' | 'bodies'>;
/** Which units have the case. */
type Open = Pick<CaseReply, 'unit' | 'units'>;
type Form = Pick<CommandForm, 'type' | 'givers'>;

/** Who carries out a 批示 is a post of the bureau that reports; who agreed from outside is a body whose word the action is. */
export const meantIn = (
  { type }: Form,
  { name }: FormField,
  { askable, bodies }: Forms,
  values: Values,
): readonly string[] | undefined => {
  if (type === 'RecordInstruction' && name === 'role') return askable;
  if (type === 'RecordAction' && name === 'body') return bodies[wordsIn(values.action)];
  return undefined;
};

/** The posts of whom somebody is entered as having done it, by name: a 批示 of the bureau is a leader's, whoever may record it. */
export const giversOf = (
  { type, givers }: Form,
  { leaders }: Forms,
  posts: readonly FormChoice[],
): readonly string[] =>
  type === 'RecordInstruction'
    ? posts.filter(({ id }) => leaders.indexOf(id) >= 0).map(({ name }) => name)
    : givers.flatMap(({ roles }) => roles);

const OUTSIDE = '外单位意见';
const APPROVALS = '审定、同意';
const OTHERS = '办理、处置';
/** Two dozen actions, by what they are: what one does, what is approved, what others outside say. */
export const actionsByKind = (
  actions: readonly FormChoice[],
  { approvals, bodies }: Pick<DeskForms, 'approvals' | 'bodies'>,
): FormChoice[] => {
  const groupOf = ({ id }: FormChoice): string => {
    if (bodies[id] !== undefined) return OUTSIDE;
    return approvals.indexOf(id) >= 0 ? APPROVALS : OTHERS;
  };
  return [OTHERS, APPROVALS, OUTSIDE].flatMap((group) =>
    actions.filter((action) => groupOf(action) === group).map((action) => ({ ...action, group })),
  );
};

/** The units that a case has already, which it cannot be handed to once more; undefined: the field asks for no unit that gets it. */
export const unitsWithout = (
  { type }: Pick<Form, 'type'>,
  { name }: FormField,
  values: Values,
  { unit, units }: Open,
): readonly string[] | undefined => {
  const lead = unit === null ? [] : [unit.id];
  // A 会办 may lead instead of the 主办; who has the case already joins in no more.
  if (type === 'AssignUnit' && name === 'unit')
    return wordsIn(values.part) === 'joint' ? units.map((each) => each.unit.id) : lead;
  return type === 'DecideReturn' && name === 'to' ? lead : undefined;
};
