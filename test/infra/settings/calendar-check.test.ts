import { describe, expect, it } from 'vitest';
import { calendarFaults, WARN_DAYS } from '../../../infra/settings/calendar-check.ts';

const knownUntil = (last: number) => (year: number) => year <= last;

describe('the check of the holiday lists before a deployment', () => {
  it('says nothing while this year and the next have a list', () => {
    expect(calendarFaults('2026-12-31', knownUntil(2027))).toEqual({
      missingYear: null,
      daysLeft: null,
      refuse: false,
      message: '',
    });
  });

  it.each([
    ['2026-01-01', 365, false],
    ['2026-11-01', WARN_DAYS + 1, false],
    ['2026-11-02', WARN_DAYS, true],
    ['2026-11-03', WARN_DAYS - 1, true],
    ['2026-12-31', 1, true],
  ])('on %s a missing 2027 is %i days away; refused: %s', (today, daysLeft, refuse) => {
    expect(calendarFaults(today, knownUntil(2026))).toMatchObject({ missingYear: 2027, daysLeft, refuse });
  });

  it('refuses while the year without a list is under way, however long ago it began', () => {
    expect(calendarFaults('2027-01-01', knownUntil(2026))).toMatchObject({
      missingYear: 2027,
      daysLeft: 0,
      refuse: true,
    });
    expect(calendarFaults('2027-12-31', knownUntil(2026))).toMatchObject({ daysLeft: -364, refuse: true });
  });

  it('names this year first when both are missing, and when only the next has a list', () => {
    expect(calendarFaults('2027-03-01', knownUntil(2026)).message).toContain('2027年、2028年');
    expect(calendarFaults('2027-03-01', (year) => year === 2028)).toMatchObject({
      missingYear: 2027,
      refuse: true,
    });
  });

  it('tells the year, what it means, and the file with an example', () => {
    const { message } = calendarFaults('2026-11-01', knownUntil(2026));
    expect(message).toContain('缺少2027年的放假安排');
    expect(message).toContain('还有61天');
    expect(message).toContain('每一天都按工作日计算');
    expect(message).toContain('shared/time/calendar-overrides.json');
    expect(message).toContain('"year": 2027');
    expect(message).toContain('开始前60天起仍未填写,将不能部署');
    expect(calendarFaults('2026-11-02', knownUntil(2026)).message).toContain('不能部署');
  });

  it('shows an example that cannot be pasted as a whole list', () => {
    const { message } = calendarFaults('2026-11-01', knownUntil(2026));
    const example = /\{.*\}/.exec(message)![0];
    expect(() => JSON.parse(example)).toThrow();
  });
});
