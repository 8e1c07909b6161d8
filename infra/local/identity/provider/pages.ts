import { hash } from 'node:crypto';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { type People, type Person, postsText } from './people.ts';

const STYLE = [
  'body{margin:0;font:18px/1.6 sans-serif;color:#1f2328;background:#f6f7f9}',
  'main{max-width:40rem;margin:0 auto;padding:1rem}',
  'h1{font-size:1.4rem;margin:.5rem 0}h2{font-size:1rem;margin:1.2rem 0 .3rem;color:#57606a}',
  '.demo{background:#fff4ce;border:1px solid #d4a72c;border-radius:6px;padding:.5rem .8rem}',
  'button{display:block;width:100%;min-height:48px;margin:.4rem 0;padding:.4rem .8rem;text-align:left;font:inherit;',
  'color:inherit;background:#fff;border:1px solid #8c959f;border-radius:6px;cursor:pointer}',
  'button:hover,button:focus-visible{border-color:#0b57d0;outline:2px solid #0b57d0}',
].join('');
const STYLE_HASH = hash('sha256', STYLE, 'base64');

/** Of every answer of the provider. */
export const ANSWER_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // With `no-referrer` a browser would not say of a form whose page it is (`Origin: null`), and it would be refused as a stranger's.
  'referrer-policy': 'same-origin',
};
/** Of its pages: nothing from outside, no script, in no frame; `sendsTo`: origins where its forms lead in the end, beside its own. */
export const pageHeaders = (sendsTo: readonly string[] = []) => ({
  ...ANSWER_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    `default-src 'none'; style-src 'sha256-${STYLE_HASH}'`,
    `form-action ${["'self'", ...sendsTo].join(' ')}`,
    "frame-ancestors 'none'; base-uri 'none'",
  ].join('; '),
});

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/** A page of ours, for people; `content` is HTML. */
export const page = (title: string, content: string): string =>
  [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escaped(title)}</h1>${content}</main></body></html>`,
  ].join('');

/** Where one of the people of the roster is chosen. */
export const peoplePage = (regulation: Regulation, people: People, action: string): string => {
  const button = (person: Person): string =>
    `<button name="person" value="${escaped(person.id)}"><strong>${escaped(person.name)}</strong><br>${escaped(postsText(regulation, person))}</button>`;
  return page(
    `${regulation.bureau} · 登录`,
    [
      '<p class="demo"><strong>演示身份</strong>:本机试用,不验证密码。选定一人,即以其岗位登录。</p>',
      `<form method="post" action="${escaped(action)}">${people.map(button).join('')}</form>`,
    ].join(''),
  );
};

/** Where somebody says that he has done; `form` is the provider's own. */
export const signOutPage = (form: string): string =>
  page(
    '退出登录',
    `<p>值班台已经退出。在这里也退出,下一个人才须重新选定身份。</p>${form}<button autofocus type="submit" form="op.logoutForm" value="yes" name="logout">退出登录</button>`,
  );
export const signedOutPage = (): string => page('已退出登录', '<p>已退出登录,可以关闭本页。</p>');
/** What went wrong is in the provider's own words, which the office is not shown. */
export const faultPage = (): string =>
  page('登录未完成', '<p>这次登录已过期或请求不正确,请回到原来的页面重新登录。</p>');
