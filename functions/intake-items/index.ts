import { IntakeSettings, readEnvironment } from '../../shared/contracts/settings.ts';
import { createSecrets } from '../../shared/secrets/secrets.ts';
import { intakeItems } from '../handlers.ts';
import { deskFrom } from '../system.ts';
import { createCallerGate, createFeedSecrets, createSignatureGate } from './gate.ts';

const settings = readEnvironment(IntakeSettings, process.env);
const { INTAKE: intake } = settings;
const system = deskFrom(settings);

const gate =
  intake.authorization === 'iam'
    ? createCallerGate(intake.feeds)
    : createSignatureGate(
        intake.feeds,
        createFeedSecrets((feed) => `${intake.secretPrefix}${feed}`, createSecrets(), system.onProblem),
      );

export const handler = intakeItems({ ...system, gate });
