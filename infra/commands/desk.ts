import { regulationInForce } from '../../shared/regulations/index.ts';
import { readCommandLine, runCommand } from '../command-line.ts';
import { COMMANDS, requestFor, USAGE } from '../desk-command/request.ts';
import { ask, CLIENT_OPTIONS, dataOf, refusalIn } from '../local/console/client.ts';
import { showReply } from '../local/console/show.ts';
import { exampleRoster } from '../local/people.ts';
import { actorNamed, postNamed, postsText } from '../local/posts.ts';
import { createIssuer } from '../local/server/issuer.ts';
import { readKeys } from '../local/server/keys.ts';

const COMMAND = {
  usage: USAGE,
  options: {
    ...CLIENT_OPTIONS,
    json: { type: 'boolean', about: '原样输出系统的答复(JSON)', default: false },
  },
} as const;

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
  const { method, path, body, shownAs } = requestFor(words, new Date());
  const { folder, bureau } = dataOf(values);
  const regulation = regulationInForce(bureau);
  if (!who.includes('@') && postNamed(regulation, who).perUnit)
    throw new Error(`请写明单位:${who}@<单位>\n${postsText(regulation)}`);
  const actor = actorNamed(regulation, exampleRoster(regulation), who);
  const token = await createIssuer(readKeys(folder).tokens).issue(actor);
  const answer = await ask(values, path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const print = answer.ok ? console.log : console.error;
  if (!answer.ok) process.exitCode = 1;
  if (values.json) print(JSON.stringify(answer.body, null, 2));
  else print(answer.ok ? showReply(shownAs, answer.body) : refusalIn(answer.body, folder));
};

await runCommand(main);
