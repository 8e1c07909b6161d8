import { beforeAll, describe, expect, it } from 'vitest';
import { type Measured, measure, readRehearsals } from '../../../infra/cost/measure/measure.ts';
import { callsOf } from '../../../infra/cost/meter/usage.ts';
import type { Bill } from '../../../infra/cost/sheet/bill.ts';
import type { Deployed } from '../../../infra/cost/sheet/deployed.ts';
import { readOptions } from '../../../infra/cost/sheet/options.ts';
import { PRICE_FILE, readPrices } from '../../../infra/cost/sheet/prices.ts';
import { printSheet } from '../../../infra/cost/sheet/print-sheet.ts';
import { buildSheet, type Sheet } from '../../../infra/cost/sheet/sheet.ts';
import { loadDefinitions } from '../../../infra/local/definitions/load.ts';
import { FunctionName } from '../../../infra/settings/function-names.ts';
import { clockedLevels } from '../../../shared/regulations/lookup.ts';
import { leizhou } from '../../support/bureaus.ts';

const PLAYED = ['gateway-and-crash', 'nobody-answers', 'pushed-item-grows', 'secret'];
const ITEMS_PER_DAY = 48;
const levels = clockedLevels(leizhou);
const prices = readPrices(PRICE_FILE);
const deployed: Deployed = {
  sweepMinutes: 5,
  textMinutes: 1,
  megabytes: Object.fromEntries(FunctionName.options.map((name) => [name, 512])),
  standing: { secretMonth: 1, alarmMonth: 20, dashboardMonth: 1, keyMonth: 1 },
};

const measureOnce = async (): Promise<Measured> => {
  const all = readRehearsals('leizhou');
  const some = new Map(PLAYED.map((name) => [name, all.get(name)!]));
  const definitions = await loadDefinitions('leizhou');
  const { sweepMinutes } = deployed;
  return measure({ bureau: 'leizhou', definitions, sweepMinutes }, some, ITEMS_PER_DAY);
};
let measured: Measured;
const sheetFor = (...args: string[]): Sheet =>
  JSON.parse(JSON.stringify(buildSheet({ measured, deployed, prices, levels, options: readOptions(args) })));
const MIX = ['--mix', 'yellow=14', '--items', '1440'];

beforeAll(async () => {
  measured = await measureOnce();
});

/** Every amount once more, from the counts and the prices as they are printed. */
const recompute = ({ lines }: Bill, { items }: Sheet['prices']): number =>
  lines.reduce((sum, { item, count }) => {
    const priced = items[item];
    return priced === undefined ? sum : sum + (count * priced.price) / priced.per;
  }, 0);

describe('the counts', () => {
  it('come out exactly the same again', async () => {
    expect(await measureOnce()).toEqual(measured);
  });
  it('are of the case’s level in the end, with those before, and say when it was not closed', () => {
    const told = measured.cases.map(({ name, level, levels: all, isClosed }) => [name, level, all, isClosed]);
    expect(told).toEqual([
      ['gateway-and-crash', 'yellow', ['yellow'], true],
      ['nobody-answers', 'orange', ['orange'], false],
      ['pushed-item-grows', 'yellow', ['blue', 'yellow'], true],
      ['secret', 'yellow', ['yellow'], true],
    ]);
  });
  it('have a call for every schedule and every watch, and none of the sweeps', () => {
    for (const { usage } of measured.cases) {
      expect(usage.calls['schedule-duties']).toBeGreaterThan(0);
      expect(usage.calls['watch-case']).toBe(usage.calls['schedule-duties']);
      expect(usage.calls['sweep-cases']).toBeUndefined();
      // Each call of a task was a state entered.
      expect(usage.transitions).toBeGreaterThan(usage.calls['schedule-duties']!);
    }
  });
  it('have a request for every call of the desk and the intake', () => {
    for (const { usage } of measured.cases)
      expect(usage.requests).toBe((usage.calls['serve-desk'] ?? 0) + (usage.calls['intake-items'] ?? 0));
  });
  it('have for a secret case only the message that calls to the office', () => {
    expect(measured.cases.find(({ name }) => name === 'secret')!.usage.messages).toBe(43);
  });
  it('have one request for each routine item, no state machine, and the grouped messages', () => {
    const { usage } = measured.routineDay;
    expect(usage).toMatchObject({ requests: ITEMS_PER_DAY, transitions: 0 });
    expect(usage.calls['intake-items']).toBe(ITEMS_PER_DAY);
    expect(usage.messages).toBeGreaterThan(0);
    // The rest are the looks that send the digests.
    expect(callsOf(usage)).toBe(ITEMS_PER_DAY + (usage.calls['notify-people'] ?? 0));
  });
  it('of an idle sweep are one call and the record of it; an open case makes it read more', () => {
    expect(measured.idleSweep).toMatchObject({ calls: { 'sweep-cases': 1 }, writeUnits: 1, messages: 0 });
    for (const { perSweep } of measured.cases) expect(perSweep.readUnits).toBeGreaterThan(0);
  });
});

