import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { exampleSettings } from '../../settings/example-settings.ts';
import { ShixianStack } from '../../shixian-stack.ts';
import type { AslDefinition } from '../engine/library-types.ts';
import { type CloudFormationTemplate, readDefinitions } from './read-template.ts';
import { TEMPLATE_ONLY } from './template-only.ts';

/**
 * The state machines of the deployed stack, machine name → ASL; the machines are called `<regulation>-<level>`. Takes
 * seconds and much memory: see `loadDefinitions`. Throws DeploymentRefused for an unknown regulation.
 */
export const synthesizeDefinitions = (regulationId: string): Record<string, AslDefinition> => {
  const outdir = mkdtempSync(join(tmpdir(), 'shixian-synth-'));
  try {
    const app = new App({ ...TEMPLATE_ONLY, outdir });
    const settings = exampleSettings({ bureau: regulationId, regulation: regulationId });
    const stack = new ShixianStack(app, 'Local', { settings });
    return readDefinitions(app.synth().getStackArtifact(stack.artifactId).template as CloudFormationTemplate);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};
