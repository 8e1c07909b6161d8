import { readSettings } from '../../shared/contracts/settings.ts';
import { intakeItems } from '../handlers.ts';
import { systemFrom } from '../system.ts';

const settings = readSettings(process.env);

export const handler = intakeItems(systemFrom(settings), async (feed) =>
  Object.hasOwn(settings.FEED_SECRETS, feed) ? settings.FEED_SECRETS[feed] : undefined,
);
