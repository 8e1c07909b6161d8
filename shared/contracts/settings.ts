import { z } from 'zod';

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
  /** Feed → its signing secrets; only the intake has them. */
  FEED_SECRETS: json(
    z.record(z.string().regex(/^[\w.-]{1,64}$/), z.array(z.string().startsWith('whsec_')).min(1)),
  ).default({}),
});
export type Settings = z.infer<typeof Settings>;

export const readSettings = (environment: Record<string, string | undefined>): Settings => {
  const parsed = Settings.safeParse(environment);
  if (parsed.success) return parsed.data;
  throw new Error(
    `Settings: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
  );
};