describe('the money', () => {
  it('is counts times prices, everywhere', () => {
    const sheet = sheetFor(...MIX, '--sms-price', '0.05');
    const { cases, levels: byLevel, item, month } = sheet;
    const bills = [...cases, ...byLevel, ...month.parts]
      .map(({ bill }) => bill)
      .concat(item!.bill, month.total);
    for (const bill of bills) expect(bill.amount).toBeCloseTo(recompute(bill, sheet.prices), 12);
  });
  it('of a month is the sum of its parts', () => {
    const { month } = sheetFor(...MIX);
    const sum = month.parts.reduce((total, { bill }) => total + bill.amount, 0);
    expect(month.total.amount).toBeCloseTo(sum, 10);
    for (const { item, count } of month.total.lines) {
      const counts = month.parts.map(({ bill }) => bill.lines.find((line) => line.item === item)?.count ?? 0);
      expect(count).toBeCloseTo(
        counts.reduce((total, each) => total + each, 0),
        6,
      );
    }
  });
  it('counts the deployed sweeps of a month, and what stands there', () => {
    const { month } = sheetFor(...MIX);
    const countIn = (part: number, name: string) =>
      month.parts.at(part)!.bill.lines.find(({ item }) => item === name)!.count;
    expect(countIn(-3, 'functionCall')).toBe((30 * 24 * 60) / 5);
    expect(countIn(-2, 'functionCall')).toBe(30 * 24 * 60);
    expect(countIn(-1, 'alarmMonth')).toBe(20);
  });
  it('of a level is the mean of its closed cases, within their range', () => {
    const [yellow, ...others] = sheetFor(...MIX).levels;
    expect(others).toEqual([]);
    expect(yellow!.rehearsals).toEqual(['gateway-and-crash', 'pushed-item-grows', 'secret']);
    expect(yellow!.bill.amount).toBeGreaterThan(yellow!.lowest);
    expect(yellow!.bill.amount).toBeLessThan(yellow!.highest);
  });
  it('follows the billed duration', () => {
    const secondsAt = (milliseconds: string) =>
      sheetFor(...MIX, '--duration-ms', milliseconds).month.total.lines.find(
        ({ item }) => item === 'functionGigabyteSecond',
      )!.count;
    expect(secondsAt('200')).toBeCloseTo(2 * secondsAt('100'), 9);
  });
  it('leaves out messages without a price, and shows their number', () => {
    const line = sheetFor(...MIX).month.total.lines.find(({ item }) => item === 'smsMessage')!;
    expect(line.amount).toBeNull();
    expect(line.count).toBeGreaterThan(0);
  });
  it('is refused for a level that no rehearsal closes a case of', () => {
    expect(() => sheetFor('--mix', 'red=1')).toThrow(/^没有办结于“特别重大舆情”的推演.*。$/);
  });
});

it('prints every rehearsal, the month, the prices with their dates, the assumptions and what is not in it', () => {
  const text = printSheet(sheetFor(...MIX), (level) => levels.find(({ id }) => id === level)?.short ?? level);
  for (const part of [...PLAYED, '蓝→黄', '合计', 'USD', '2026-11-22', '--mix', '--sms-price', '--prices'])
    expect(text).toContain(part);
  expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
});
