import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { exampleSettings } from '../../settings/example-settings.ts';
import { ShixianStack } from '../../shixian-stack.ts';
import type { AslDefinition } from '../engine/library-types.ts';
import { type CloudFormationTemplate, readDefinitions } from './read-template.ts';

/** Only the template is wanted: no function is bundled and no asset copied. */
const TEMPLATE_ONLY = { 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-asset-staging': true };

/**
 * The state machines of the deployed stack, machine name → ASL; the machines are called `<regulation>-<level>`. Takes
 * seconds and much memory: see `loadDefinitions`. Throws DeploymentRefused for an unknown regulation.
 */
export const synthesizeDefinitions = (regulationId: string): Record<string, AslDefinition> => {
  const outdir = mkdtempSync(join(tmpdir(), 'shixian-synth-'));
  try {
    const app = new App({ outdir, analyticsReporting: false, context: TEMPLATE_ONLY });
    const settings = exampleSettings({ bureau: regulationId, regulation: regulationId });
    const stack = new ShixianStack(app, 'Local', { settings });
    return readDefinitions(app.synth().getStackArtifact(stack.artifactId).template as CloudFormationTemplate);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};
