/** Partition → where its console is, of the partitions that the product is built and tested for. */
export const CONSOLES: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** Where the console shows an execution; null in a partition that is not known here. */
export const executionPage = (executionArn: string): string | null => {
  const [, partition = '', , region = ''] = executionArn.split(':');
  const host = CONSOLES[partition];
  return host === undefined
    ? null
    : `https://${host}/states/home?region=${region}#/v2/executions/details/${executionArn}`;
};
