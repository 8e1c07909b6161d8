import { templates } from '../../../shared/notices/templates.ts';
import type { Deployment } from './cdk.ts';
import { AUDIENCE } from './stubs.ts';

export const FEED = 'demo';
export const OTHER_FEED = 'other';

/** The gateway's name for each template of ours. */
export const GATEWAY_TEMPLATES: Record<string, string> = Object.fromEntries(
  Object.values(templates).map(({ id }) => [id, `GOV_${id}`]),
);

/** What tells of a new case: with a limit in numbers, with the level to be determined first, and without either. */
export const OPENINGS: readonly string[] = ['opened', 'openedGradeFirst', 'openedAtOnce'].map(
  (name) => GATEWAY_TEMPLATES[templates[name]!.id]!,
);

const shared = (issuer: string): Pick<Deployment, 'regulation' | 'identity' | 'alarms'> => ({
  regulation: 'leizhou',
  identity: { issuer, audience: [AUDIENCE] },
  alarms: { email: 'operator@example.invalid' },
});

/** A China account without an ICP licence: SigV4 at the door, texts through the government's gateway. */
export const chinaDeployment = (issuer: string, gateway: string): Deployment => ({
  ...shared(issuer),
  bureau: 'leizhou',
  region: 'cn-north-1',
  intake: { authorization: 'iam', feeds: [FEED, OTHER_FEED] },
  sms: { channel: 'sns-bridge', gateway: { url: `${gateway}/messages`, templates: GATEWAY_TEMPLATES } },
});

/** A commercial Region: signed pushes, texts from SNS to the telephone. */
export const commercialDeployment = (issuer: string): Deployment => ({
  ...shared(issuer),
  bureau: 'leizhou',
  region: 'us-east-1',
  intake: { authorization: 'signature', feeds: [FEED, OTHER_FEED] },
  sms: { channel: 'sns-direct' },
});

/** A bureau with another regulation beside it in the same account and Region, with a key of its own. */
export const neighbourDeployment = (issuer: string, gateway: string): Deployment => ({
  ...chinaDeployment(issuer, gateway),
  bureau: 'neighbour',
  regulation: 'yinzhou',
  regulationSettings: { reviewAtAllLevels: false },
  region: 'us-east-1',
  intake: { authorization: 'signature', feeds: [FEED] },
  tableKey: 'customer',
});
