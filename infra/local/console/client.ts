import { z } from 'zod';
import { regulationInForce } from '../../../shared/regulations/index.ts';
import type { CommandOption } from '../../command-line.ts';
import { DEFAULT_PORT, readPort } from '../server/port.ts';
import { bureauIn, folderOf } from '../store/data-folder.ts';

/** The options of every console command that needs a bureau's data folder. */
export const DATA_OPTIONS = {
  bureau: { type: 'string', value: '局', about: '哪个局,不写为 leizhou', default: 'leizhou' },
  data: { type: 'string', value: '目录', about: '案卷存放的目录,不写为 .data(雷州)或 .data-<局>' },
} as const satisfies Record<string, CommandOption>;
/** The options of every console command that talks to a bureau on this machine. */
export const CLIENT_OPTIONS = {
  ...DATA_OPTIONS,
  port: { type: 'string', value: '端口', about: `时限系统的端口,不写为 ${DEFAULT_PORT}` },
  url: { type: 'string', value: '地址', about: '时限系统的完整地址,代替端口' },
} as const satisfies Record<string, CommandOption>;

export interface Where {
  bureau: string;
  data?: string | undefined;
  port?: string | undefined;
  url?: string | undefined;
}

/** The data folder and whose it is. Throws an Error in Chinese when nobody has started there yet. */
export const dataOf = ({ bureau, data }: Where): { folder: string; bureau: string } => {
  const { id } = regulationInForce(bureau);
  const folder = data ?? folderOf(id);
  const owner = bureauIn(folder);
  if (owner === undefined)
    throw new Error(
      `数据目录 ${folder} 中还没有时限系统的数据:请先运行 npm start,或用 --bureau、--data 指明所用的目录`,
    );
  return { folder, bureau: owner };
};

/** Where the bureau answers. */
export const urlOf = ({ url, port }: Where): string => url ?? `http://127.0.0.1:${readPort(port)}`;

export interface Answered {
  ok: boolean;
  body: unknown;
}

/** One request to the bureau. Throws an Error in Chinese when nobody answers, or somebody else does. */
export const ask = async (where: Where, path: string, init: RequestInit): Promise<Answered> => {
  const url = urlOf(where);
  let answer: Response;
  try {
    answer = await fetch(url + path, init);
  } catch (error) {
    throw new Error(`连接不上 ${url}:请先运行 npm start(或用 --port 指明端口)`, { cause: error });
  }
  try {
    return { ok: answer.ok, body: await answer.json() };
  } catch (error) {
    throw new Error(`${url} 上运行的不是时限系统,请用 --port 指明端口`, { cause: error });
  }
};

const Refusal = z.object({ code: z.string(), message: z.string() });
/** Why the bureau said no, in its own words. `folder`: whose keys signed the request. */
export const refusalIn = (body: unknown, folder: string): string => {
  const parsed = Refusal.safeParse(body);
  if (!parsed.success) return '系统没有说明原因';
  const { code, message } = parsed.data;
  return code === 'TOKEN_INVALID' || code === 'SIGNATURE_INVALID'
    ? `正在运行的时限系统不认数据目录 ${folder} 的密钥:请用 --bureau、--data、--port 指明同一个局`
    : message;
};

/** A log is shown as a whole, page by page: whoever proves it needs every entry. Anything else is one answer. */
export const askWhole = async (
  shownAs: string,
  askPage: (more: string) => Promise<Answered>,
): Promise<Answered> => {
  const whole = await askPage('');
  if (shownAs !== 'log' || !whole.ok) return whole;
  const log = whole.body as { entries: unknown[]; next: string | null };
  while (log.next !== null) {
    const page = await askPage(`?cursor=${encodeURIComponent(log.next)}`);
    if (!page.ok) return page;
    const { entries, next } = page.body as typeof log;
    log.entries.push(...entries);
    log.next = next;
  }
  return whole;
};
