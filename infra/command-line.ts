import { parseArgs } from 'node:util';
import { withoutHidden } from '../shared/contracts/plain-text.ts';
import { widthOf } from './text-table.ts';

/** An option of a command, with what `--help` says of it; `value` names what is to be filled in. */
export interface CommandOption {
  type: 'string' | 'boolean';
  about: string;
  value?: string;
  multiple?: boolean;
  default?: string | boolean;
}
type Options = Readonly<Record<string, CommandOption>>;

interface Command<T extends Options> {
  /** How the command is called, one line each. */
  usage: readonly string[];
  options: T;
  /** How many words may stand beside the options; any number unless told. */
  mostWords?: number;
}
type Read<T extends Options> = ReturnType<
  typeof parseArgs<{ options: { -readonly [K in keyof T]: T[K] }; allowPositionals: true }>
>;

const shown = ([name, { value }]: [string, CommandOption]): string =>
  `--${name}${value === undefined ? '' : ` <${value}>`}`;

/** What `--help` prints: how the command is called, and each of its options. */
export const helpText = ({ usage, options }: Command<Options>): string => {
  const listed = [...Object.entries(options), ['help', HELP] as [string, CommandOption]];
  const width = Math.max(...listed.map((option) => widthOf(shown(option))));
  const line = (option: [string, CommandOption]): string =>
    `  ${shown(option)}${' '.repeat(width - widthOf(shown(option)))}  ${option[1].about}`;
  return ['用法:', ...usage.map((each) => `  ${each}`), '选项:', ...listed.map(line)].join('\n');
};
const HELP: CommandOption = { type: 'boolean', about: '显示本说明' };

const faultOf = (error: unknown, options: Options): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  const name = /'(?:-\w, )?(-[^\s']*)/.exec(message)?.[1] ?? '';
  const option = options[name.replace(/^--/, '')];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `没有选项 ${name};可用:${[...Object.keys(options), 'help'].map((each) => `--${each}`).join('、')}`;
  if (option?.type === 'boolean' || name === '--help') return `选项 ${name} 后面不能有值`;
  return `选项 ${name} 缺少值${option === undefined ? '' : `,应写作 ${shown([name.slice(2), option])}`}`;
};

/**
 * Reads a command line. Undefined when `--help` was asked for and has been printed. Throws an Error in Chinese that
 * names the option that is wrong and those that there are.
 */
export const readCommandLine = <const T extends Options>(
  command: Command<T>,
  args: readonly string[] = process.argv.slice(2),
): Read<T> | undefined => {
  let read: Read<T> & { values: { help?: boolean } };
  try {
    read = parseArgs({
      args: [...args],
      options: { ...command.options, help: HELP },
      allowPositionals: true,
    }) as typeof read;
  } catch (error) {
    throw new Error(`${faultOf(error, command.options)}\n${helpText(command)}`, { cause: error });
  }
  if (read.values.help === true) {
    console.log(helpText(command));
    return undefined;
  }
  const tooMany = read.positionals.slice(command.mostWords ?? Number.POSITIVE_INFINITY);
  if (tooMany.length > 0) throw new Error(`多了“${tooMany.join(' ')}”\n${helpText(command)}`);
  return read;
};

/** What to say of an error. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What is written from now on is for the owner of the process alone: records, texts, keys, backups. */
export const writeForOwner = (): void => {
  process.umask(0o077);
};

/** What is printed may come from the web: a terminal obeys nothing of it. */
export const printPlainly = (): void => {
  for (const name of ['log', 'error', 'warn'] as const) {
    const print = console[name].bind(console);
    console[name] = (...parts: unknown[]) =>
      print(...parts.map((part) => (typeof part === 'string' ? withoutHidden(part) : part)));
  }
};

/** Runs a console command; an error becomes its sentence on the console and exit code 1. */
export const runCommand = async (main: () => Promise<void>): Promise<void> => {
  printPlainly();
  try {
    await main();
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
};
