import { z } from 'zod';
import { regulations } from '../shared/regulations/index.ts';

const Text = z.string().trim().min(1);

/** What one bureau's deployment is told: by CDK context (`-c bureau=…`) or by the environment (`SHIXIAN_BUREAU`). */
export const Settings = z.strictObject({
  /** Begins every physical name. */
  bureau: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  regulation: Text.refine((id) => Object.hasOwn(regulations, id), { error: 'no such regulation' }),
  jwtIssuer: z.url({ protocol: /^https$/ }),
  /** Comma-separated. */
  jwtAudience: Text.transform((list) => list.split(',').map((each) => each.trim())),
  feedSecretsRevision: Text,
});
export type Settings = z.infer<typeof Settings>;

/** Enough to synthesize and try; with this issuer nobody can log in. */
const EXAMPLE: z.input<typeof Settings> = {
  bureau: 'leizhou',
  regulation: 'leizhou',
  jwtIssuer: 'https://issuer.example.invalid/',
  jwtAudience: 'example-audience',
  feedSecretsRevision: '1',
};

const variableName = (key: string): string =>
  `SHIXIAN_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** The settings from context, else from the environment, else the example's. Throws a ZodError naming what is wrong. */
export const readSettings = (
  context: (key: string) => unknown,
  environment: Readonly<Record<string, string | undefined>>,
): Settings =>
  Settings.parse(
    Object.fromEntries(
      Object.entries(EXAMPLE).map(([key, example]) => [
        key,
        context(key) ?? environment[variableName(key)] ?? example,
      ]),
    ),
  );

export const exampleSettings = (more: Partial<z.input<typeof Settings>> = {}): Settings =>
  Settings.parse({ ...EXAMPLE, ...more });
