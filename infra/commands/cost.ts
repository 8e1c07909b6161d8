import { regulations } from '../../shared/regulations/index.ts';
import { clockedLevels, levelOf } from '../../shared/regulations/lookup.ts';
import { measure, readRehearsals } from '../cost/measure/measure.ts';
import { readDeployed, synthesizeResources } from '../cost/sheet/deployed.ts';
import { readOptions } from '../cost/sheet/options.ts';
import { PRICE_FILE, readPrices } from '../cost/sheet/prices.ts';
import { printSheet } from '../cost/sheet/print-sheet.ts';
import { buildSheet, DAYS } from '../cost/sheet/sheet.ts';
import { loadDefinitions } from '../local/definitions/load.ts';

const BUREAU = 'leizhou';

/** `npm run cost`: what a case of each level and a month cost, counted by playing the rehearsals. */
const main = async (): Promise<void> => {
  const regulation = regulations[BUREAU]!;
  const levels = clockedLevels(regulation);
  const options = readOptions(process.argv.slice(2), levels);
  const prices = readPrices(options.prices ?? PRICE_FILE);
  const [definitions, resources] = await Promise.all([
    loadDefinitions(BUREAU),
    synthesizeResources(options.deployment),
  ]);
  const deployed = readDeployed(resources);
  // At least one item is played when there are any.
  const itemsPerDay = options.items === 0 ? 0 : Math.max(1, Math.round(options.items / DAYS));
  const measured = await measure(definitions, readRehearsals(), {
    itemsPerDay,
    sweepMinutes: deployed.sweepMinutes,
  });
  const sheet = buildSheet({ measured, deployed, prices, options, levels });
  const nameOf = (level: string): string => levelOf(regulation, level).short;
  console.log(options.json ? JSON.stringify(sheet, null, 2) : printSheet(sheet, nameOf));
};

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
