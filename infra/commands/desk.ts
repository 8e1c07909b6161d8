import { readFileSync } from 'node:fs';
import { regulationInForce } from '../../shared/regulations/index.ts';
import { readCommandLine, runCommand } from '../command-line.ts';
import { COMMANDS, ROSTER, requestFor, tryRequest, USAGE } from '../desk-command/request.ts';
import { bringRoster } from '../desk-command/roster.ts';
import {
  type Answered,
  ask,
  askWhole,
  CLIENT_OPTIONS,
  dataOf,
  refusalIn,
  urlOf,
  type Where,
} from '../local/console/client.ts';
import { showReply } from '../local/console/show.ts';
import { createIssuer, issuedBy } from '../local/identity/issuer.ts';
import { readKeys } from '../local/identity/keys.ts';
import { loginOf } from '../local/identity/whose-login.ts';
import { exampleRoster } from '../local/people.ts';
import { actorNamed, postNamed, postsText } from '../local/posts.ts';

const COMMAND = {
  usage: USAGE,
  options: {
    ...CLIENT_OPTIONS,
    token: { type: 'string', value: '文件', about: '以这个文件里的令牌办理:用统一身份认证登录的局须写' },
    try: { type: 'boolean', about: '试办:只说会怎样(时限、须谁确认、缺什么),不写入任何内容', default: false },
    json: { type: 'boolean', about: '原样输出系统的答复(JSON)', default: false },
  },
} as const;

interface Given extends Where {
  token?: string | undefined;
}
/** The token to act with: the machine's own for an example person, or one that the office's login has issued. */
const tokenFor = async (who: string, given: Given): Promise<string> => {
  const { folder, bureau } = dataOf(given);
  if (given.token !== undefined) return readToken(given.token);
  const issuer = loginOf(folder);
  if (issuer !== undefined)
    throw new Error(`这个局由 ${issuer} 认证登录:请把所发的令牌存入文件,并写 --token <文件>`);
  const regulation = regulationInForce(bureau);
  const actor = actorNamed(regulation, exampleRoster(regulation), who);
  return createIssuer(readKeys(folder).tokens, issuedBy(urlOf(given), bureau)).issue(actor);
};

const readToken = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Error(`读不到令牌文件 ${file}`, { cause: error });
  }
};

/** `npm run desk`: one request of the office to the bureau that runs on this machine. */
const main = async (): Promise<void> => {
  const given = readCommandLine(COMMAND);
  if (given === undefined) {
    console.log(['命令:', ...COMMANDS, '岗位和单位因局而异:npm run desk -- --bureau <局>'].join('\n'));
    return;
  }
  const { values, positionals } = given;
  const [who, ...words] = positionals;
  if (who === undefined)
    throw new Error(['用法:', ...USAGE, postsText(regulationInForce(values.bureau))].join('\n'));
  const meant = words[0] === ROSTER ? undefined : requestFor(words, new Date());
  const request = values.try ? tryRequest(meant) : meant;
  const { folder, bureau } = dataOf(values);
  const regulation = regulationInForce(bureau);
  if (!who.includes('@') && postNamed(regulation, who).perUnit)
    throw new Error(`请写明单位:${who}@<单位>\n${postsText(regulation)}`);
  const token = await tokenFor(who, values);
  const askAs = (method: string, path: string, body?: unknown): Promise<Answered> =>
    ask(values, path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'shixian-post': encodeURIComponent(who),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const answer =
    request === undefined
      ? await bringRoster(regulation, words.slice(1), askAs)
      : await askWhole(request.shownAs, (more) =>
          askAs(request.method, `${request.path}${more}`, request.body),
        );
  const print = answer.ok ? console.log : console.error;
  if (!answer.ok) process.exitCode = 1;
  if ('text' in answer) print(answer.text);
  else if (values.json) print(JSON.stringify(answer.body, null, 2));
  else print(answer.ok ? showReply(request!.shownAs, answer.body) : refusalIn(answer.body, folder));
};

await runCommand(main);
