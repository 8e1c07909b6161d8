import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../../shared/case/events.ts';
import { roleName } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { OfficeLogin } from '../identity/doors.ts';
import { folderOf, whyNotWritten } from '../store/data-folder.ts';
import { exampleFile } from './example-file.ts';
import { DEFAULT_PORT } from './port.ts';

export interface Banner {
  url: string;
  folder: string;
  regulation: Regulation;
  /** The office's own issuer; there are no example people then. */
  login?: OfficeLogin | undefined;
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

const exampleLines = (banner: Banner): string[] => {
  const example = exampleFile(banner.regulation.id);
  if (example === undefined)
    return ['推送舆情(在另一个终端;写法见 examples/leizhou.json):', pushCommand(banner, '<文件.json>')];
  return [
    '推送本局的示例舆情(在另一个终端,Windows 的 PowerShell、cmd 也可以):',
    pushCommand(banner, example),
  ];
};

const variableOf = (role: string): string => role.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** How one logs in. */
const loginLines = ({ url, regulation, login, people }: Banner, tokensFile: string): string[] => {
  if (login !== undefined)
    return [
      `登录:由 ${login.issuer} 认证(受众 ${login.audience});本机不发令牌,没有演示人员`,
      ...(login.client === undefined
        ? ['值班台还不能登录:请在统一身份认证登记值班台,以 --client 写明客户端编号后重新启动']
        : []),
      '名册为空时,先由系统运维写入第一份名册',
    ];
  return [
    `登录:演示身份,不验证密码,任何人可选任一岗位,只供试用(OpenID:${url}/oidc)`,
    `以各岗位身份办理:npm run desk -- <岗位> <办理>;用其他程序的,各岗位令牌(30天有效)在 ${tokensFile}:`,
    people
      .map(({ actor }) => {
        const unit = actor.unit === undefined ? '' : `(${actor.unit})`;
        return `${roleName(regulation, actor.role)}${unit} ${variableOf(actor.role)}`;
      })
      .join('、'),
  ];
};

/** The lines of the console when the bureau is up: no secret and no token. `tokensFile`: where the tokens can be sourced from. */
export const bannerText = (banner: Banner, tokensFile: string): string => {
  const { url, folder, regulation } = banner;
  return [
    `值班台:${url}/   (用浏览器打开)`,
    `时限 · ${regulation.bureau}`,
    `接口地址:${url}   数据:${folder}   (Ctrl-C 停止;再次启动后各案卷按原时限继续)`,
    `接口文档(推送、办理、原因代码):${url}/docs`,
    '',
    ...exampleLines(banner),
    '',
    ...loginLines(banner, tokensFile),
    '',
    '以下为发出的短信(不会真的发送):',
  ].join('\n');
};

/**
 * Says that the bureau is up, and writes the tokens to `<data>/tokens.env`, to be sourced. Throws in Chinese when they
 * cannot be written.
 */
export const printBanner = (banner: Banner): void => {
  if (banner.login !== undefined) {
    console.log(bannerText(banner, ''));
    return;
  }
  const tokens = banner.people.map(({ actor, token }) => `${variableOf(actor.role)}=${token}`).join('\n');
  const path = join(banner.folder, 'tokens.env');
  try {
    writeFileSync(path, `URL=${banner.url}\n${tokens}\n`, { mode: 0o600 });
  } catch (error) {
    throw new Error(`令牌写不进 ${path}(${whyNotWritten(error)})`, { cause: error });
  }
  console.log(bannerText(banner, path));
};
