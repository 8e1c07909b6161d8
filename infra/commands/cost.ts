import { regulationInForce } from '../../shared/regulations/index.ts';
import { clockedLevels, levelOf } from '../../shared/regulations/lookup.ts';
import { runCommand } from '../command-line.ts';
import { measure, readRehearsals, shortestOf } from '../cost/measure/measure.ts';
import { readDeployed, synthesizeResources } from '../cost/sheet/deployed.ts';
import { readOptions } from '../cost/sheet/options.ts';
import { PRICE_FILE, readPrices } from '../cost/sheet/prices.ts';
import { printSheet } from '../cost/sheet/print-sheet.ts';
import { buildSheet, DAYS } from '../cost/sheet/sheet.ts';
import { loadDefinitions } from '../local/definitions/load.ts';

/** `npm run cost`: what a case of each level and a month cost, counted by playing a bureau's rehearsals. */
const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  const { bureau, quick, items } = options;
  const prices = readPrices(options.prices ?? PRICE_FILE);
  const [definitions, resources] = await Promise.all([
    loadDefinitions(bureau),
    synthesizeResources(bureau, options.deployment),
  ]);
  const deployed = readDeployed(resources);
  const all = readRehearsals(bureau);
  // At least one item is played when there are any.
  const itemsPerDay = items === 0 ? 0 : quick ? 1 : Math.max(1, Math.round(items / DAYS));
  const measured = await measure(
    { bureau, definitions, sweepMinutes: deployed.sweepMinutes },
    quick ? shortestOf(all) : all,
    itemsPerDay,
  );
  const regulation = regulationInForce(bureau);
  const sheet = buildSheet({ measured, deployed, prices, options, levels: clockedLevels(regulation) });
  const nameOf = (level: string): string => levelOf(regulation, level).short;
  console.log(options.json ? JSON.stringify(sheet, null, 2) : printSheet(sheet, nameOf));
};

await runCommand(main);
