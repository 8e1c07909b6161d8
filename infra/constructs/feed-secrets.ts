import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { IntakeSettings } from '../../shared/contracts/settings.ts';
import { secretArn } from './arns.ts';
import type { Extra } from './functions.ts';

/** Letters and digits, a multiple of four: as they stand the base64 of 33 bytes, which Standard Webhooks signs with. */
const SECRET_CHARACTERS = 44;
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

export const feedSecretName = (bureau: string, feed: string): string => `${bureau}/feeds/${feed}`;

/**
 * One signing secret per feed, `{"current": "…", "previous": "…"}`. Secrets Manager makes the first one, so that no
 * template and no person has seen it; the intake reads it when it needs it, so that a rotation needs no deployment.
 */
export class FeedSecrets extends Construct {
  readonly byFeed: ReadonlyMap<string, Secret>;
  readonly extra: Extra;

  constructor(scope: Construct, id: string, bureau: string, feeds: readonly string[]) {
    super(scope, id);
    this.byFeed = new Map(
      feeds.map((feed) => [
        feed,
        new Secret(this, feed, {
          secretName: feedSecretName(bureau, feed),
          description: `监测平台“${feed}”的推送签名密钥`,
          generateSecretString: {
            secretStringTemplate: '{}',
            generateStringKey: 'current',
            passwordLength: SECRET_CHARACTERS,
            excludeCharacters: PUNCTUATION,
          },
          removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        }),
      ]),
    );
    const intake: IntakeSettings['INTAKE'] = {
      authorization: 'signature',
      secrets: Object.fromEntries([...this.byFeed].map(([feed, secret]) => [feed, secretArn(secret)])),
    };
    this.extra = {
      environment: { INTAKE: Stack.of(this).toJsonString(intake) },
      statements: [
        new PolicyStatement({
          actions: ['secretsmanager:GetSecretValue'],
          resources: [...this.byFeed.values()].map(secretArn),
        }),
      ],
    };
  }
}

/** What the intake is told where the HTTP API itself checks who pushes. */
export const intakeByCaller = (feeds: readonly string[]): Extra => {
  const intake: IntakeSettings['INTAKE'] = { authorization: 'iam', feeds: [...feeds] };
  return { environment: { INTAKE: JSON.stringify(intake) }, statements: [] };
};
