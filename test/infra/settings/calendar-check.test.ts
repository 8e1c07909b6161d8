import { describe, expect, it } from 'vitest';
import { missingLists } from '../../../infra/settings/calendar-check.ts';

const knownUntil = (last: number) => (year: number) => year <= last;

describe('the check of the holiday lists before a deployment', () => {
  it('says nothing while this year and the next have a list', () => {
    expect(missingLists('2026-12-31', knownUntil(2027))).toBe('');
  });

  it.each([
    ['2026-01-01', '距2027年还有365天'],
    ['2026-11-28', '距2027年还有34天'],
    ['2026-12-31', '距2027年还有1天'],
    ['2027-01-01', '2027年已经开始'],
    ['2027-12-31', '2027年已经开始'],
  ])('on %s says how far a missing 2027 is away: %s', (today, far) => {
    expect(missingLists(today, knownUntil(2026))).toContain(`年的放假安排(${far})。`);
  });

  it('names this year first when both are missing, and when only the next has a list', () => {
    expect(missingLists('2027-03-01', knownUntil(2026))).toContain('缺少2027年、2028年的放假安排');
    expect(missingLists('2027-03-01', (year) => year === 2028)).toContain('缺少2027年的放假安排');
  });

  it('tells the year, what it means, and the file with an example', () => {
    const message = missingLists('2026-11-01', knownUntil(2026));
    expect(message).toContain('缺少2027年的放假安排');
    expect(message).toContain('规定的13天按休息日计算');
    expect(message).toContain('只是暂定(待放假通知),不会自行逾期');
    expect(message).toContain('shared/time/calendar-overrides.json');
    expect(message).toContain('"year": 2027');
  });

  it('shows an example that cannot be pasted as a whole list', () => {
    const example = /\{.*\}/.exec(missingLists('2026-11-01', knownUntil(2026)))![0];
    expect(() => JSON.parse(example)).toThrow();
  });
});
