import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { guardClocks } from '../handlers.ts';
import { textingFrom } from '../system.ts';

export const handler = guardClocks(textingFrom(readEnvironment(Environment, process.env)));
