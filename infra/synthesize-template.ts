import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type AppProps } from 'aws-cdk-lib';
import type { Settings } from './settings/settings.ts';
import { ShixianStack } from './shixian-stack.ts';

/**
 * For an app of which only the template is wanted: no function is bundled, no asset copied, no tree of constructs written.
 * The CDK's own check of templates, which takes most of the time, is left to `cdk synth`.
 */
export const TEMPLATE_ONLY = {
  analyticsReporting: false,
  treeMetadata: false,
  builtinCloudFormationValidation: false,
  context: { 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-asset-staging': true },
} satisfies AppProps;

/** The CloudFormation template of a deployment, and nothing else of it. Takes seconds and much memory. */
export const synthesizeTemplate = (settings: Settings): unknown => {
  const outdir = mkdtempSync(join(tmpdir(), 'shixian-synth-'));
  try {
    const app = new App({ ...TEMPLATE_ONLY, outdir });
    const stack = new ShixianStack(app, 'Local', { settings });
    return app.synth().getStackArtifact(stack.artifactId).template;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};
