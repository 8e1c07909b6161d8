import { describe, expect, it } from 'vitest';
import { shownFields } from '../../../../web/model/forms/guide/shown-fields.ts';
import { unitsWithout } from '../../../../web/model/forms/guide/who.ts';
import { titleOf } from '../../../../web/model/forms/titles.ts';
import { BUREAUS, formsIn } from '../bureau-forms.ts';

// What the forms about the units of a case ask, and of which units.

const food = { id: 'food', name: '食品安全监管股' };
const drugs = { id: 'drugs', name: '药械监管股' };
const OPEN = { unit: food, units: [{ unit: food }, { unit: drugs }] } as never;

describe.each(BUREAUS)('at %s', (bureau) => {
  const forms = formsIn(bureau);
  const { AssignUnit, DecideReturn, WithdrawUnit } = forms.commands;
  const shown = (values: object) =>
    shownFields({ ...forms, leadReturns: [9] }, 'DecideReturn', DecideReturn!.fields, values as never);
  const names = (values: object): string[] => shown(values).map(({ name }) => name);
  const required = (values: object): string[] =>
    shown(values).flatMap(({ name, required: is }) => (is ? [name] : []));

  it('who is to have the case is asked where it is the 主办 that goes, and the reason where it stays', () => {
    expect(names({ act: '9' })).not.toContain('to');
    expect(required({ act: '9', agree: 'yes' })).toContain('to');
    expect(names({ act: '8', agree: 'yes' })).not.toContain('to');
    expect(names({ act: '9', agree: 'no' })).not.toContain('to');
    expect(required({ act: '9', agree: 'no' })).toContain('reason');
    expect(required({ act: '8', agree: 'yes' })).not.toContain('reason');
  });

  it('no unit gets a case that it has as it is; of the 会办 one leaves', () => {
    const of = (form: typeof AssignUnit, name: string, values = {}) =>
      unitsWithout(form!, { name } as never, values, OPEN);
    expect(of(AssignUnit, 'unit')).toEqual(['food']);
    expect(of(AssignUnit, 'unit', { part: 'joint' })).toEqual(['food', 'drugs']);
    expect(of(DecideReturn, 'to')).toEqual(['food']);
    expect(of(AssignUnit, 'note')).toBeUndefined();
    expect(WithdrawUnit!.fields.find(({ name }) => name === 'unit')?.of).toBe('jointUnits');
  });

  it('the heading says for what it was begun, and as what the unit gets the case is no small print then', () => {
    const title = (start: object) => titleOf(AssignUnit!, start as never, forms);
    expect([title({}), title({ part: 'joint' }), title({ part: 'lead' })]).toEqual([
      '转办',
      '增加会办',
      '改转',
    ]);
    const part = (values: object) =>
      shownFields(forms, 'AssignUnit', AssignUnit!.fields, values as never).find(
        ({ name }) => name === 'part',
      );
    expect(part({})?.folded).toBe(true);
    expect(part({ part: 'joint' })?.folded).toBeUndefined();
  });

  it('knows the posts of which each unit has its own', () => {
    expect(forms.unitPosts).toContain('unitLiaison');
    expect(forms.unitPosts).not.toContain('officeHead');
  });
});
