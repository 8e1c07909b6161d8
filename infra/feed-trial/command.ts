import { jsonBody } from '../../functions/request-body.ts';
import type { Mapping } from '../../shared/intake/mapping/mapping.ts';
import { isTarget } from '../../shared/intake/mapping/targets.ts';
import { MAPPING_NAMES, mappingNamed } from '../../shared/intake/mappings.ts';
import { titleOf } from '../../shared/intake/warn.ts';
import { regulationInForce } from '../../shared/regulations/index.ts';
import { helpText, readCommandLine } from '../command-line.ts';
import { parseJson, readTextFile } from '../read-json.ts';
import { textTable } from '../text-table.ts';
import { checkMappingFile, findMapping } from './mapping-file.ts';
import { registerMapping } from './register.ts';
import { tryFeed } from './trial.ts';

const COMMAND = {
  usage: [
    'npm run feed                                      列出现有的字段对应',
    'npm run feed -- show <字段对应>                   列出各字段取自哪里',
    'npm run feed -- try <字段对应> <样本.json>        试读一个样本,不推送',
    'npm run feed -- check <字段对应.json>             检查一个新写的字段对应',
    'npm run feed -- register <字段对应.json>          检查后登记,文件名即名称',
  ],
  options: {
    bureau: {
      type: 'string',
      value: '局',
      about: '按哪个局的制度识别和初判,不写为 leizhou',
      default: 'leizhou',
    },
    at: { type: 'string', value: '时间', about: '当作什么时候到达(ISO 8601),不写为现在' },
  },
  mostWords: 3,
} as const;

const listed = (): string[] =>
  textTable(
    MAPPING_NAMES.map((name) => {
      const { name: called, about = '' } = mappingNamed(name);
      return [name, called, about];
    }),
    [0, 1, 2],
  );

const fieldsOf = ({ name, about, items, zone, fields, former = {}, ignored = [] }: Mapping): string[] => [
  name,
  ...(about === undefined ? [] : [about]),
  `信息列表在 ${items ?? '请求体本身,或其 items'};没有时区的时间按 ${zone}`,
  ...textTable(
    Object.entries(fields).map(([target, way]) => [
      `  ${isTarget(target) ? titleOf(target) : target}`,
      target,
      typeof way === 'string' ? `← ${way}` : `= ${way.constant}`,
    ]),
    [0, 1, 2],
  ),
  ...Object.entries(former).map(([old, target]) => `  旧名 ${old},按 ${target} 读取`),
  ...(ignored.length === 0 ? [] : [`  已知不采用:${ignored.join('、')}`]),
];

interface Folders {
  /** Holds mapping-files.ts and mappings/. */
  intake: string;
}

/** `npm run feed`: answers with the exit code. Throws in Chinese. */
export const createFeedCommand =
  ({ intake }: Folders, print: (line: string) => void) =>
  (args: readonly string[], now: string): number => {
    const given = readCommandLine(COMMAND, args);
    if (given === undefined) return 0;
    const [what, first, second] = given.positionals;
    const printAll = (lines: readonly string[]): void => {
      for (const line of lines) print(line);
    };
    if (what === undefined) {
      printAll(listed());
      return 0;
    }
    if (what === 'show' && first !== undefined) {
      printAll(fieldsOf(findMapping(first)));
      return 0;
    }
    if (what === 'try' && first !== undefined && second !== undefined) {
      const trial = {
        mapping: findMapping(first),
        regulation: regulationInForce(given.values.bureau),
        now: given.values.at === undefined ? now : new Date(given.values.at).toISOString(),
      };
      // A number that is longer than ours stays as it is, as in a push.
      parseJson(readTextFile(second), second);
      const { lines, all, taken } = tryFeed(trial, jsonBody(readTextFile(second)));
      printAll([...lines, `共${all}条,可以接收${taken}条;没有推送,没有保存`]);
      return taken === all ? 0 : 1;
    }
    if ((what === 'check' || what === 'register') && first !== undefined) {
      const checked = checkMappingFile(first);
      if ('faults' in checked) {
        printAll([`${first}:${checked.faults.length}处错误`, ...checked.faults]);
        return 1;
      }
      print(`${first}:没有错误`);
      if (what === 'check') return 0;
      const written = registerMapping(intake, first, checked.text);
      printAll(written.length === 0 ? ['已经登记,没有变化'] : written.map((path) => `已写入 ${path}`));
      return 0;
    }
    throw new Error(`用法不对\n${helpText(COMMAND)}`);
  };
