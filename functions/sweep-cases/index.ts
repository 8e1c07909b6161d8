import type { Context } from 'aws-lambda';
import { createPatientClient, createSfnWorkflows } from '../../shared/aws/sfn-workflows.ts';
import { readEnvironment, SweepEnvironment } from '../../shared/contracts/environment.ts';
import { logTroubledFeeds } from '../log-figure.ts';
import { systemFrom } from '../system-on-aws.ts';
import { sweepCases } from './handler.ts';

const environment = readEnvironment(SweepEnvironment, process.env);

const sweep = sweepCases({
  ...systemFrom(environment),
  feeds: environment.FEEDS,
  workflows: createSfnWorkflows(environment.MACHINE_ARNS, createPatientClient()),
});

export const handler = async (event: unknown, context: Context) => {
  const report = await sweep(event, context);
  logTroubledFeeds(report.troubledFeeds);
  return report;
};
