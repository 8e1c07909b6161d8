import { Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { exampleSettings } from '../../infra/settings/example-settings.ts';
import { BUREAU_DEPLOYMENTS, build, DEPLOYMENTS, synthesize, synthesizeChecked } from './templates.ts';

describe.each(Object.entries({ ...DEPLOYMENTS, ...BUREAU_DEPLOYMENTS }))('a deployment of %s', (_, more) => {
  it('has no finding of cdk-nag that is not acknowledged with its reason', () => {
    expect(() => synthesizeChecked(more)).not.toThrow();
  });

  it('names no partition, account, Region or domain of AWS', () => {
    const json = JSON.stringify(synthesize(more).toJSON(), (key, value) =>
      // Principals of services are names, alike in all partitions.
      key === 'Service' || (key === 'Principal' && typeof value === 'string') ? undefined : value,
    );
    expect(json).not.toMatch(/arn:aws/);
    expect(json).not.toMatch(/amazonaws\.com/);
    expect(json).not.toMatch(/\b(cn-north|cn-northwest|us-east|us-gov|eu-central)-/);
    expect(json).not.toMatch(/(?<![\da-f.])\d{12}(?![\da-f.])/);
  });
});

it('fails on a finding that nobody acknowledged', () => {
  const { app, stack } = build(exampleSettings());
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  new Topic(stack, 'Unencrypted');
  expect(() => app.synth()).toThrow(/[Vv]alidation/);
});
