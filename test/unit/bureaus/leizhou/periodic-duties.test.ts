import { describe, expect, it } from 'vitest';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, head, officer } from '../../../support/case-file.ts';
import { opened } from './opened.ts';

describe('periodic duties (register X30)', () => {
  const source = { sources: [{ kind: 'monitored' }] };
  const bulletin: CaseCommand = {
    type: 'IssueDocument',
    document: 'bulletin',
    fields: Object.fromEntries(
      leizhou.documents.find(({ id }) => id === 'bulletin')!.fields.map((field) => [field, '无']),
    ),
  };

  it('have no period of ours: without the bureau’s they are listed and say what is missing', () => {
    const file = opened('periodic', head, source);
    expect(file.duty('bulletin')).toMatchObject({
      status: 'listed',
      next: null,
      reason: '办法没有规定周期,须由本局填写“舆情定期报告周期”',
    });
    expect(file.duty('supervisionCircular')?.reason).toContain('督查督办定时通报周期');
  });

  it.each([
    ['04-08 23:59:59', 'fulfilled'],
    ['04-09 00:00', 'fulfilled'],
    ['04-09 00:00:01', 'fulfilledLate'],
  ])('run by the bureau’s own: the bulletin of %s is %s', (when, outcome) => {
    const file = opened('periodic', head, source, withSettings(leizhou, { bulletinEvery: 'P1W' }));
    file.give(when, officer, bulletin);
    expect(file.duty('bulletin')?.history[0]).toMatchObject({ due: at('04-09 00:00'), outcome });
    expect(file.due('bulletin')).toBe(at('04-16 00:00'));
    expect(file.duty('supervisionCircular')?.status).toBe('listed');
  });

  it('end with the matter alone', () => {
    const file = opened('periodic', head, source, withSettings(leizhou, { circularEvery: 'P30D' }));
    file.give('04-20 09:00', head, {
      type: 'FileReport',
      kind: 'circular',
      form: 'written',
      to: ['unitHead'],
    });
    // From 04-01 the second thirty days end on Sunday 05-31: with Monday 06-01.
    expect(file.due('supervisionCircular')).toBe(at('06-02 00:00'));
    file.give('05-02 09:00', head, { type: 'Conclude', summary: '年度更换,另开新案' });
    expect(file.schedule().duties.flatMap(({ next }) => next ?? [])).toEqual([]);
  });
});
