import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { IntakeEnvironment } from '../../shared/contracts/environment.ts';
import type { Settings } from '../settings/settings.ts';
import { secretArn } from './functions/arns.ts';
import type { Extra } from './functions/functions.ts';

/** Letters and digits, a multiple of four: as they stand the base64 of 33 bytes, which Standard Webhooks signs with. */
const SECRET_CHARACTERS = 44;
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * A signing secret, `{"current": "…", "previous": "…"}`. Secrets Manager makes the first one, so that no template and no person has
 * seen it.
 */
export const createSigningSecret = (
  scope: Construct,
  id: string,
  secretName: string,
  description: string,
): Secret =>
  new Secret(scope, id, {
    secretName,
    description,
    generateSecretString: {
      secretStringTemplate: '{}',
      generateStringKey: 'current',
      passwordLength: SECRET_CHARACTERS,
      excludeCharacters: PUNCTUATION,
    },
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });

type Feeds = Pick<Settings['intake'], 'feeds' | 'mappings'>;

/**
 * One signing secret per feed; the intake reads it when it needs it, so that a rotation needs no deployment.
 */
export class FeedSecrets extends Construct {
  readonly extra: Extra;

  constructor(scope: Construct, id: string, bureau: string, { feeds, mappings }: Feeds) {
    super(scope, id);
    const secretPrefix = `${bureau}/feeds/`;
    const secrets = feeds.map((feed) =>
      createSigningSecret(this, feed, `${secretPrefix}${feed}`, `监测平台“${feed}”的推送签名密钥`),
    );
    // Names and no ARNs: with twenty feeds these would not fit into a function's environment.
    const intake: IntakeEnvironment['INTAKE'] = {
      authorization: 'signature',
      feeds: [...feeds],
      secretPrefix,
      mappings,
    };
    this.extra = {
      environment: { INTAKE: JSON.stringify(intake) },
      statements: [
        new PolicyStatement({
          actions: ['secretsmanager:GetSecretValue'],
          resources: secrets.map(secretArn),
        }),
      ],
    };
  }
}

/** What the intake is told where the HTTP API itself checks who pushes. */
export const intakeByCaller = ({ feeds, mappings }: Feeds): Extra => {
  const intake: IntakeEnvironment['INTAKE'] = { authorization: 'iam', feeds: [...feeds], mappings };
  return { environment: { INTAKE: JSON.stringify(intake) }, statements: [] };
};
