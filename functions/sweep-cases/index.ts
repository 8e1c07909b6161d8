import { createPatientClient, createSfnWorkflows } from '../../shared/aws/sfn-workflows.ts';
import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { systemFrom } from '../system-on-aws.ts';
import { sweepCases } from './handler.ts';

const environment = readEnvironment(Environment, process.env);

export const handler = sweepCases({
  ...systemFrom(environment),
  workflows: createSfnWorkflows(environment.MACHINE_ARNS, createPatientClient()),
});
