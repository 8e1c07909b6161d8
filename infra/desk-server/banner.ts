import { isReadable, type Serving } from './options.ts';
import { HOME, LOGIN_PAGE } from './own-path.ts';

export interface DeskBanner extends Serving {
  bureau: string;
  issuer: string;
  /** An instant. */
  certificateUntil: string | undefined;
  now: Date;
}

/** Where the issuer sends browsers back to: what has to be registered there. */
export const returnsOf = ({ address, exchange }: Pick<Serving, 'address' | 'exchange'>) => ({
  back: `${address}/desk/${exchange === 'server' ? 'session/' : ''}back`,
  home: address + LOGIN_PAGE,
});

const DAYS_30 = 30 * 86_400_000;
const certificateLines = ({ certificateUntil, now }: DeskBanner): string[] => {
  if (certificateUntil === undefined) return [];
  const left = Date.parse(certificateUntil) - now.getTime();
  const note = left < 0 ? '已经过期,请更换' : left < DAYS_30 ? '不足30天,请更换' : '更换文件后自动启用';
  return [`证书:有效期至 ${certificateUntil.slice(0, 10)}(${note})`];
};

/** What the console says when the desk is served: no secret. */
export const bannerText = (banner: DeskBanner): string => {
  const { bureau, address, host, port, api, issuer, exchange, secret } = banner;
  const { back, home } = returnsOf(banner);
  const byServer = `由本进程完成${secret === undefined ? '' : '(有客户端密钥)'};登录记在内存里,重新启动后须重新登录`;
  return [
    `时限 · ${bureau} · 值班台`,
    `网址:${address}${HOME}   监听:${host}:${port}   (Ctrl-C 停止)`,
    `接口:${api}`,
    `登录:由 ${issuer} 认证,${exchange === 'server' ? byServer : '由浏览器完成'}`,
    `须在统一身份认证登记的地址:登录后 ${back},退出后 ${home}`,
    ...certificateLines(banner),
    ...(isReadable(banner)
      ? [
          '注意:以 http 提供,登录凭据和案卷内容在内网中不加密传送,同网的人可能截获;建议用 --certificate、--key 改为 https',
        ]
      : []),
  ].join('\n');
};
