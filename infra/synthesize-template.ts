import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { Settings } from './settings/settings.ts';
import { ShixianStack } from './shixian-stack.ts';

/** No function is bundled and no asset copied. */
const TEMPLATE_ONLY = { 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-asset-staging': true };

/** The CloudFormation template of a deployment, and nothing else of it. Takes seconds and much memory. */
export const synthesizeTemplate = (settings: Settings): unknown => {
  const outdir = mkdtempSync(join(tmpdir(), 'shixian-synth-'));
  try {
    const app = new App({ outdir, analyticsReporting: false, context: TEMPLATE_ONLY });
    const stack = new ShixianStack(app, 'Local', { settings });
    return app.synth().getStackArtifact(stack.artifactId).template;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};
