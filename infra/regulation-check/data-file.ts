import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { lineAndColumn, syntaxFault } from '../read-json.ts';
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

const syntaxProblem = (error: ParseError): Located => {
  const { fault, mend, offset } = syntaxFault(error);
  const isComment = printParseErrorCode(error.error).includes('Comment');
  return {
    path: 'JSON',
    clauses: [],
    fault,
    mend: isComment ? `${mend};说明可写入职责的 note` : mend,
    offset,
  };
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
