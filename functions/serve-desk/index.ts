import { DeskEnvironment, readEnvironment } from '../../shared/contracts/environment.ts';
import { intakeFrom } from '../system-on-aws.ts';
import { serveDesk } from './handler.ts';

const environment = readEnvironment(DeskEnvironment, process.env);

export const handler = serveDesk({
  ...intakeFrom(environment),
  claims: environment.CLAIMS,
  rosterOnly: environment.ROSTER_ONLY,
});
