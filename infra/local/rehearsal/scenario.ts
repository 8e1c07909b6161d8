import { z } from 'zod';
import { InstantInput } from '../../../shared/contracts/instants.ts';
import { Duration } from '../../../shared/regulations/schema.ts';
import { scenarioFaults } from './check-scenario.ts';

const Who = z.union([
  z.string(),
  z.strictObject({ role: z.string(), unit: z.string().optional(), id: z.string().optional() }),
]);
const when = { at: InstantInput };

/** One step of a scenario, at an instant of the virtual clock. */
const Step = z.union([
  z.strictObject({
    ...when,
    push: z.strictObject({
      feed: z.string().default('demo'),
      items: z.array(z.record(z.string(), z.unknown())).min(1),
    }),
    case: z.string().optional(),
  }),
  z.strictObject({
    ...when,
    as: Who,
    open: z.record(z.string(), z.unknown()),
    case: z.string().default('A'),
  }),
  z.strictObject({
    ...when,
    as: Who,
    do: z.looseObject({ type: z.string() }),
    case: z.string().default('A'),
    refused: z.string().optional(),
  }),
  /** The office telephones what may not be texted: every open telephone task of the case is answered. */
  z.strictObject({ ...when, as: Who, telephone: z.literal('all'), case: z.string().default('A') }),
  z.strictObject({ ...when, fault: z.strictObject({ kind: z.enum(['smsDown', 'crash']), for: Duration }) }),
  z.strictObject({ ...when, roster: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))) }),
]);
export type Step = z.infer<typeof Step>;

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

/** Reads a scenario and compares it with its bureau's regulation. Throws an Error that names each place and the mend. */
export const readScenario = (text: string, name: string): Scenario => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${name}:不是有效的 JSON(${error instanceof Error ? error.message : ''})`);
  }
  const parsed = Scenario.safeParse(value);
  if (!parsed.success)
    throw new Error(
      `${name}:${parsed.error.issues.map(({ path, message }) => `${path.join('.') || '(整体)'} ${message}`).join(';')}`,
    );
  const { start, until, steps } = parsed.data;
  const late = steps.findIndex(
    (step, index) => step.at < (index === 0 ? start : steps[index - 1]!.at) || step.at > until,
  );
  if (late >= 0) throw new Error(`${name}:steps.${late} 的时间须按先后排列,并在 start 与 until 之间`);
  const faults = scenarioFaults(parsed.data);
  if (faults.length > 0) throw new Error([`${name} 有 ${faults.length} 处问题:`, ...faults].join('\n'));
  return parsed.data;
};
