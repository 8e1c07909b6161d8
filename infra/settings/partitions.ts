import { RegionInfo } from 'aws-cdk-lib/region-info';
import { CONSOLES } from '../../shared/workflows/consoles.ts';

/** Region → partition, for every Region of the three partitions. */
export const REGIONS: ReadonlyMap<string, string> = new Map(
  RegionInfo.regions.flatMap(({ name, partition }) =>
    partition !== undefined && Object.hasOwn(CONSOLES, partition) ? [[name, partition] as const] : [],
  ),
);

/** What a Region has of that which differs between partitions. */
export interface Abilities {
  readonly partition: string;
  readonly console: string;
  /** SNS can send to a telephone: nowhere in aws-cn, and in GovCloud only in the west. */
  readonly textsDirectly: boolean;
  /** Lambda and Step Functions send traces to X-Ray; aws-cn has no such integration for Lambda. */
  readonly traces: boolean;
}

/** Throws for a Region that `REGIONS` does not have. */
export const abilitiesOf = (region: string): Abilities => {
  const partition = REGIONS.get(region);
  if (partition === undefined) throw new Error(`No such Region: ${region}`);
  return {
    partition,
    console: CONSOLES[partition]!,
    textsDirectly: partition !== 'aws-cn' && region !== 'us-gov-east-1',
    traces: partition !== 'aws-cn',
  };
};
