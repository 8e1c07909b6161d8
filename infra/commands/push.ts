import { helpText, readCommandLine, runCommand } from '../command-line.ts';
import { ask, CLIENT_OPTIONS, dataOf, refusalIn } from '../local/console/client.ts';
import { readKeys } from '../local/identity/keys.ts';
import { signatureHeaders } from '../local/sign.ts';
import { parseJson, readTextFile } from '../read-json.ts';

const COMMAND = {
  usage: ['npm run push -- <文件.json> [选项]'],
  options: {
    feed: { type: 'string', value: '数据源', about: '以哪个数据源的名义推送,不写为 demo', default: 'demo' },
    ...CLIENT_OPTIONS,
  },
  mostWords: 1,
} as const;

/** `npm run push -- <file.json>`: signs and sends a file of items to the bureau that runs on this machine. */
const main = async (): Promise<void> => {
  const given = readCommandLine(COMMAND);
  if (given === undefined) return;
  const { values, positionals } = given;
  const [file] = positionals;
  if (file === undefined) throw new Error(`缺少要推送的文件\n${helpText(COMMAND)}`);
  // The text itself is sent: its numbers may be longer than a number of ours holds.
  const body = readTextFile(file);
  parseJson(body, file);
  const { folder } = dataOf(values);
  const { feeds } = readKeys(folder);
  const secret = feeds[values.feed]?.[0];
  if (secret === undefined)
    throw new Error(`没有登记数据源“${values.feed}”;可用:${Object.keys(feeds).join('、')}`);
  const answer = await ask(values, `/v1/feeds/${encodeURIComponent(values.feed)}/items`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...signatureHeaders(secret, `push-${crypto.randomUUID()}`, new Date(), body),
    },
    body,
  });
  if (!answer.ok) process.exitCode = 1;
  // What was refused of it stands beside each item.
  const { body: told } = answer;
  if (answer.ok || Array.isArray((told as { items?: unknown }).items))
    console.log(JSON.stringify(told, null, 2));
  else console.error(refusalIn(told, folder));
};

await runCommand(main);
