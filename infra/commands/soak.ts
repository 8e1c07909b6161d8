import { availableParallelism } from 'node:os';
import { readCommandLine, runCommand } from '../command-line.ts';
import { tryItems } from '../local/soak/items/try-items.ts';
import { type SoakOptions, soak } from '../local/soak/soak.ts';

const PER_SECOND = 20;
/** Ten minutes of the bureau, for which a number is held for whoever took it, are then half a minute. */
const SPEED = 20;

/** Of what is wrong so many are named. */
const MOST_SHOWN = 50;

const COMMAND = {
  usage: [
    'npm run soak -- --minutes 3         每秒20个请求,持续这么多分钟',
    'npm run soak -- --requests 200000   不限速地发这么多请求',
    'npm run soak -- --items 5000        每秒推送20条编造的舆情信息,共这么多条,再逐条查找',
  ],
  options: {
    minutes: { type: 'string', value: '分钟', about: '持续多久,不写为3' },
    requests: { type: 'string', value: '个数', about: '发多少请求,不限速' },
    items: {
      type: 'string',
      value: '条数',
      about: '推送多少条编造的舆情信息:各种格式、写法、重复、改写、有误的',
    },
    seed: { type: 'string', value: '种子', about: '编造的信息由它决定,不写为1' },
    speed: { type: 'string', value: '倍数', about: `局里的时钟比实际快多少倍,不写为${SPEED}` },
  },
  mostWords: 0,
} as const;

const readWhole = (name: string, given: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Error(`--${name} 应为正整数,不是 ${given}`);
  return Number(given);
};

const main = async (): Promise<void> => {
  const given = readCommandLine(COMMAND);
  if (given === undefined) return;
  const { minutes = '3', requests, items, seed = '1', speed = String(SPEED) } = given.values;
  const options: SoakOptions =
    requests === undefined
      ? { requests: readWhole('minutes', minutes) * 60 * PER_SECOND, perSecond: PER_SECOND, speed: 0 }
      : { requests: readWhole('requests', requests), perSecond: undefined, speed: 0 };
  const tried =
    items === undefined ? undefined : { items: readWhole('items', items), seed: readWhole('seed', seed) };
  console.log(`${new Date().toISOString()}, ${availableParallelism()} cores, Node ${process.version}`);
  const faults =
    tried === undefined
      ? await soak({ ...options, speed: readWhole('speed', speed) })
      : await tryItems({ ...tried, perSecond: PER_SECOND });
  for (const fault of faults.slice(0, MOST_SHOWN)) console.error(fault);
  if (tried !== undefined && faults.length > 0) throw new Error(`有${faults.length}处不对`);
  if (tried !== undefined) return console.log('none lost, each found as it was sent; memory did not grow');
  if (faults.length > 0) throw new Error('内存或文件的增长超出所存数据');
  console.log('memory, file and handles: nothing grew beyond what is stored');
};

await runCommand(main);
process.exit();
