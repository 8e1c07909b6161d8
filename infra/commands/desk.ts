import { parseArgs } from 'node:util';
import { regulationInForce } from '../../shared/regulations/index.ts';
import { exampleRoster, personFor } from '../local/people.ts';
import { runClient } from '../local/run-client.ts';
import { bureauIn, folderOf } from '../local/server/data-folder.ts';
import { createIssuer } from '../local/server/issuer.ts';
import { readKeys } from '../local/server/keys.ts';
import { type ShownAs, showReply } from '../local/server/show.ts';

const USAGE = `用法:
  npm run desk -- <岗位[@股室]> list                      在办案卷
  npm run desk -- <岗位[@股室]> show <案卷>                职责、时限、条款
  npm run desk -- <岗位[@股室]> log <案卷>                 案卷日志
  npm run desk -- <岗位[@股室]> <命令> <案卷> ['<JSON>']    例:ConfirmGrade LZ2026-0001 '{"level":"orange"}'
  npm run desk -- <岗位[@股室]> open '<JSON>'              人工立案
岗位:dutyOfficer officeHead deputyLeader chiefLeader leadingGroup unitLiaison@food unitHead@food …
其他局:加 --bureau <局>,或 --data <该局的数据目录>`;

interface Request {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  shownAs: ShownAs;
}
const asJson = (answer: unknown): string => JSON.stringify(answer, null, 2);

const requestFor = ([action, first, second]: string[]): Request => {
  if (action === 'list') return { method: 'GET', path: '/v1/cases', shownAs: 'list' };
  if (action === undefined || first === undefined) throw new Error(USAGE);
  const path = `/v1/cases/${encodeURIComponent(first)}`;
  if (action === 'show') return { method: 'GET', path, shownAs: 'case' };
  if (action === 'log') return { method: 'GET', path: `${path}/log`, shownAs: 'log' };
  if (action === 'open')
    return { method: 'POST', path: '/v1/cases', body: JSON.parse(first), shownAs: 'case' };
  return {
    method: 'POST',
    path: `${path}/commands`,
    body: { type: action, ...JSON.parse(second ?? '{}') },
    shownAs: 'case',
  };
};

/** `npm run desk`: one request of the office to the bureau that runs on this machine. */
const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: {
      bureau: { type: 'string', default: 'leizhou' },
      data: { type: 'string' },
      url: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [who = '', ...rest] = positionals;
  const [role = '', unit] = who.split('@');
  if (role === '') throw new Error(USAGE);
  const request = requestFor(rest);
  const folder = values.data ?? folderOf(values.bureau);
  const roster = exampleRoster(regulationInForce(bureauIn(folder) ?? values.bureau));
  const token = await createIssuer(readKeys(folder).tokens).issue(personFor(roster, role, unit));
  const url = values.url ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;
  const answer = await fetch(url + request.path, {
    method: request.method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const body: unknown = await answer.json();
  if (!answer.ok) process.exitCode = 1;
  console.log(values.json || !answer.ok ? asJson(body) : showReply(request.shownAs, body));
};

await runClient(main);
