import { expect, it } from 'vitest';
import { measure, readRehearsals, shortestOf } from '../../../infra/cost/measure/measure.ts';
import { readOptions } from '../../../infra/cost/sheet/options.ts';
import { PRICE_FILE, readPrices } from '../../../infra/cost/sheet/prices.ts';
import { printSheet } from '../../../infra/cost/sheet/print-sheet.ts';
import { buildSheet } from '../../../infra/cost/sheet/sheet.ts';
import { loadDefinitions } from '../../../infra/local/definitions/load.ts';
import { FunctionName } from '../../../infra/settings/function-names.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { clockedLevels } from '../../../shared/regulations/lookup.ts';

const deployed = {
  sweepMinutes: 5,
  textMinutes: 1,
  megabytes: Object.fromEntries(FunctionName.options.map((name) => [name, 512])),
  standing: { secretMonth: 1, alarmMonth: 20, dashboardMonth: 1, keyMonth: 1 },
};

const sheetOf = async (bureau: string, names?: readonly string[]) => {
  const all = readRehearsals(bureau);
  const some = names === undefined ? shortestOf(all) : new Map(names.map((name) => [name, all.get(name)!]));
  const place = { bureau, definitions: await loadDefinitions(bureau), sweepMinutes: 5 };
  const levels = clockedLevels(regulations[bureau]!);
  const measured = await measure(place, some, 1);
  const options = readOptions(['--bureau', bureau]);
  return buildSheet({ measured, deployed, prices: readPrices(PRICE_FILE), options, levels });
};

it.each(Object.keys(regulations))(
  'the shortest rehearsal of %s is measured on its own machines',
  async (bureau) => {
    const sheet = await sheetOf(bureau);
    expect(sheet.cases).toHaveLength(1);
    expect(sheet.cases[0]!.usage.calls['intake-items'] ?? sheet.cases[0]!.usage.requests).toBeGreaterThan(0);
    expect(sheet.item!.usage.requests).toBe(1);
    expect(printSheet(sheet, (level) => level)).not.toMatch(/NaN|undefined|Infinity|null/);
  },
);

it('every bureau has its own rehearsals, and no other’s', () => {
  const counts = Object.keys(regulations).map((bureau) => readRehearsals(bureau).size);
  expect(Math.min(...counts)).toBeGreaterThan(3);
  expect([...readRehearsals('yinzhou').values()].every(({ bureau }) => bureau === 'yinzhou')).toBe(true);
});

it('a rehearsal with several cases is left out with a sentence, and so is a level that none closes', async () => {
  const { cases, leftOut } = await sheetOf('leizhou', ['periodic-bulletin']);
  expect(cases).toEqual([]);
  expect(leftOut[0]).toBe('推演 periodic-bulletin 有 2 件案卷,用量分不清,不计');
  expect(leftOut).toContain('没有办结于“特别重大舆情”的推演,无法估算该级案卷的费用');
});
