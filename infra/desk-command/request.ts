import type { ShownAs } from '../local/console/show.ts';
import { textTable } from '../text-table.ts';
import { checkContent } from './check-content.ts';
import { type Command, commands, contentText, OPEN_CASE } from './fields.ts';
import { contentFrom } from './words.ts';

/** Of the roster: read, or brought as a table. */
export const ROSTER = 'roster';

/** One request to the HTTP API, and how its answer is shown. */
export interface Request {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  shownAs: ShownAs;
}

const call = 'npm run desk -- <岗位[@单位]>';
/** The forms of the command, one line each. */
export const USAGE: readonly string[] = textTable(
  [
    [`${call} duties [名称=值 …]`, '待办;of=all 为可阅案卷的全部待办'],
    [`${call} list [名称=值 …]`, '在办案卷;例:state=archived title=过期食品'],
    [`${call} show <案卷>`, '职责、时限、条款'],
    [`${call} log <案卷>`, '案卷日志'],
    [`${call} clocks <案卷>`, '时钟:流程执行、等到何时、经过'],
    [`${call} status`, '系统状况:巡检、停摆、短信、数据源'],
    [`${call} <命令> <案卷> [名称=值 …]`, '例:ConfirmGrade LZ2026-0001 level=orange'],
    [`${call} <命令> <案卷> "@文件.json"`, '内容取自 JSON 文件'],
    [`${call} open 名称=值 …`, '人工立案'],
    [`${call} <命令或 open> … --try`, '试办:只说会怎样,不写入'],
    [`${call} roster`, '值班通讯名册'],
    [`${call} roster <表格.csv> [理由=…] [确认空缺]`, '预览名册表格的更改;写了理由即予更换'],
  ],
  [0, 1],
);

/** The commands on a case by id and name, one line each. */
export const COMMANDS: readonly string[] = textTable(
  [...commands.values()].filter(({ id }) => id !== OPEN_CASE).map(({ id, name }) => [`  ${id}`, name]),
  [0, 1],
);

const bodyOf = (command: Command, words: readonly string[], now: Date): Record<string, unknown> => {
  const content = contentFrom(words, command.content, now);
  checkContent(command, content);
  return { type: command.id, ...content };
};

const LISTS = { list: '/v1/cases', duties: '/v1/duties' } as const;
/** `名称=值` words as a query; the desk says which there are. */
const listPath = (list: keyof typeof LISTS, words: readonly string[]): string => {
  const query = new URLSearchParams(
    words.map((word): [string, string] => {
      const [name = '', ...value] = word.split('=');
      return [name, value.join('=')];
    }),
  );
  return words.length === 0 ? LISTS[list] : `${LISTS[list]}?${query}`;
};

/**
 * The request for what stands after the post: `duties`, `list`, `status`, `show`, `log` or `clocks <案卷>`, `open …` or a command on a case. `now`
 * is what `now` means among the words. Throws an Error in Chinese that lists what is allowed.
 */
export const requestFor = ([action, ...words]: readonly string[], now: Date): Request => {
  if (action === undefined)
    throw new Error(['没有写要做什么。用法:', ...USAGE, '命令:', ...COMMANDS].join('\n'));
  if (action === 'list' || action === 'duties')
    return { method: 'GET', path: listPath(action, words), shownAs: action };
  if (action === 'status') return { method: 'GET', path: '/v1/status', shownAs: 'status' };
  if (action === 'open')
    return {
      method: 'POST',
      path: '/v1/cases',
      body: bodyOf(commands.get(OPEN_CASE)!, words, now),
      shownAs: 'case',
    };
  const command = commands.get(action);
  const isReading = action === 'show' || action === 'log' || action === 'clocks';
  if (!isReading && (command === undefined || action === OPEN_CASE))
    throw new Error(
      [
        `没有命令“${action}”;可用:duties、list、show、log、clocks、status、open、roster,以及`,
        ...COMMANDS,
      ].join('\n'),
    );
  const [caseId, ...content] = words;
  if (caseId === undefined)
    throw new Error(
      `没有写案卷,应写作 ${call} ${action} <案卷>${command === undefined ? '' : `\n${contentText(command)}`}`,
    );
  const path = `/v1/cases/${encodeURIComponent(caseId)}`;
  if (action === 'show') return { method: 'GET', path, shownAs: 'case' };
  if (command === undefined) {
    const shownAs = action === 'log' ? 'log' : 'clocks';
    return { method: 'GET', path: `${path}/${shownAs}`, shownAs };
  }
  return {
    method: 'POST',
    path: `${path}/commands`,
    body: bodyOf(command, content, now),
    shownAs: 'case',
  };
};

/** The same request with only the question what it would do. Throws an Error in Chinese for what changes nothing anyway. */
export const tryRequest = (request: Request | undefined): Request => {
  if (request?.method !== 'POST')
    throw new Error(
      '--try 用于办理命令和人工立案(open);duties、list、show、log 不改动任何内容,名册不写理由即是预览',
    );
  const shownAs = request.path === '/v1/cases' ? 'openingTried' : 'tried';
  return { ...request, path: `${request.path}?try`, shownAs };
};
