import { z } from 'zod';
import { InstantInput } from '../../../shared/contracts/instants.ts';
import { Duration } from '../../../shared/regulations/schema.ts';
import { parseJson, readTextFile } from '../../read-json.ts';
import { shapeProblems } from '../../regulation-check/checks/form/shape.ts';
import { scenarioFaults } from './check-scenario.ts';
import { Step } from './scenario-step.ts';

/** A rehearsal file (推演): what happens when, until when. */
export const Scenario = z.strictObject({
  title: z.string(),
  about: z.string().optional(),
  bureau: z.string().default('leizhou'),
  /** The bureau's own choices among its regulation's settings. */
  settings: z.record(z.string(), z.union([z.boolean(), z.string(), z.number(), z.null()])).default({}),
  start: InstantInput,
  until: InstantInput,
  sweepEvery: Duration.default('PT1H'),
  steps: z.array(Step),
});
export type Scenario = z.infer<typeof Scenario>;

const throwFaults = (name: string, faults: readonly string[]): void => {
  if (faults.length > 0) throw new Error([`${name} 有 ${faults.length} 处问题:`, ...faults].join('\n'));
};

/** `steps[1].do` → `steps.1.do`, as every other fault of a scenario names its place. */
const placeOf = (path: string): string => path.replace(/\[(\d+)\]/g, '.$1') || '(整体)';

/** Reads a scenario and compares it with its bureau's regulation. Throws an Error that names each place and the mend. */
export const readScenario = (text: string, name: string): Scenario => {
  const value = parseJson(text, name);
  throwFaults(
    name,
    shapeProblems(value, Scenario).map(({ path, fault, mend }) => `${placeOf(path)}:${fault};${mend}`),
  );
  const scenario = Scenario.parse(value);
  const { start, until, steps } = scenario;
  const late = steps.findIndex(
    (step, index) => step.at < (index === 0 ? start : steps[index - 1]!.at) || step.at > until,
  );
  if (late >= 0) throw new Error(`${name}:steps.${late} 的时间须按先后排列,并在 start 与 until 之间`);
  throwFaults(name, scenarioFaults(scenario));
  return scenario;
};

/** Reads a scenario's file. Throws as `readScenario` does, and when the file cannot be read. */
export const readScenarioFile = (path: string): Scenario => readScenario(readTextFile(path), path);
