import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';

/** The one table: case logs and heads, items, rosters, deliveries, counters. It outlives every deployment. */
export class CaseTable extends Table {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
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
