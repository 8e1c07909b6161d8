import { logProblem } from '../../functions/log-problem.ts';
import { readCommandLine, runCommand } from '../command-line.ts';
import { DATA_OPTIONS, dataOf } from '../local/console/client.ts';
import { openDataFile } from '../local/store/data-file.ts';
import { tableNamed } from '../restoring/dynamo-tables.ts';
import { type AllRecords, type Rebuilt, rebuildLists } from '../restoring/rebuild-lists.ts';

const COMMAND = {
  usage: ['npm run lists -- [选项]      由案卷日志重建全部查询列表(待办、案卷、台账、信息);先停止系统'],
  options: {
    ...DATA_OPTIONS,
    tables: {
      type: 'boolean',
      about: '重建 AWS 上两张表的列表,表名取自环境变量 TABLE、LOG_TABLE(docs/operations.md)',
      default: false,
    },
  },
  mostWords: 0,
} as const;

const onAws = (): AllRecords => {
  const tables = { records: tableNamed('TABLE'), log: tableNamed('LOG_TABLE') };
  return { ...tables, keys: (table) => tables[table].scan() };
};

const rebuild = (from: AllRecords): Promise<Rebuilt> =>
  rebuildLists(from, { now: () => new Date().toISOString(), onProblem: logProblem });

/** `npm run lists`. */
const main = async (): Promise<void> => {
  const given = readCommandLine(COMMAND);
  if (given === undefined) return;
  // On AWS there is no data folder of this machine.
  const file = given.values.tables ? undefined : openDataFile({ ...dataOf(given.values), isNew: false });
  try {
    const { removed, cases, items, damaged } = await rebuild(file ?? onAws());
    console.log(`已清除${removed}条,由日志重新列出${cases}件案卷、${items}条信息。`);
    if (damaged.length > 0)
      console.log(`下列案卷的日志有读不出来的条目,没有列出,请按运维手册从备份中找回:${damaged.join('、')}`);
  } finally {
    file?.close();
  }
};

await runCommand(main);
