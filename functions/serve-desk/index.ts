import { DeskEnvironment, readEnvironment } from '../../shared/contracts/environment.ts';
import { mappingsFor } from '../../shared/intake/mappings.ts';
import { intakeFrom } from '../system-on-aws.ts';
import { serveDesk } from './handler.ts';
import { isIssuerUp } from './health/issuer.ts';

const environment = readEnvironment(DeskEnvironment, process.env);
const { ISSUER: issuer } = environment;

export const handler = serveDesk({
  ...intakeFrom(environment),
  mappingOf: mappingsFor(environment.FEED_MAPPINGS),
  claims: environment.CLAIMS,
  rosterOnly: environment.ROSTER_ONLY,
  ...(issuer !== undefined && { isIssuerUp: () => isIssuerUp(issuer) }),
  records: { kind: 'dynamodb' },
});
