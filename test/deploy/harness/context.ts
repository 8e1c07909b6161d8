import { z } from 'zod';
import type { Certificate } from './certificate.ts';

/** What `npm run test:deploy` has prepared for the tests, handed over in the environment as JSON. */
const Context = z.object({
  folder: z.string(),
  endpoint: z.string(),
  emulatorLog: z.string(),
  certificate: z.string(),
  key: z.string(),
  cfnLint: z.string(),
  environment: z.record(z.string(), z.string()),
});
export type Context = z.infer<typeof Context>;

export const CONTEXT_VARIABLE = 'SHIXIAN_DEPLOY_TEST';

/** Throws when the tests were not started by `npm run test:deploy`. */
export const readContext = (): Context => {
  const text = process.env[CONTEXT_VARIABLE];
  if (text === undefined) throw new Error('Start these tests by npm run test:deploy');
  return Context.parse(JSON.parse(text));
};

/** What a program needs to take the emulator for AWS in a Region. */
export const environmentOf = ({ environment }: Context, region: string): Record<string, string> => ({
  ...environment,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
});

export type { Certificate };
