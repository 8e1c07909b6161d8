import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import { parseSettings, type Settings } from './settings.ts';

/** Settings that still hold a value of the example, which leads nowhere: their paths. */
export const exampleValuesIn = ({ identity, alarms, sms }: Settings): string[] => {
  const values = {
    'identity.issuer': new URL(identity.issuer).hostname,
    'alarms.email': alarms.email,
    ...(sms.channel === 'sns-bridge' ? { 'sms.gateway.url': new URL(sms.gateway.url).hostname } : {}),
  };
  return Object.entries(values).flatMap(([path, value]) => (value.endsWith('.invalid') ? [path] : []));
};

const EXAMPLE = fileURLToPath(new URL('../../deployment.example.json', import.meta.url));

/** The example's settings with some replaced: enough to synthesize and try; with its issuer nobody can log in. */
export const exampleSettings = (more: Partial<z.input<typeof Settings>> = {}): Settings =>
  parseSettings({ ...JSON.parse(readFileSync(EXAMPLE, 'utf8')), ...more }, 'deployment.example.json');
