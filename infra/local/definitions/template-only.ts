import type { AppProps } from 'aws-cdk-lib';

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
