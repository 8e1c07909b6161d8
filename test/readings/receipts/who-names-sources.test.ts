import { describe, expect, it } from 'vitest';
import { at, chief, liaison, officer } from '../../support/case-file.ts';
import { open } from '../given.ts';

describe('who names the source of a case', () => {
  const opened = (bureau: string, kind: string, by = liaison) => {
    try {
      open({
        bureau,
        level: bureau === 'leizhou' ? 'red' : 'larger',
        by,
        sources: [{ kind, receivedAt: at('03-02 09:50') }],
      });
      return 'done';
    } catch (error) {
      return (error as { actual?: { code: string } }).actual?.code;
    }
  };
  it('a unit what it has found itself; a superior’s paper who enters sources', () => {
    expect(opened('leizhou', 'unit-found')).toBe('done');
    for (const kind of ['zhanjiang-assigned', 'zhanjiang-prompted', 'superior-instruction'])
      expect([opened('leizhou', kind), opened('leizhou', kind, officer)]).toEqual([
        'ROLE_NOT_ALLOWED',
        'done',
      ]);
    const welfare = { ...liaison, unit: 'welfareHome' };
    expect(opened('yinzhou', 'netizen', welfare)).toBe('done');
    expect(opened('yinzhou', 'cyberspace-prompted', welfare)).toBe('ROLE_NOT_ALLOWED');
    expect(opened('petition', 'department', { ...liaison, unit: 'visits' })).toBe('ROLE_NOT_ALLOWED');
    expect(opened('petition', 'department', chief)).toBe('done');
  });
});
