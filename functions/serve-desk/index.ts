import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { serveDesk } from '../handlers.ts';
import { intakeFrom } from '../system.ts';

export const handler = serveDesk(intakeFrom(readEnvironment(Environment, process.env)));
