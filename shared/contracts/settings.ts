import * as z from 'zod/mini';
import { IN_ENGLISH } from './english.ts';

const json = <T extends z.core.$ZodType>(schema: T) =>
  z.pipe(
    z.string(),
    z.transform((text, context): z.output<T> => {
      try {
        return z.parse(schema, JSON.parse(text)) as z.output<T>;
      } catch {
        context.issues.push({ code: 'custom', message: 'is not the JSON that is expected', input: text });
        return z.NEVER;
      }
    }),
  );

/** What every function is told by its environment. Parsed once; a missing or wrong setting is named. */
export const Settings = z.object({
  TABLE_NAME: z.string().check(z.minLength(3)),
  REGULATION_ID: z.string().check(z.minLength(1)),
  /** The bureau's own choices among the regulation's settings. */
  REGULATION_SETTINGS: z._default(
    json(z.record(z.string(), z.nullable(z.union([z.boolean(), z.string(), z.number()])))),
    {},
  ),
  /** Level → ARN of its state machine. */
  MACHINE_ARNS: json(z.record(z.string(), z.string())),
  NOTIFY_FUNCTION: z.string().check(z.minLength(1)),
  /** The topic of the SMS bridge; without it, texts go from SNS directly to the telephone. */
  SMS_TOPIC_ARN: z.optional(z.string().check(z.startsWith('arn:'))),
});
export type Settings = z.infer<typeof Settings>;

/** The intake's: how feeds show who they are, and which there are. */
export const IntakeSettings = z.extend(Settings, {
  INTAKE: json(
    z.discriminatedUnion('authorization', [
      /** These feeds sign; the secret of each is called `<prefix><feed>`. */
      z.strictObject({
        authorization: z.literal('signature'),
        feeds: z.array(z.string()),
        secretPrefix: z.string().check(z.minLength(1)),
      }),
      /** The HTTP API has checked the caller; these feeds are registered. */
      z.strictObject({ authorization: z.literal('iam'), feeds: z.array(z.string()) }),
    ]),
  ),
});
export type IntakeSettings = z.infer<typeof IntakeSettings>;

/** The SMS bridge's: the gateway, its secret, and our template → the gateway's. */
export const BridgeSettings = z.extend(Settings, {
  GATEWAY: json(
    z.strictObject({
      url: z.url({ protocol: /^https$/ }),
      secret: z.string().check(z.minLength(1)),
      templates: z.record(z.string(), z.string().check(z.minLength(1))),
    }),
  ),
});
export type BridgeSettings = z.infer<typeof BridgeSettings>;

/** The sweep's: the queue of the texts that the bridge could not hand over, where there is a bridge. */
export const SweepSettings = z.extend(Settings, {
  SMS_DEAD_LETTERS: z.optional(z.url({ protocol: /^https$/ })),
});
export type SweepSettings = z.infer<typeof SweepSettings>;

/** Reads an environment by its schema. Throws an Error naming every setting that is missing or wrong. */
export const readEnvironment = <T extends z.core.$ZodType>(
  schema: T,
  environment: Record<string, string | undefined>,
): z.output<T> => {
  const parsed = z.safeParse(schema, environment, IN_ENGLISH);
  if (parsed.success) return parsed.data;
  throw new Error(
    `Settings: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
  );
};

export const readSettings = (environment: Record<string, string | undefined>): Settings =>
  readEnvironment(Settings, environment);
