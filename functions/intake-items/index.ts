import { createSecrets } from '../../shared/aws/secrets-manager.ts';
import { IntakeEnvironment, readEnvironment } from '../../shared/contracts/environment.ts';
import { mappingsFor } from '../../shared/intake/mappings.ts';
import { intakeFrom } from '../system-on-aws.ts';
import { createCallerGate, createFeedSecrets, createSignatureGate } from './gate.ts';
import { intakeItems } from './handler.ts';

const environment = readEnvironment(IntakeEnvironment, process.env);
const { INTAKE: intake } = environment;
const system = intakeFrom(environment);

const gate =
  intake.authorization === 'iam'
    ? createCallerGate(intake.feeds)
    : createSignatureGate(
        intake.feeds,
        createFeedSecrets((feed) => `${intake.secretPrefix}${feed}`, createSecrets(), system.onProblem),
      );

export const handler = intakeItems({ ...system, gate, mappingOf: mappingsFor(intake.mappings) });
