import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { textingFrom } from '../system-on-aws.ts';
import { guardClocks } from './handler.ts';

export const handler = guardClocks(textingFrom(readEnvironment(Environment, process.env)));
