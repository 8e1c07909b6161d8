import { readFileSync } from 'node:fs';
import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** What is wrong with a text as JSON, how to mend it, and where: `offset` counts UTF-16 units from the start. */
interface SyntaxFault {
  fault: string;
  mend: string;
  offset: number;
}

type Saying = [fault: string, mend: string];
const COMMENT: Saying = ['数据文件里不能写注释', '请删去注释'];
const SAYINGS: Readonly<Record<string, Saying>> = {
  InvalidSymbol: ['有不认识的符号', '文字须加英文双引号,标点须用英文半角;另可写 true、false、null 和数字'],
  InvalidNumberFormat: ['数字的写法不对', '请改正'],
  PropertyNameExpected: ['这里缺少名称', '请写成 "名称": 内容;最后一项之后不能有逗号'],
  ValueExpected: ['这里缺少内容', '请填写内容;最后一项之后不能有逗号'],
  ColonExpected: ['名称之后缺少冒号', '请写成 "名称": 内容(英文冒号)'],
  CommaExpected: ['两项之间缺少逗号', '请在前一项之后加英文逗号'],
  CloseBraceExpected: ['缺少与“{”配对的“}”', '请补上'],
  CloseBracketExpected: ['缺少与“[”配对的“]”', '请补上'],
  EndOfFileExpected: ['数据结束之后还有内容', '请删去多余的内容,或核对前面的括号'],
  InvalidCommentToken: COMMENT,
  UnexpectedEndOfComment: COMMENT,
  UnexpectedEndOfString: ['文字没有结束', '请补上英文双引号;文字里的换行写 \\n'],
  UnexpectedEndOfNumber: ['数字没有写完', '请改正'],
  InvalidUnicode: ['“\\u”之后不是四位十六进制数', '请改正,或直接写汉字'],
  InvalidEscapeCharacter: ['“\\”之后的字符不对', '反斜杠本身写 \\\\,换行写 \\n'],
  InvalidCharacter: ['文字里有不能直接写的字符', '换行写 \\n,制表符写 \\t'],
};

/** The parser's finding in words. */
export const syntaxFault = ({ error, offset }: ParseError): SyntaxFault => {
  const [fault, mend] = SAYINGS[printParseErrorCode(error)] ?? ['不是有效的 JSON', '请改正'];
  return { fault, mend, offset };
};

/** `第412行第15列`, as editors count. */
export const lineAndColumn = (text: string, offset: number): string => {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `第${before.length}行第${before.at(-1)!.length + 1}列`;
};

const firstFault = (text: string): string => {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  // What follows the first is mostly its consequence.
  const [first] = errors.map(syntaxFault);
  return first === undefined ? '' : `:${lineAndColumn(text, first.offset)} ${first.fault};${first.mend}`;
};

/** The value of a JSON text. Throws an Error in Chinese that begins with `name` and gives line, column and the mend. */
export const parseJson = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} 不是有效的 JSON${firstFault(text)}`, { cause: error });
  }
};

const READ_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: '找不到文件',
  ENOTDIR: '找不到文件',
  EISDIR: '这是文件夹,应为文件',
  EACCES: '没有权限读取',
  EPERM: '没有权限读取',
};

/** A file's text in UTF-8, without the mark that Windows puts first. Throws an Error in Chinese that names the file. */
export const readTextFile = (path: string): string => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Error(`${READ_FAULTS[code] ?? `读不了文件(${message})`}:${path}`, { cause: error });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`文件不是 UTF-8 编码,请另存为 UTF-8:${path}`, { cause: error });
  }
};

/** The content of a JSON file. Throws an Error in Chinese that names the file and what is wrong with it. */
export const readJsonFile = (path: string): unknown => parseJson(readTextFile(path), path);
