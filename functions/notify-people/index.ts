import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { notifyPeople } from '../handlers.ts';
import { textingFrom } from '../system.ts';

export const handler = notifyPeople(textingFrom(readEnvironment(Environment, process.env)));
