import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { intakeFrom } from '../system.ts';
import { serveDesk } from './handler.ts';

export const handler = serveDesk(intakeFrom(readEnvironment(Environment, process.env)));
