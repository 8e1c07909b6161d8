import { parseArgs } from 'node:util';

export interface Options {
  bureau: string;
  json: boolean;
  /** `name=value`, as often as one likes. */
  set: string[];
  /** By id, name or short name; none: all. */
  levels: string[];
  /** The folder for the pictures. */
  svg: string | null;
  /** The one clause to show, with what rests on it. */
  clause: string | null;
}

const WITH_VALUE = ['set', 'level', 'clause', 'svg'];
const USAGE =
  '用法:npm run regulation -- <局> [--json] [--level 级别] [--clause 条款] [--set 名称=值] [--svg 文件夹]';

/** Reads the command line. Throws an Error in Chinese that says what is allowed. */
export const readOptions = (args: readonly string[], bureaus: readonly string[]): Options => {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(WITH_VALUE.map((name) => [name, { type: 'string' as const }])),
  });
  const known = `可选的局:${bureaus.join('、')}`;
  const given: Record<string, string[]> = { set: [], level: [], clause: [], svg: [] };
  const positionals: string[] = [];
  let json = false;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (name === 'json' && value === undefined) json = true;
    else if (!WITH_VALUE.includes(name) || !rawName.startsWith('--'))
      throw new Error(`没有选项 ${rawName};可用:--json、--level、--clause、--set、--svg。\n${USAGE}`);
    else if (value === undefined || value === '') throw new Error(`选项 ${rawName} 缺少值。\n${USAGE}`);
    else given[name]!.push(value);
  }
  const [bureau, ...more] = positionals;
  if (bureau === undefined) throw new Error(`${USAGE}\n${known}`);
  if (more.length > 0) throw new Error(`一次只能看一个局,多了“${more.join(' ')}”。\n${known}`);
  if (!bureaus.includes(bureau)) throw new Error(`没有这个局:${bureau};${known}`);
  const last = (name: string): string | null => given[name]!.at(-1) ?? null;
  return { bureau, json, set: given.set!, levels: given.level!, svg: last('svg'), clause: last('clause') };
};
