import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  type BridgeEnvironment,
  inOrder,
  type ReceiptsEnvironment,
} from '../../shared/contracts/environment.ts';
import { FLIGHT_LASTS } from '../../shared/records/texts/mailboxes.ts';
import type { Settings } from '../settings/settings.ts';
import { createSigningSecret } from './feed-secrets.ts';
import { secretArn } from './functions/arns.ts';
import type { Extra } from './functions/functions.ts';

export interface SmsBridgeProps {
  readonly bureau: string;
  readonly url: string;
  readonly templates: Readonly<Record<string, string>>;
  /** How whoever comes from outside shows who he is. */
  readonly authorization: Settings['intake']['authorization'];
}

/**
 * The SMS channel where SNS reaches no telephone: topic → bridge function → the government's SMS gateway, which may report later
 * what became of a text. What the gateway did not take goes back into its mailbox; what the bridge could not run on lies in the
 * dead-letter queue for two weeks.
 */
export class SmsBridge extends Construct {
  readonly topic: Topic;
  readonly secret: Secret;
  readonly deadLetters: Queue;
  /** What the bridge function is told and allowed. */
  readonly extra: Extra;
  /** What the gateway signs its receipts with, where the HTTP API does not check the caller itself. */
  readonly receiptsSecret: Secret | undefined;
  /** What the function that takes them is told and allowed. */
  readonly receiptsExtra: Extra;

  constructor(scope: Construct, id: string, { bureau, url, templates, authorization }: SmsBridgeProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', {
      topicName: `${bureau}-sms`,
      displayName: 'Shixian SMS',
      // SNS's own key: the messages hold telephone numbers.
      masterKey: Alias.fromAliasName(this, 'SnsKey', 'alias/aws/sns'),
      enforceSSL: true,
    });
    this.deadLetters = new Queue(this, 'DeadLetters', {
      queueName: `${bureau}-sms-dead-letters`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.secret = new Secret(this, 'GatewaySecret', {
      secretName: `${bureau}/sms-gateway`,
      // Made at random, so that the gateway refuses it until the administrator has put the real one there.
      description: '短信网关的接入密钥(首次部署后须写入网关发给本局的密钥)',
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const gateway: Record<keyof BridgeEnvironment['GATEWAY'], string> = {
      url,
      secret: secretArn(this.secret),
      templates: inOrder(templates),
    };
    this.extra = {
      environment: { GATEWAY: Stack.of(this).toJsonString(gateway) },
      statements: [
        new PolicyStatement({
          actions: ['secretsmanager:GetSecretValue'],
          resources: [secretArn(this.secret)],
        }),
      ],
    };
    this.receiptsSecret =
      authorization === 'signature'
        ? createSigningSecret(this, 'ReceiptsSecret', `${bureau}/sms-receipts`, '短信网关的回执签名密钥')
        : undefined;
    this.receiptsExtra = this.#receiptsExtra();
  }

  #receiptsExtra(): Extra {
    const secret = this.receiptsSecret && secretArn(this.receiptsSecret);
    const receipts: ReceiptsEnvironment['RECEIPTS'] =
      secret === undefined ? { authorization: 'iam' } : { authorization: 'signature', secret };
    const statements =
      secret === undefined
        ? []
        : [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret] })];
    return { environment: { RECEIPTS: Stack.of(this).toJsonString(receipts) }, statements };
  }

  /** Subscribes the bridge function. */
  connect(bridge: NodejsFunction): void {
    // What SNS cannot hand to the function, and what the function could not hand to the gateway.
    this.topic.addSubscription(new LambdaSubscription(bridge, { deadLetterQueue: this.deadLetters }));
    bridge.configureAsyncInvoke({
      retryAttempts: 2,
      // By then its mailbox has it back, and sends it in another text.
      maxEventAge: Duration.parse(FLIGHT_LASTS),
      onFailure: new SqsDestination(this.deadLetters),
    });
  }
}
