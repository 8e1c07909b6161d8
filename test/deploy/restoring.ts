import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { type AttributeValue, DeleteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'vitest';
import { caseIn, logIn } from '../support/told.ts';
import type { Aws } from './harness/aws.ts';
import { type Context, environmentOf } from './harness/context.ts';
import type { Site } from './harness/site.ts';
import { ROOT } from './harness/tools.ts';
import { until } from './harness/until.ts';

/** The commands of docs/operations.md: those that name the tables, and those of the section on restoring, block by block. */
const documented = () => {
  const text = readFileSync(`${ROOT}docs/operations.md`, 'utf8');
  const blocksOf = (part: string): string[] =>
    [...part.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block!);
  const names = blocksOf(text)[0]!
    .split('\n')
    .filter((line) => /^(export STACK|table\(\)|export TABLE)/.test(line));
  const section = /^## 8\. Restoring[\s\S]*?(?=^## 9\. )/m.exec(text)![0];
  const blocks = blocksOf(section);
  const blockWith = (word: string): string => blocks.find((block) => block.includes(word))!;
  return { names: names.join('\n'), blockWith };
};

/** Whether this machine has the command-line tool of AWS, which the administrator needs. */
export const hasAwsCommand = async (): Promise<boolean> =>
  promisify(execFile)('aws', ['--version']).then(
    () => true,
    () => false,
  );

interface Deployed {
  context: Context;
  region: string;
  aws: Aws;
  site: Site;
  caseId: string;
}

/** Takes every record of a case out of a table; gives how many there were. */
const lose = async ({ aws }: Deployed, TableName: string, caseId: string): Promise<number> => {
  const { Items = [] } = await aws.tables.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `CASE#${caseId}` } },
    }),
  );
  for (const { pk, sk } of Items as Record<'pk' | 'sk', AttributeValue>[])
    await aws.tables.send(new DeleteItemCommand({ TableName, Key: { pk, sk } }));
  return Items.length;
};

/** Restores, by the commands of the document as they stand there, a case of which both tables lost every record. */
export const restoreByTheBook = async (deployed: Deployed): Promise<void> => {
  const { context, region, aws, site, caseId } = deployed;
  const { names, blockWith } = documented();
  const env = { ...process.env, ...environmentOf(context, region), BUREAU: 'leizhou' };
  const run = async (...blocks: string[]): Promise<string> => {
    // What the commands write does not belong into the repository.
    const script = ['set -e', `npm() { command npm --prefix ${ROOT} "$@"; }`, names, ...blocks].join('\n');
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: context.folder, env });
    return stdout;
  };
  const logOf = async () => logIn(await site.as('dutyOfficer', 'GET', `/v1/cases/${caseId}/log`));
  const before = await logOf();
  expect(before.intact).toBe(true);

  const [finding] = blockWith('FUNCTIONS=').split('\nfor F in');
  const second = `SECOND=${new Date().toISOString()}`;
  await run(
    blockWith('put-function-concurrency --function-name $F --reserved'),
    `${finding}\n${blockWith('--memory-size')}`,
    blockWith('restore-table-to-point-in-time').replace(/^SECOND=.*$/m, second),
  );
  const { StackResources = [] } = await aws.stacks.send(
    new DescribeStackResourcesCommand({ StackName: 'shixian-leizhou' }),
  );
  const tables = StackResources.filter(({ ResourceType }) => ResourceType === 'AWS::DynamoDB::Table');
  expect(tables).toHaveLength(2);
  for (const { PhysicalResourceId } of tables)
    expect(await lose(deployed, PhysicalResourceId!, caseId)).toBeGreaterThan(0);

  const restored = blockWith('export RESTORED_TABLE=').split('\n').at(-2)!;
  const told = await run(restored, blockWith('restore:tables\n'));
  expect(told).toMatch(
    /^补回\d+条,原有的\d+条没有改动。\n已清除\d+条,由日志重新列出[1-9]\d*件案卷、\d+条信息。\n$/,
  );
  await run(restored, blockWith('CASE=LZ').replaceAll('LZ2026-0001', caseId));
  await run(`${finding}\n${blockWith('delete-function-concurrency')}`);

  const view = caseIn(await site.as('dutyOfficer', 'GET', `/v1/cases/${caseId}`));
  expect(view.case).toBe(caseId);
  const after = await logOf();
  expect(after).toMatchObject({ intact: true, earlier: [] });
  expect(after.entries.slice(0, before.entries.length)).toEqual(before.entries);
  const level = view.handlingLevel.id;
  await until('the clock of the restored case', async () => {
    await aws.invoke('leizhou-sweep-cases', {});
    const running = (await aws.executions(`leizhou-${level}`)).filter(
      ({ name, status }) => name?.startsWith(`${caseId}-`) && status === 'RUNNING',
    );
    return running[0];
  });
};
