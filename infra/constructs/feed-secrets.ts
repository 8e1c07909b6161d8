import { RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/**
 * The feeds' signing secrets as JSON, `{ "<feed>": ["whsec_…", …] }` (two while one is being replaced). It is made
 * empty; the administrator writes the value, raises the setting `feedSecretsRevision` and deploys again, since
 * CloudFormation reads the value only when the function's own settings change.
 */
export class FeedSecrets extends Secret {
  constructor(scope: Construct, id: string, bureau: string) {
    super(scope, id, {
      secretName: `${bureau}/feed-secrets`,
      description: '监测平台推送签名密钥',
      secretStringValue: SecretValue.unsafePlainText('{}'),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** The environment of the one function that checks signatures: a reference, so that no template holds a secret. */
  environment(revision: string): Record<string, string> {
    return { FEED_SECRETS: this.secretValue.unsafeUnwrap(), FEED_SECRETS_REVISION: revision };
  }
}
