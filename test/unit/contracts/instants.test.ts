import { describe, expect, it } from 'vitest';
import { InstantInput, readInstant, readMoment, ZONE } from '../../../shared/contracts/instants.ts';

const read = (value: string | number) => readInstant(value, ZONE);
const eight = '2026-03-02T00:00:00.000Z';

describe('an instant as feeds and people write it', () => {
  it.each<[string, string | number]>([
    ['ISO with Z', '2026-03-02T00:00:00Z'],
    ['ISO with a small z', '2026-03-02T00:00:00z'],
    ['ISO with the offset of Beijing', '2026-03-02T08:00:00+08:00'],
    ['ISO with an offset without a colon', '2026-03-02T08:00:00+0800'],
    ['an offset of hours only, as PostgreSQL writes it', '2026-03-02 00:00:00+00'],
    ['an offset west of Greenwich', '2026-03-01T19:00:00-05:00'],
    ['an offset after a space-separated time', '2026-03-02 08:00:00+08:00'],
    ['ISO without a zone, which is Beijing time', '2026-03-02T08:00:00'],
    ['a space instead of the T', '2026-03-02 08:00:00'],
    ['two spaces', '2026-03-02  08:00'],
    ['minutes only', '2026-03-02 08:00'],
    ['slashes', '2026/03/02 08:00:00'],
    ['slashes without leading zeros', '2026/3/2 8:00'],
    ['dashes without leading zeros', '2026-3-2 8:00'],
    ['slashes with an offset', '2026/03/02 08:00:00+08:00'],
    ['blanks around it', '  2026-03-02 08:00  '],
    ['epoch seconds', 1772409600],
    ['epoch milliseconds', 1772409600000],
    ['epoch seconds as digits', '1772409600'],
    ['epoch milliseconds as digits', ' 1772409600000 '],
  ])('reads %s', (_, value) => {
    expect(read(value)).toBe(eight);
  });

  it('takes a date alone for no instant: nobody wrote the midnight', () => {
    for (const day of ['2026-03-02', '2026/3/2', '20260302']) {
      expect(read(day)).toBeUndefined();
      expect(readMoment(day, ZONE)).toEqual({ at: '2026-03-02T16:00:00.000Z', dateOnly: true });
    }
  });

  it('takes 24:00 for the beginning of the next day', () => {
    for (const end of ['2026-03-01 24:00', '2026-03-01T24:00:00+08:00', '2026/3/1 24:00'])
      expect(read(end)).toBe('2026-03-01T16:00:00.000Z');
    expect(read('2026-03-01 24:01')).toBeUndefined();
  });

  it('keeps what it cannot read, as it was written', () => {
    for (const said of ['昨天', '2026-03', '2026-02-30'])
      expect(readMoment(said, ZONE)).toEqual({ text: said });
  });

  it('keeps milliseconds and fractions of epoch seconds', () => {
    expect(read('2026-03-02T08:00:00.123+08:00')).toBe('2026-03-02T00:00:00.123Z');
    expect(read(1772409600.5)).toBe('2026-03-02T00:00:00.500Z');
  });

  it('reads text without a zone in the zone it is given', () => {
    expect(readInstant('2026-03-02 08:00', 'UTC')).toBe('2026-03-02T08:00:00.000Z');
  });

  it.each<[string, string | number]>([
    ['the 30th of February', '2026-02-30'],
    ['the 30th of February with a zone', '2026-02-30T08:00:00+08:00'],
    ['the 29th of February of a common year', '2026-02-29'],
    ['a thirteenth month', '2026-13-01'],
    ['25 o’clock', '2026-03-02 25:00'],
    ['a sixtieth minute', '2026-03-02 08:60'],
    ['an impossible offset', '2026-03-02T08:00:00+25:00'],
    ['a named zone, which would be passed over', '2026-03-02T08:00:00+00:00[UTC]'],
    ['a named zone without an offset', '2026-03-02T08:00:00[America/New_York]'],
    ['a year before 2000', '1999-12-31 23:59:59'],
    ['a year after 2099', '2100-01-02'],
    ['epoch zero', 0],
    ['a negative number', -1772409600],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['nothing', ''],
    ['blanks', '   '],
    ['a word', '昨天'],
    ['full-width digits', '２０２６-０３-０２'],
    ['full-width digits of an epoch', '１７７２４０９６００'],
    ['Chinese year, month and day', '2026年3月2日'],
    ['twelve digits of a date and time', '202603020800'],
    ['a time without a date', '08:00'],
    ['a year and month', '2026-03'],
    ['words after the date', '2026-03-02 08:00 左右'],
  ])('does not read %s', (_, value) => {
    expect(read(value)).toBeUndefined();
  });

  it('reads the leap day of a leap year', () => {
    expect(read('2028-02-29 08:00')).toBe('2028-02-29T00:00:00.000Z');
  });

  it('ends at the edges of 2000 and 2099 in UTC', () => {
    expect(read('1999-12-31T23:59:59Z')).toBeUndefined();
    expect(read('2000-01-01T00:00:00Z')).toBe('2000-01-01T00:00:00.000Z');
    expect(read('2099-12-31T23:59:59Z')).toBe('2099-12-31T23:59:59.000Z');
    expect(read('2100-01-01T00:00:00Z')).toBeUndefined();
  });

  it('takes a number below 10¹¹ for seconds and one above for milliseconds', () => {
    expect(read(99_999_999_999)).toBeUndefined();
    expect(read(100_000_000_000)).toBeUndefined();
    expect(read(946_684_800)).toBe('2000-01-01T00:00:00.000Z');
    expect(read(946_684_800_000)).toBe('2000-01-01T00:00:00.000Z');
  });
});

describe('the instant of a command', () => {
  it('becomes an instant, or an issue in plain Chinese', () => {
    expect(InstantInput.parse('2026-03-02 08:00')).toBe(eight);
    const refused = InstantInput.safeParse('2026-02-30');
    expect(refused.error?.issues[0]?.message).toContain('不是有效的日期时间');
  });

  it.each(['1970-01-01T00:00:00+08:00', '1970-01-01', '2126-03-02 08:00', 0])(
    '%s is told that its year cannot be meant',
    (value) => {
      const refused = InstantInput.safeParse(value);
      expect(refused.error?.issues[0]?.message).toBe('年份须在2000年至2099年之间，请核对年份');
    },
  );

  it('is text or a number and nothing else', () => {
    expect(InstantInput.safeParse(null).success).toBe(false);
    expect(InstantInput.safeParse({}).success).toBe(false);
  });
});
