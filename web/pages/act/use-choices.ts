import type { CommandForm, DeskForms, FormChoice, FormField } from '../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { now } from '../../api/clock.ts';
import { choicesIn } from '../../model/forms/case-lists.ts';
import { actionsByKind, giversOf, meantIn, unitsWithout } from '../../model/forms/guide/who.ts';
import { instantChoices } from '../../model/forms/instant-names.ts';
import { type Values, wordsIn } from '../../model/forms/values.ts';
import { useBeside } from './known.ts';

/** What a field may be, as the form stands: the bureau's list, what the contract gives, or what the case has. */
export const useChoices = (
  form: CommandForm,
  forms: DeskForms,
  open: CaseReply,
  carried: Record<string, unknown>,
) => {
  const { isKnown, ...beside } = useBeside(open, form.fields, carried);
  const choices =
    (values: Values) =>
    (field: FormField): readonly FormChoice[] => {
      if (field.of !== undefined) {
        const posts = forms.lists.receiver ?? [];
        const known = { givers: [...giversOf(form, forms, posts)], posts, approvals: forms.approvals };
        return choicesIn(field.of, { case: open, values, now: now.value, ...known, ...beside });
      }
      if (field.list === 'ratingLevel') return forms.ratings[wordsIn(values.scale)] ?? [];
      if (form.type === 'SetFlags' && field.name === 'remove') return open.flags;
      const listed = field.choices ?? forms.lists[field.list ?? ''] ?? [];
      const meant = meantIn(form, field, forms, values);
      if (meant !== undefined) return listed.filter(({ id }) => meant.indexOf(id) >= 0);
      const has = unitsWithout(form, field, values, open);
      if (has !== undefined) return listed.filter(({ id }) => has.indexOf(id) < 0);
      if (form.type === 'RecordAction' && field.list === 'action') return actionsByKind(listed, forms);
      return field.list === 'correctedInstant' ? instantChoices(listed, open, now.value) : listed;
    };
  return { choices, isKnown };
};
