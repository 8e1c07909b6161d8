import { z } from 'zod';
import { InstantInput } from '../../../shared/contracts/instants.ts';
import { Duration } from '../../../shared/regulations/schema.ts';

/** Who acts: `岗位`, `岗位@单位` by id or by name, or the same in parts with an id of his own. */
const Who = z.union([
  z.string(),
  z.strictObject({ role: z.string(), unit: z.string().optional(), id: z.string().optional() }),
]);
export type Who = z.infer<typeof Who>;
/** Who acts in one word, as the console takes it. */
export const wordFor = (who: Who): string =>
  typeof who === 'string' ? who : who.unit === undefined ? who.role : `${who.role}@${who.unit}`;

const when = { at: InstantInput };

/** Commands by the names that they had in scenarios written before they were renamed. */
const FORMER_COMMANDS: Readonly<Record<string, string>> = { HoldMeeting: 'RecordMeeting' };
const CommandName = z.string().overwrite((name) => FORMER_COMMANDS[name] ?? name);

/** One step of a scenario, at an instant of the virtual clock. */
export const Step = z.union([
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
    do: z.looseObject({ type: CommandName }),
    case: z.string().default('A'),
    /** What later steps call the entry of the log that this one makes: as `act` of their commands. */
    called: z.string().optional(),
    refused: z.string().optional(),
  }),
  /** The office telephones what may not be texted: every open telephone task of the case is answered. */
  z.strictObject({ ...when, as: Who, telephone: z.literal('all'), case: z.string().default('A') }),
  z.strictObject({ ...when, fault: z.strictObject({ kind: z.enum(['smsDown', 'crash']), for: Duration }) }),
  z.strictObject({ ...when, roster: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))) }),
]);
export type Step = z.infer<typeof Step>;
