import { describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { choicesIn } from '../../../web/model/forms/case-lists.ts';
import { shownFields } from '../../../web/model/forms/guide/shown-fields.ts';
import { openingFields } from '../../../web/model/forms/opening.ts';
import { BUREAUS, formsIn, NOW } from './bureau-forms.ts';

// 代录 and 更正时点: nothing asked for twice, nobody offered who could not have done it, each instant said which it is.

describe.each(BUREAUS)('at %s', (bureau) => {
  const forms = formsIn(bureau);
  it('an approval that is entered for another asks for its title once', () => {
    const { fields } = forms.commands.RecordAction!;
    const shown = shownFields(forms, 'RecordAction', fields, {});
    const inside = shown.find(({ name }) => name === 'onBehalf')!.fields!.map(({ name }) => name);
    expect(inside).toEqual(expect.arrayContaining(['person', 'channel', 'at']));
    expect(inside).not.toContain('text');
    expect(shown.map(({ name }) => name)).toContain('text');
  });
  it('an instant that is chosen says which it is, as the opening does', () => {
    const { fields } = forms.commands.CorrectInstant!;
    const about = (instant: string): string =>
      shownFields(forms, 'CorrectInstant', fields, { instant }).find(({ name }) => name === 'instant')
        ?.about ?? '';
    for (const { id } of forms.lists.correctedInstant!) expect(about(id), id).toMatch(/^指/);
    expect(about('occurredAt')).not.toBe(about('publishedAt'));
    const asked = openingFields(forms, 'call').find(({ name }) => name === 'instants.occurredAt');
    expect(asked?.about).toContain(about('occurredAt'));
  });
});

describe('in whose name something is entered', () => {
  const roster = {
    unitHead: [
      { id: 'a', name: '甲', unit: 'food', mobile: '', available: true },
      { id: 'b', name: '乙', unit: 'drug', mobile: '', available: true },
    ],
    deputyLeader: [{ id: 'c', name: '丙', mobile: '', available: true }],
  };
  const posts = [
    { id: 'unitHead', name: '股室负责人' },
    { id: 'deputyLeader', name: '分管局领导' },
  ];
  const offered = (unit: string | null, givers?: string[]): string[] =>
    choicesIn('people', {
      ...{
        case: {
          unit: unit === null ? null : { id: unit, name: unit },
          units: unit === null ? [] : [{ unit: { id: unit, name: unit }, part: 'lead' }],
        } as unknown as CaseReply,
      },
      ...{ log: [], posts, approvals: [], roster: roster as never, items: [], values: {}, now: NOW },
      ...(givers !== undefined && { givers }),
    }).map(({ id }) => id);

  it('is whoever may do it, of a unit only the case’s own', () => {
    expect(offered('food', ['股室负责人', '分管局领导'])).toEqual(['a', 'c']);
    expect(offered('food', ['分管局领导'])).toEqual(['c']);
    expect(offered(null, ['股室负责人'])).toEqual(['a', 'b']);
  });
  it('is anybody, where nobody in the roster may', () => {
    expect(offered('food', ['局长'])).toEqual(['a', 'b', 'c']);
    expect(offered('food')).toEqual(['a', 'c']);
  });
});
