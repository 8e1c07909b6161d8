import { readCommandLine, runCommand } from '../command-line.ts';
import { tableNamed } from '../restoring/dynamo-tables.ts';
import { acceptEnds, copyMissing, findAhead, replaceCase, type Tables } from '../restoring/restore-tables.ts';

const COMMAND = {
  usage: [
    'npm run restore:tables -- [选项]   用恢复出来的两张表补回 AWS 上缺失的案卷,先停止所有程序(docs/operations.md)',
  ],
  options: {
    case: { type: 'string', value: '案卷号', about: '只处理这一件:把它的日志和文字换成恢复出来的' },
    'accept-ends': {
      type: 'boolean',
      about: '确认日志就到现在的最后一条为止,其后的已经丢失',
      default: false,
    },
  },
  mostWords: 0,
} as const;

const tables = (records: string, log: string): Tables => ({
  records: tableNamed(records),
  log: tableNamed(log),
});

const say = (what: string, list: readonly string[]): void => {
  if (list.length > 0) console.log(`${what}:\n${list.map((each) => `  ${each}`).join('\n')}`);
};

/** `npm run restore:tables`: TABLE and LOG_TABLE are in use, RESTORED_TABLE and RESTORED_LOG_TABLE were restored. */
const main = async (): Promise<void> => {
  const given = readCommandLine(COMMAND);
  if (given === undefined) return;
  const { case: caseId, 'accept-ends': accept } = given.values;
  const here = tables('TABLE', 'LOG_TABLE');
  if (!accept) {
    const restored = tables('RESTORED_TABLE', 'RESTORED_LOG_TABLE');
    if (caseId === undefined) {
      const { copied, there, left } = await copyMissing(here, restored);
      console.log(`补回${copied}条,原有的${there}条没有改动。`);
      say('下列案卷的编号已给了别的案卷,没有补回,须由办公室重新录入', left);
    } else {
      const replaced = await replaceCase(here, restored, caseId);
      console.log(`${caseId} 换回或补回${replaced.length}条。`);
      say('其中', replaced);
    }
  }
  const ahead = await findAhead(here);
  say(
    accept ? '下列案卷已确认就此为止' : '下列案卷的日志短于系统所记得的,其后的条目不在了',
    ahead.map((each) => `${each.caseId} 记得第${each.seen}条,现有${each.last}条`),
  );
  if (accept) await acceptEnds(here, ahead, new Date().toISOString());
};

await runCommand(main);
