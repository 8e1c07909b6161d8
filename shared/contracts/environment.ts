import * as z from 'zod/mini';
import { IN_ENGLISH } from './english.ts';
import { WatchedFeeds } from './feeds/watch.ts';

/** The text's JSON, or undefined: no variable of ours is the text `undefined`. */
const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A variable that holds JSON; what is wrong inside it is named by its own key (`MACHINE_ARNS.red`). */
const json = <T extends z.core.$ZodType>(schema: T) =>
  z.pipe(
    z.string(),
    z.transform((text, context): z.output<T> => {
      const value = parsedJson(text);
      const parsed = z.safeParse(schema, value, IN_ENGLISH);
      if (parsed.success) return parsed.data;
      const problems = value === undefined ? [{ path: [], message: 'is not JSON' }] : parsed.error.issues;
      for (const { path, message } of problems)
        context.issues.push({ code: 'custom', path: [...path], message, input: text });
      return z.NEVER;
    }),
  );

/**
 * Level → ARN of its state machine. Several levels, with a blank between, may share one ARN in which `*` stands for the level: a
 * function is told no more than 4 KB in all.
 */
const MachineArns = z.pipe(
  json(z.record(z.string(), z.string())),
  z.transform(
    (arns): Record<string, string> =>
      Object.fromEntries(
        Object.entries(arns).flatMap(([levels, arn]) =>
          levels.split(' ').map((level) => [level, arn.replace('*', level)]),
        ),
      ),
  ),
);

/** What every function is told by its environment. Parsed once; a missing or wrong variable is named. */
export const Environment = z.object({
  TABLE_NAME: z.string().check(z.minLength(3)),
  /** The table of the logs. */
  LOG_TABLE_NAME: z.string().check(z.minLength(3)),
  REGULATION_ID: z.string().check(z.minLength(1)),
  /** The bureau's own choices among the regulation's settings. */
  REGULATION_SETTINGS: z._default(
    json(z.record(z.string(), z.nullable(z.union([z.boolean(), z.string(), z.number()])))),
    {},
  ),
  MACHINE_ARNS: MachineArns,
  NOTIFY_FUNCTION: z.string().check(z.minLength(1)),
  /** The topic of the SMS bridge; without it, texts go from SNS directly to the telephone. */
  SMS_TOPIC_ARN: z.optional(z.string().check(z.startsWith('arn:'))),
});
export type Environment = z.infer<typeof Environment>;

/** The sweep's: the registered feeds, and how each is watched. */
export const SweepEnvironment = z.extend(Environment, { FEEDS: z._default(json(WatchedFeeds), {}) });
export type SweepEnvironment = z.infer<typeof SweepEnvironment>;

/** Feed → the name of its mapping; of others their items are in our own form. */
const Mappings = z.record(z.string(), z.string());
const FeedMappings = z._default(Mappings, {});
/** The intake's: how feeds show who they are, which there are, and how their items become ours. */
export const IntakeEnvironment = z.extend(Environment, {
  INTAKE: json(
    z.discriminatedUnion('authorization', [
      /** These feeds sign; the secret of each is called `<prefix><feed>`. */
      z.strictObject({
        authorization: z.literal('signature'),
        feeds: z.array(z.string()),
        secretPrefix: z.string().check(z.minLength(1)),
        mappings: FeedMappings,
      }),
      /** The HTTP API has checked the caller; these feeds are registered. */
      z.strictObject({
        authorization: z.literal('iam'),
        feeds: z.array(z.string()),
        mappings: FeedMappings,
      }),
    ]),
  ),
});
export type IntakeEnvironment = z.infer<typeof IntakeEnvironment>;

const ClaimName = z.string().check(z.regex(/^[\p{L}\p{N}_.:/-]{1,128}$/u));
/** Which claims of the office's tokens say who somebody is, by name or by the way to it (`realm_access.roles`). */
export const ClaimNames = z.strictObject({
  /** The person's id in the roster. */
  person: z._default(ClaimName, 'sub'),
  name: z._default(ClaimName, 'name'),
  role: z._default(ClaimName, 'role'),
  unit: z._default(ClaimName, 'unit'),
});
export type ClaimNames = z.infer<typeof ClaimNames>;
export const DEFAULT_CLAIMS = ClaimNames.parse({});

/** The desk's: which claims of a token say who somebody is, and whether he must stand in the roster. */
export const DeskEnvironment = z.extend(Environment, {
  CLAIMS: z._default(json(ClaimNames), DEFAULT_CLAIMS),
  /** The office's issuer of tokens. */
  ISSUER: z.optional(z.url({ protocol: /^https$/ })),
  /** As the intake's: what was refused is entered by hand in the shape in which its feed sent it. */
  FEED_MAPPINGS: z._default(json(Mappings), {}),
  /** Whether only who stands in the roster may act. */
  ROSTER_ONLY: z.pipe(
    z._default(z.enum(['true', 'false']), 'true'),
    z.transform((value) => value === 'true'),
  ),
});
export type DeskEnvironment = z.infer<typeof DeskEnvironment>;

/**
 * The gateway's templates in the order of ours, SX01, SX02 …, which have no gap: a function is told no more than 4 KB in all, and
 * the names would not fit beside them.
 */
export const inOrder = (templates: Readonly<Record<string, string>>): string =>
  Object.keys(templates)
    .sort()
    .map((id) => templates[id])
    .join(',');
const GatewayTemplates = z.pipe(
  z.string().check(z.regex(/^[^,\s]+(,[^,\s]+)*$/)),
  z.transform(
    (text): Record<string, string> =>
      Object.fromEntries(
        text.split(',').map((template, index) => [`SX${String(index + 1).padStart(2, '0')}`, template]),
      ),
  ),
);

/** The SMS bridge's: the gateway, its secret, and our template → the gateway's. */
export const BridgeEnvironment = z.extend(Environment, {
  GATEWAY: json(
    z.strictObject({
      url: z.url({ protocol: /^https$/ }),
      secret: z.string().check(z.minLength(1)),
      templates: GatewayTemplates,
    }),
  ),
});
export type BridgeEnvironment = z.infer<typeof BridgeEnvironment>;

/** That of the function which takes receipts: how the gateway shows who it is; the secret that it signs with. */
export const ReceiptsEnvironment = z.extend(Environment, {
  RECEIPTS: json(
    z.discriminatedUnion('authorization', [
      z.strictObject({ authorization: z.literal('signature'), secret: z.string().check(z.minLength(1)) }),
      z.strictObject({ authorization: z.literal('iam') }),
    ]),
  ),
});
export type ReceiptsEnvironment = z.infer<typeof ReceiptsEnvironment>;

/** Reads an environment by its schema. Throws an Error naming every variable that is missing or wrong. */
export const readEnvironment = <T extends z.core.$ZodType>(
  schema: T,
  environment: Record<string, string | undefined>,
): z.output<T> => {
  const parsed = z.safeParse(schema, environment, IN_ENGLISH);
  if (parsed.success) return parsed.data;
  throw new Error(
    `Environment: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
  );
};
