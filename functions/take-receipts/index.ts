import { createSecrets } from '../../shared/aws/secrets-manager.ts';
import { ReceiptsEnvironment, readEnvironment } from '../../shared/contracts/environment.ts';
import { createCallerGate, createFeedSecrets, createSignatureGate } from '../intake-items/gate.ts';
import { receiptsFrom } from '../system-on-aws.ts';
import { GATEWAY, takeReceipts } from './handler.ts';

const environment = readEnvironment(ReceiptsEnvironment, process.env);
const { RECEIPTS: receipts } = environment;
const system = receiptsFrom(environment);

const gate =
  receipts.authorization === 'iam'
    ? createCallerGate([GATEWAY])
    : createSignatureGate(
        [GATEWAY],
        createFeedSecrets(() => receipts.secret, createSecrets(), system.onProblem, '短信网关'),
      );

export const handler = takeReceipts({ ...system, gate });
