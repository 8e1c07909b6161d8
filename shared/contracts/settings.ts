import * as z from 'zod';

const json = <T extends z.ZodType>(schema: T) =>
  z.string().transform((text, context): z.output<T> => {
    try {
      return schema.parse(JSON.parse(text)) as z.output<T>;
    } catch {
      context.addIssue({ code: 'custom', message: 'is not the JSON that is expected' });
      return z.NEVER;
    }
  });

/** What every function is told by its environment. Parsed once; a missing or wrong setting is named. */
export const Settings = z.object({
  TABLE_NAME: z.string().min(3),
  REGULATION_ID: z.string().min(1),
  /** Level → ARN of its state machine. */
  MACHINE_ARNS: json(z.record(z.string(), z.string())),
  NOTIFY_FUNCTION: z.string().min(1),
  /** The topic of the SMS bridge; without it, texts go from SNS directly to the telephone. */
  SMS_TOPIC_ARN: z.string().startsWith('arn:').optional(),
});
export type Settings = z.infer<typeof Settings>;

/** The intake's: how feeds show who they are, and which there are. */
export const IntakeSettings = Settings.extend({
  INTAKE: json(
    z.discriminatedUnion('authorization', [
      /** Feed → ARN of the secret that it signs with. */
      z.strictObject({
        authorization: z.literal('signature'),
        secrets: z.record(z.string(), z.string().min(1)),
      }),
      /** The HTTP API has checked the caller; these feeds are registered. */
      z.strictObject({ authorization: z.literal('iam'), feeds: z.array(z.string()) }),
    ]),
  ),
});
export type IntakeSettings = z.infer<typeof IntakeSettings>;

/** The SMS bridge's: the gateway, its secret, and our template → the gateway's. */
export const BridgeSettings = Settings.extend({
  GATEWAY: json(
    z.strictObject({
      url: z.url({ protocol: /^https$/ }),
      secret: z.string().min(1),
      templates: z.record(z.string(), z.string().min(1)),
    }),
  ),
});
export type BridgeSettings = z.infer<typeof BridgeSettings>;

/** Reads an environment by its schema. Throws an Error naming every setting that is missing or wrong. */
export const readEnvironment = <T extends z.ZodType>(
  schema: T,
  environment: Record<string, string | undefined>,
): z.output<T> => {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  throw new Error(
    `Settings: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
  );
};

export const readSettings = (environment: Record<string, string | undefined>): Settings =>
  readEnvironment(Settings, environment);
