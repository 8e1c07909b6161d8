import type { OpenApi } from '../document.ts';
import type { Operation, Parameter } from '../operations.ts';
import { referredIn } from '../schemas/json-schema.ts';
import { type Html, html, joined, type Part } from './html.ts';
import {
  block,
  type Components,
  code,
  codeLink,
  fieldTable,
  folded,
  giversPart,
  json,
  paragraph,
  replyLink,
  routeAnchor,
  table,
} from './parts.ts';

export interface RouteOnPage {
  method: string;
  path: string;
  operation: Operation;
}

/** Every operation, in the order of the document. */
export const routesOf = ({ paths }: OpenApi): RouteOnPage[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

const PLACES: Readonly<Record<Parameter['in'], string>> = { path: '地址', query: '参数', header: '请求头' };
const DOORS: Readonly<Record<string, string>> = {
  bearer: '统一身份认证的令牌',
  signature: 'Standard Webhooks 签名',
  sigv4: 'AWS SigV4 签名',
};

const doorText = ({ security }: Operation): string =>
  security.length === 0
    ? '无须登录'
    : security
        .flatMap((each) => Object.keys(each))
        .map((name) => DOORS[name] ?? name)
        .join('、');

const parameterTable = ({ parameters = [] }: Operation): Part =>
  parameters.length === 0
    ? ''
    : html`<h4>参数</h4>${table(
        ['名称', '位置', '必填', '说明'],
        parameters.map(({ name, in: place, required, description }) => [
          code(name),
          PLACES[place],
          required ? '必填' : '',
          description,
        ]),
      )}`;

const bodyPart = ({ requestBody }: Operation, components: Components): Part => {
  const content = requestBody?.content['application/json'];
  if (content === undefined) return '';
  const name = referredIn(content.schema) ?? '';
  if (name === 'OfficeCommand')
    return html`<h4>请求体</h4>${paragraph(html`一项办理,见<a href="#commands">各项办理</a>。`)}`;
  const schema = components[name === 'ItemBatch' ? 'FeedItem' : name]!;
  return html`<h4>请求体${name === 'ItemBatch' ? '(每条信息)' : ''}</h4>${fieldTable(schema, components)}${
    content.example === undefined ? '' : folded('请求示例', json(content.example))
  }`;
};

const isSuccess = (status: string): boolean => Number(status) < 400;

/** A long answer is shown where it is read, and not again where something is done. */
const isShown = ({ method, operation }: RouteOnPage, example: unknown): boolean =>
  example !== undefined &&
  (method === 'GET' || operation['x-steps'] !== undefined || JSON.stringify(example).length < LONG);
const LONG = 3000;

const answerPart = (route: RouteOnPage): Html => {
  const { responses } = route.operation;
  const good = Object.entries(responses).filter(([status]) => isSuccess(status));
  const content = good[0]?.[1].content?.['application/json'];
  const name = content === undefined ? undefined : referredIn(content.schema);
  return html`<h4>答复</h4>${table(
    ['状态', '说明'],
    good.map(([status, { description }]) => [code(status), description]),
  )}${name === undefined ? '' : paragraph(replyLink(name, '答复的字段'))}${
    isShown(route, content?.example) ? folded('答复示例', json(content?.example)) : ''
  }`;
};

/** Where there are more, each command says its own. */
const MOST_CODES = 20;
const refusalPart = ({ responses }: Operation): Html => {
  const bad = Object.entries(responses).filter(([status]) => !isSuccess(status));
  return folded(
    '不予受理时的状态和原因代码',
    table(
      ['状态', '说明', '原因代码'],
      bad.map(([status, { description, 'x-codes': codes = [] }]) => [
        code(status),
        description,
        codes.length > MOST_CODES
          ? html`<a href="#codes">原因代码</a>,各项办理分别写明`
          : joined(codes.map(codeLink), ' '),
      ]),
    ),
  );
};

const pushPart = (operation: Operation): Part => {
  const { 'x-steps': steps = [], 'x-codeSamples': samples = [], 'x-answers': answers = [] } = operation;
  if (steps.length === 0) return '';
  return html`<h4>怎样接通</h4><ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>${samples.map(
    ({ lang, label, source }) => html`<h4>${lang}</h4>${paragraph(`${label}。`)}${block(source)}`,
  )}<h4>答复和处理</h4>${table(
    ['状态', '含义', '推送方怎样处理'],
    answers.map(({ status, means, then }) => [code(status), means, then]),
  )}`;
};

/** One route, with all that is to be known of it. */
export const routeSection = (route: RouteOnPage, components: Components): Html => {
  const { method, path, operation } = route;
  return html`
<section id="${routeAnchor(operation.operationId)}">
<h3>${operation.summary}</h3>
<p class="route"><b class="${method.toLowerCase()}">${method}</b> ${code(path)}</p>
${paragraph(operation.description)}
${paragraph(`认证:${doorText(operation)}。`)}
${operation['x-givers'] === undefined ? '' : giversPart(operation['x-givers'])}${pushPart(operation)}${parameterTable(operation)}${bodyPart(operation, components)}${answerPart(route)}${refusalPart(operation)}
</section>`;
};
