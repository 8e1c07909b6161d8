import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../../shared/case/events.ts';
import { roleName } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { folderOf, whyNotWritten } from '../store/data-folder.ts';
import { type ExampleItem, exampleItem } from './example-item.ts';
import { DEFAULT_PORT } from './port.ts';

export interface Banner {
  url: string;
  folder: string;
  regulation: Regulation;
  secret: string;
  people: readonly { actor: Actor; token: string }[];
}

/** `npm run push` for a file, with where this bureau lies where that is not what the command takes for granted. */
const pushCommand = ({ url, folder }: Banner, file: string): string => {
  const { port } = new URL(url);
  return [
    `npm run push -- ${file}`,
    // A pair of double quotes holds in every shell, also in PowerShell and cmd.
    ...(folder === folderOf('leizhou') ? [] : [`--data ${/\s/.test(folder) ? `"${folder}"` : folder}`]),
    ...(port === String(DEFAULT_PORT) ? [] : [`--port ${port}`]),
  ].join(' ');
};

/** A request that signs itself when it is pasted, since a signature is good for five minutes only. */
const signedRequest = ({ url, secret }: Banner, { item }: ExampleItem): string => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64').toString('hex');
  const body = JSON.stringify({ ...item, id: '@id', publishedAt: '@now' })
    .replaceAll("'", "'\\''")
    .replace('"@id"', `"'"demo-$now"'"`)
    .replace('"@now"', `'"$now"'`);
  return [
    `now=$(date +%s); id="msg-$now"; body='${body}'`,
    `sig=$(printf '%s.%s.%s' "$id" "$now" "$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:${key} -binary | base64)`,
    `curl -sS ${url}/v1/feeds/demo/items -H "webhook-id: $id" -H "webhook-timestamp: $now" -H "webhook-signature: v1,$sig" -H 'content-type: application/json' --data-binary "$body"`,
  ].join('\n');
};

const exampleLines = (banner: Banner): string[] => {
  const example = exampleItem(banner.regulation.id);
  if (example === undefined)
    return ['推送舆情(在另一个终端;写法见 examples/leizhou.json):', pushCommand(banner, '<文件.json>')];
  return [
    '推送本局的示例舆情(在另一个终端,Windows 的 PowerShell、cmd 也可以):',
    pushCommand(banner, example.file),
    '或不用 npm,整段粘贴(bash):',
    signedRequest(banner, example),
  ];
};

const variableOf = (role: string): string => role.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The lines of the console when the bureau is up; `tokensFile`: where the tokens can be sourced from. */
export const bannerText = (banner: Banner, tokensFile: string): string => {
  const { url, folder, regulation, people } = banner;
  return [
    `时限 · ${regulation.bureau}`,
    `地址:${url}   数据:${folder}   (Ctrl-C 停止;再次启动后各案卷按原时限继续)`,
    '',
    ...exampleLines(banner),
    '',
    `各岗位令牌(30天有效,已写入 ${tokensFile};用法:. ${tokensFile} 后 -H "authorization: Bearer $DUTY_OFFICER"):`,
    ...people.map(
      ({ actor, token }) =>
        `${roleName(regulation, actor.role)}${actor.unit === undefined ? '' : `(${actor.unit})`} ${variableOf(actor.role)}=${token}`,
    ),
    '',
    '以下为发出的短信(不会真的发送):',
  ].join('\n');
};

/**
 * Says that the bureau is up, and writes the tokens to `<data>/tokens.env`, to be sourced. Throws in Chinese when they
 * cannot be written.
 */
export const printBanner = (banner: Banner): void => {
  const tokens = banner.people.map(({ actor, token }) => `${variableOf(actor.role)}=${token}`).join('\n');
  const path = join(banner.folder, 'tokens.env');
  try {
    writeFileSync(path, `URL=${banner.url}\n${tokens}\n`, { mode: 0o600 });
  } catch (error) {
    throw new Error(`令牌写不进 ${path}(${whyNotWritten(error)})`, { cause: error });
  }
  console.log(bannerText(banner, path));
};
