import { describe, expect, it } from 'vitest';
import type { CommandForm } from '../../../../shared/contracts/desk/forms.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { shownFields } from '../../../../web/model/forms/guide/shown-fields.ts';
import { actionsByKind, giversOf, meantIn } from '../../../../web/model/forms/guide/who.ts';
import { BUREAUS, formsIn } from '../bureau-forms.ts';

// A form asks for what is wanted of just this act, once, and offers nobody who cannot be meant.

describe.each(BUREAUS)('at %s', (bureau) => {
  const forms = formsIn(bureau);
  const regulation = regulations[bureau]!;
  const named = (form: CommandForm, values: object, incomplete: object[] = []): string[] =>
    shownFields({ ...forms, incomplete: incomplete as never }, form.type, form.fields, values as never).map(
      ({ name }) => name,
    );

  it('what an act lacks alone is asked for, unfolded, before one is chosen nothing', () => {
    const form = forms.commands.CompleteAct!;
    const [lack = '', wanted = []] = Object.entries(forms.lackedIn)[0]!;
    const incomplete = [
      { act: 4, missing: [lack] },
      { act: 7, missing: ['报告要素甲'] },
    ];
    expect(named(form, {}, incomplete)).toEqual(['act']);
    expect(named(form, { act: '4' }, incomplete).sort()).toEqual(['act', ...wanted].sort());
    expect(named(form, { act: '7' }, incomplete)).toEqual(['act', 'fields']);
    const shown = shownFields({ ...forms, incomplete }, form.type, form.fields, { act: '7' });
    expect(shown.some(({ folded }) => folded)).toBe(false);
  });

  it('when a 批示 was given is asked once', () => {
    const form = forms.commands.RecordInstruction!;
    const own = { from: 'bureau' };
    const others = { ...own, onBehalf: { person: 'p-1' } };
    expect(named(form, own)).toContain('madeAt');
    expect(named(form, others)).not.toContain('madeAt');
    const at = shownFields(forms, form.type, form.fields, others)
      .find(({ name }) => name === 'onBehalf')!
      .fields!.find(({ name }) => name === 'at')!;
    expect(at).toMatchObject({ title: '什么时候批示的', required: true });
  });

  it('a 批示 is a leader’s, and asks a post of the bureau', () => {
    const form = forms.commands.RecordInstruction!;
    const kinds = new Map(regulation.roles.map(({ id, kind }) => [id, kind]));
    const asked = meantIn(form, { name: 'role' } as never, forms, {})!;
    expect(asked).toEqual(expect.arrayContaining(['officeHead', 'unitHead']));
    expect(asked.map((id) => kinds.get(id))).toEqual(asked.map(() => 'internal'));
    expect(asked).not.toContain('operator');
    const givers = giversOf(form, forms, forms.lists.receiver!);
    const nameOf = (id: string) => regulation.roles.find((role) => role.id === id)!.name;
    expect(givers).toContain(nameOf('chiefLeader'));
    expect(givers).not.toContain(nameOf('dutyOfficer'));
  });

  it('what somebody outside has to say is asked for where the action is his word', () => {
    const form = forms.commands.RecordAction!;
    for (const { id, bodies } of regulation.actions)
      expect(named(form, { action: id }).includes('outside'), id).toBe(bodies !== undefined);
    expect(named(form, {})).not.toContain('outside');
  });

  it('all actions are there to be chosen, by what they are', () => {
    const listed = forms.lists.action!;
    const grouped = actionsByKind(listed, forms);
    expect(grouped.map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort());
    for (const { id, approval } of regulation.actions) {
      const { group } = grouped.find((each) => each.id === id)!;
      if (approval === 'outside') expect(group, id).toBe('外单位意见');
      else if (approval !== undefined) expect(group, id).toBe('审定、同意');
    }
  });

  it('a body outside is one whose word the action is', () => {
    const form = forms.commands.RecordAction!;
    const bodies = (action: string) => meantIn(form, { name: 'body' } as never, forms, { action });
    for (const { id, bodies: theirs } of regulation.actions) expect(bodies(id), id).toEqual(theirs);
    const other = forms.commands.RecordInstruction!;
    expect(meantIn(other, { name: 'text' } as never, forms, {})).toBeUndefined();
  });
});
