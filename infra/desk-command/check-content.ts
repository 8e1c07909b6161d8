import * as z from 'zod';
import { zhCN } from 'zod/locales';
import { type Command, contentText } from './fields.ts';

const KINDS: Readonly<Record<string, string>> = {
  string: '应为文字',
  number: '应为数字',
  int: '应为整数',
  boolean: '应为 true 或 false',
  array: '应为一组值',
  object: '应写出下一级,如 名称.下级=值',
  record: '应写出各项目,如 名称.项目=内容',
};
const inChinese = zhCN().localeError;

const saidOf: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return '没有填写';
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? '填法不对';
  if (issue.code === 'invalid_value') return `只能是 ${issue.values.map(String).join('、')}`;
  if (issue.code === 'too_big') return `${issue.origin === 'string' ? '字数' : ''}不能超过 ${issue.maximum}`;
  if (issue.code === 'too_small') return `不能小于 ${issue.minimum}`;
  return inChinese(issue);
};

const faultsOf = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => `${[...issue.path, key].join('.')}:没有这一项`)
    : [`${issue.path.join('.')}:${issue.message}`];

/**
 * Compares a command's content with its contract, as the system itself will. Throws an Error in Chinese that names every
 * place that is wrong and what may be filled in.
 */
export const checkContent = (command: Command, content: Readonly<Record<string, unknown>>): void => {
  const parsed = z.safeParse(command.contract, { type: command.id, ...content }, { error: saidOf });
  if (parsed.success) return;
  const faults = parsed.error.issues.flatMap(faultsOf).map((fault) => `  ${fault}`);
  throw new Error([`${command.id}(${command.name})的内容有误:`, ...faults, contentText(command)].join('\n'));
};
