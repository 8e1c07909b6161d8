import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { createPatientClient, createSfnWorkflows } from '../../shared/workflows/executions.ts';
import { systemFrom } from '../system.ts';
import { sweepCases } from './handler.ts';

const environment = readEnvironment(Environment, process.env);

export const handler = sweepCases({
  ...systemFrom(environment),
  workflows: createSfnWorkflows(environment.MACHINE_ARNS, createPatientClient()),
});
