import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { approvedText } from '../../../../web/model/forms/approving/approved.ts';
import { BUREAUS, formsIn } from '../bureau-forms.ts';

describe.each(BUREAUS)('what an approval approves in %s', (bureau) => {
  const forms = formsIn(bureau);
  const form = forms.commands.RecordAction!;
  const { actions } = regulations[bureau]!;
  it('is asked for of each that is of a text or a paper, its title first, then its words or the number of its paper, and of nothing else', () => {
    for (const { id, approval } of actions) {
      const isOfText = approval === 'text' || approval === 'paper';
      expect(Object.keys(approvedText(form, { action: id }, forms)), id).toEqual(isOfText ? ['text'] : []);
      expect(Object.keys(approvedText(form, { action: id, text: ' ' }, forms))).toEqual(
        isOfText ? ['text'] : [],
      );
      const named = { action: id, text: '情况通报' };
      expect(Object.keys(approvedText(form, named, forms)), id).toEqual(isOfText ? ['body'] : []);
      expect(approvedText(form, { ...named, body: '全文如下' }, forms)).toEqual({});
      expect(approvedText(form, { ...named, note: '政办〔2026〕3号' }, forms)).toEqual({});
    }
    expect(approvedText(form, {}, forms)).toEqual({});
    expect(approvedText(forms.commands.RecordDecision!, { action: forms.approvesText[0]! }, forms)).toEqual(
      {},
    );
    expect(forms.approvesText.length).toBeGreaterThan(0);
    expect(form.fields.some(({ name }) => name === 'text')).toBe(true);
  });
});
