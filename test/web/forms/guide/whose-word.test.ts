import { describe, expect, it } from 'vitest';
import { forAnother } from '../../../../web/model/forms/guide/for-another.ts';
import { formsIn } from '../bureau-forms.ts';

describe('who may act only for another', () => {
  const form = formsIn('nanning').commands.RecordAction!;
  const both = { itself: true, forAnother: true };
  it('is told that nobody is asked about a 批示 of the bureau’s leaders that names none', () => {
    const instruct = formsIn('leizhou').commands.RecordInstruction!;
    const own = { from: 'bureau' };
    expect(forAnother(instruct, own, both, null).onBehalf).toContain('不请人确认');
    expect(forAnother(instruct, { from: 'superior' }, both, null)).toEqual({});
    expect(forAnother(instruct, { ...own, onBehalf: { person: 'p' } }, both, null)).toEqual({});
    expect(forAnother(instruct, own, { itself: true, forAnother: false }, null)).toEqual({});
    expect(instruct.fields.find(({ name }) => name === 'onBehalf')).toMatchObject({
      title: '哪位本局领导批示的',
    });
    expect(instruct.fields.find(({ name }) => name === 'onBehalf')).not.toHaveProperty('folded');
  });

  it('is told so, by his post or by the refusal; others are not', () => {
    expect(forAnother(form, {}, both, { code: 'ROLE_NOT_ALLOWED' })).toHaveProperty('onBehalf');
    expect(forAnother(form, {}, both, { code: 'GROUP_HEAD_REQUIRED' })).toHaveProperty('onBehalf');
    expect(forAnother(form, {}, { ...both, itself: false }, null)).toHaveProperty('onBehalf');
    expect(forAnother(form, {}, both, { code: 'GATE_CLOSED' })).toEqual({});
    expect(forAnother(form, {}, { itself: false, forAnother: false }, null)).toEqual({});
    expect(forAnother(form, { onBehalf: { person: 'p' } }, { ...both, itself: false }, null)).toEqual({});
    expect(forAnother(formsIn('nanning').commands.AssignUnit!, {}, { ...both, itself: false }, null)).toEqual(
      {},
    );
  });
});
