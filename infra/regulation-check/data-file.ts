import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { describeProblem, type Problem } from './checks/problem.ts';
import { placeAt, walk } from './checks/walk.ts';

/** A problem with its place in the text of the data file. */
export interface Located extends Problem {
  offset: number;
}
export interface DataFile {
  /** Undefined when the text is no JSON. */
  data: unknown;
  /** What is wrong with the text as JSON. */
  problems: Located[];
  locate: (problem: Problem) => Located;
}

type Saying = [fault: string, mend: string];
const COMMENT: Saying = ['数据文件里不能写注释', '请删去注释;说明可写入职责的 note'];
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

const syntaxProblem = ({ error, offset }: ParseError): Located => {
  const [fault, mend] = SAYINGS[printParseErrorCode(error)] ?? ['不是有效的 JSON', '请改正'];
  return { path: 'JSON', clauses: [], fault, mend, offset };
};

/** `第412行第15列`, as editors count. */
export const lineAndColumn = (text: string, offset: number): string => {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `第${before.length}行第${before.at(-1)!.length + 1}列`;
};
export const describeLocated = (text: string, { offset, ...problem }: Located): string =>
  `${lineAndColumn(text, offset)} ${describeProblem(problem)}`;

const repeatedKeys = (
  text: string,
  data: unknown,
  node: Node,
  keys: readonly (string | number)[],
): Located[] => {
  if (node.type === 'array')
    return node.children!.flatMap((each, index) => repeatedKeys(text, data, each, [...keys, index]));
  if (node.type !== 'object') return [];
  const first = new Map<string, number>();
  return node.children!.flatMap((property) => {
    const [name, value] = property.children!;
    const key = String(name!.value);
    const before = first.get(key);
    const inside = repeatedKeys(text, data, value!, [...keys, key]);
    if (before === undefined) {
      first.set(key, property.offset);
      return inside;
    }
    const { path, clauses } = placeAt(data, [...keys, key]);
    const fault = `“${key}”写了不止一次(${lineAndColumn(text, before)}已有)`;
    return [{ path, clauses, fault, mend: '请只留一处', offset: property.offset }, ...inside];
  });
};

/** Finds the place that a problem's path names, or the nearest around it that the file has. */
const locator = (tree: Node, data: unknown): DataFile['locate'] => {
  const places = new Map([...walk(data)].map(({ path, keys }) => [path, keys]));
  return (problem) => {
    let { path } = problem;
    while (!places.has(path)) path = path.slice(0, -1);
    const node = findNodeAtLocation(tree, [...places.get(path)!]) ?? tree;
    // A member is looked for by its name.
    return { ...problem, offset: node.parent?.type === 'property' ? node.parent.offset : node.offset };
  };
};

/** Reads a data file's text; never throws. */
export const readDataFile = (text: string): DataFile => {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  if (errors.length > 0 || tree === undefined)
    return {
      data: undefined,
      problems: errors.map(syntaxProblem),
      locate: (problem) => ({ ...problem, offset: 0 }),
    };
  const data: unknown = JSON.parse(text);
  return { data, problems: repeatedKeys(text, data, tree, []), locate: locator(tree, data) };
};
