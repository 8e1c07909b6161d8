import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * The one table: case logs and heads, items, rosters, deliveries, counters. It outlives every deployment, and so does its
 * key when the account holds that itself.
 */
export class CaseTable extends Table {
  constructor(scope: Construct, id: string, key: 'aws' | 'customer') {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      ...(key === 'aws'
        ? { encryption: TableEncryption.AWS_MANAGED }
        : { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: createKey(scope, `${id}Key`) }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.addGlobalSecondaryIndex({
      indexName: 'board',
      partitionKey: { name: 'board', type: AttributeType.STRING },
      sortKey: { name: 'boardAt', type: AttributeType.STRING },
      projectionType: ProjectionType.INCLUDE,
      // Just enough to find a case: what counts is read from the table.
      nonKeyAttributes: ['caseId', 'version'],
    });
  }
}

const createKey = (scope: Construct, id: string): Key =>
  new Key(scope, id, {
    description: '时限系统案卷表密钥',
    enableKeyRotation: true,
    // Whoever loses it loses every case.
    removalPolicy: RemovalPolicy.RETAIN,
  });
