import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runClient } from '../local/run-client.ts';
import { readKeys } from '../local/server/keys.ts';
import { signatureHeaders } from '../local/sign.ts';

/** `npm run push -- <file.json>`: signs and sends a file of items to the bureau that runs on this machine. */
const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: {
      feed: { type: 'string', default: 'demo' },
      data: { type: 'string', default: '.data' },
      url: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [path] = positionals;
  if (path === undefined) throw new Error('用法:npm run push -- <文件.json> [--feed demo]');
  const body = readFileSync(path, 'utf8');
  const secret = readKeys(values.data).feeds[values.feed]?.[0];
  if (secret === undefined) throw new Error(`没有登记数据源 ${values.feed}`);
  const url = values.url ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;
  const answer = await fetch(`${url}/v1/feeds/${encodeURIComponent(values.feed)}/items`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...signatureHeaders(secret, `push-${crypto.randomUUID()}`, new Date(), body),
    },
    body,
  });
  console.log(JSON.stringify(await answer.json(), null, 2));
  if (!answer.ok) process.exitCode = 1;
};

await runClient(main);
