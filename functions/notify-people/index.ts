import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { textingFrom } from '../system-on-aws.ts';
import { notifyPeople } from './handler.ts';

export const handler = notifyPeople(textingFrom(readEnvironment(Environment, process.env)));
