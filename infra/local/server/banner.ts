import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../../shared/case/events.ts';
import { roleName } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';

interface Banner {
  url: string;
  folder: string;
  regulation: Regulation;
  secret: string;
  people: readonly { actor: Actor; token: string }[];
}

export const EXAMPLE_ITEM = {
  title: '网传某超市销售过期食品,多名顾客食物中毒住院',
  content:
    '网友发帖称在市区某超市购买的熟食已过期,多名顾客食用后食物中毒住院治疗,质疑监管不作为,相关视频被多地媒体转发。',
  siteName: '示例论坛',
  metrics: { reposts: 800, views: 60000, comments: 300 },
};

/** A request that signs itself when it is pasted, since a signature is good for five minutes only. */
const signedRequest = ({ url, secret }: Pick<Banner, 'url' | 'secret'>): string => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64').toString('hex');
  const item = JSON.stringify({ id: '@id', ...EXAMPLE_ITEM, publishedAt: '@now' })
    .replace('"@id"', `"'"demo-$now"'"`)
    .replace('"@now"', `'"$now"'`);
  return [
    `now=$(date +%s); id="msg-$now"; body='${item}'`,
    `sig=$(printf '%s.%s.%s' "$id" "$now" "$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:${key} -binary | base64)`,
    `curl -sS ${url}/v1/feeds/demo/items -H "webhook-id: $id" -H "webhook-timestamp: $now" -H "webhook-signature: v1,$sig" -H 'content-type: application/json' --data-binary "$body"`,
  ].join('\n');
};

const variableOf = (role: string): string => role.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** What the console says when the bureau is up. The tokens are also written to `<data>/tokens.env`, to be sourced. */
export const printBanner = (banner: Banner): void => {
  const { url, folder, regulation, people } = banner;
  const tokens = people.map(({ actor, token }) => `${variableOf(actor.role)}=${token}`).join('\n');
  const path = join(folder, 'tokens.env');
  writeFileSync(path, `URL=${url}\n${tokens}\n`, { mode: 0o600 });
  console.log(
    [
      `时限 · ${regulation.bureau}`,
      `地址:${url}   数据:${folder}   (Ctrl-C 停止;再次启动后各案卷按原时限继续)`,
      '',
      '推送一条示例舆情(整段粘贴到另一个终端;或 npm run push -- <文件.json>):',
      signedRequest(banner),
      '',
      `各岗位令牌(30天有效,已写入 ${path};用法:. ${path} 后 -H "authorization: Bearer $DUTY_OFFICER"):`,
      ...people.map(
        ({ actor, token }) =>
          `${roleName(regulation, actor.role)}${actor.unit === undefined ? '' : `(${actor.unit})`} ${variableOf(actor.role)}=${token}`,
      ),
      '',
      '以下为发出的短信(不会真的发送):',
    ].join('\n'),
  );
};
