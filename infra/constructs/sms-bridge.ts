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
import { type BridgeEnvironment, inOrder } from '../../shared/contracts/environment.ts';
import { secretArn } from './functions/arns.ts';
import type { Extra } from './functions/functions.ts';

export interface SmsBridgeProps {
  readonly bureau: string;
  readonly url: string;
  readonly templates: Readonly<Record<string, string>>;
}

/**
 * The SMS channel where SNS reaches no telephone: topic → bridge function → the government's SMS gateway. What the gateway
 * did not take after every try lies in the dead-letter queue for two weeks.
 */
export class SmsBridge extends Construct {
  readonly topic: Topic;
  readonly secret: Secret;
  readonly deadLetters: Queue;
  /** What the bridge function is told and allowed. */
  readonly extra: Extra;
  /** The same for the sweep, which looks for texts that the bridge could not even try. */
  readonly sweepExtra: Extra;

  constructor(scope: Construct, id: string, { bureau, url, templates }: SmsBridgeProps) {
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
    this.sweepExtra = {
      environment: { SMS_DEAD_LETTERS: this.deadLetters.queueUrl },
      statements: [
        new PolicyStatement({ actions: ['sqs:ReceiveMessage'], resources: [this.deadLetters.queueArn] }),
      ],
    };
  }

  /** Subscribes the bridge function. */
  connect(bridge: NodejsFunction): void {
    // What SNS cannot hand to the function, and what the function could not hand to the gateway.
    this.topic.addSubscription(new LambdaSubscription(bridge, { deadLetterQueue: this.deadLetters }));
    bridge.configureAsyncInvoke({
      retryAttempts: 2,
      // A text about a limit is of no use much later; the telephone task stands in the file by then.
      maxEventAge: Duration.minutes(15),
      onFailure: new SqsDestination(this.deadLetters),
    });
  }
}
