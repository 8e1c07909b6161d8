import { readEnvironment, SweepEnvironment } from '../../shared/contracts/environment.ts';
import { createDeadLetters } from '../../shared/notices/dead-letters.ts';
import { createPatientClient, createSfnWorkflows } from '../../shared/workflows/executions.ts';
import { systemFrom } from '../system.ts';
import { sweepCases } from './handler.ts';

const environment = readEnvironment(SweepEnvironment, process.env);
const system = systemFrom(environment);
const { SMS_DEAD_LETTERS: queueUrl } = environment;

export const handler = sweepCases({
  ...system,
  workflows: createSfnWorkflows(environment.MACHINE_ARNS, createPatientClient()),
  ...(queueUrl === undefined ? {} : { readDeadLetters: createDeadLetters(queueUrl, system.onProblem) }),
});
