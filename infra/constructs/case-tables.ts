import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** What changes or removes an item that is there, one by one, many at once, by PartiQL, or when its time is over. */
const CHANGES = [
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
  'dynamodb:UpdateTimeToLive',
];

/** The two tables. They outlive every deployment, and so does their key when the account holds that itself. */
export class CaseTables extends Construct {
  /** Heads, texts, items, rosters, deliveries, counters: everything but the logs of the cases. */
  readonly records: Table;
  /** The logs. Nobody changes or removes an entry, whatever his own policies allow: that would need another policy here first. */
  readonly log: Table;

  constructor(scope: Construct, id: string, keyOwner: 'aws' | 'customer') {
    super(scope, id);
    const kept = keptWith(keyOwner === 'aws' ? undefined : createKey(this));
    this.records = new Table(this, 'Records', kept);
    this.records.addGlobalSecondaryIndex({
      indexName: 'board',
      partitionKey: { name: 'board', type: AttributeType.STRING },
      sortKey: { name: 'boardAt', type: AttributeType.STRING },
      projectionType: ProjectionType.INCLUDE,
      // Just enough to find a case: what counts is read from the table.
      nonKeyAttributes: ['caseId', 'version'],
    });
    this.log = new Table(this, 'Log', { ...kept, resourcePolicy: appendOnly() });
  }
}

const keptWith = (key: Key | undefined): TableProps => ({
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  billingMode: BillingMode.PAY_PER_REQUEST,
  ...(key === undefined
    ? { encryption: TableEncryption.AWS_MANAGED }
    : { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: key }),
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
});

/** As far as a policy can say it: that a put finds nothing in its place, only the put itself can demand. */
const appendOnly = (): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: CHANGES,
        // The table that the policy belongs to.
        resources: ['*'],
      }),
    ],
  });

const createKey = (scope: Construct): Key =>
  new Key(scope, 'Key', {
    description: '时限系统案卷表密钥',
    enableKeyRotation: true,
    // Whoever loses it loses every case.
    removalPolicy: RemovalPolicy.RETAIN,
  });
