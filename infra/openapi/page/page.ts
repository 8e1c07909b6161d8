import type { OpenApi } from '../document.ts';
import { GUIDE } from '../guide.ts';
import { type ListedValue, listOfComponent } from '../schemas/lists.ts';
import { commandContents, commandSection, commandsOf } from './commands.ts';
import { type Html, html } from './html.ts';
import { code, codeAnchor, listAnchor, paragraph, routeAnchor, table } from './parts.ts';
import { repliesPart } from './replies.ts';
import { type RouteOnPage, routeSection, routesOf } from './routes.ts';

/** Where the page finds what it loads. */
export interface PageFiles {
  style: string;
  script: string;
  document: string;
}

const ofTag = (routes: readonly RouteOnPage[], tag: string): RouteOnPage[] =>
  routes.filter(({ operation }) => operation.tags.includes(tag));
const tagAnchor = (index: number): string => `tag-${index + 1}`;

const contents = (document: OpenApi): Html => {
  const routes = routesOf(document);
  const tags = document.tags.map(({ name }, index) => ({ name, index, own: ofTag(routes, name) }));
  return html`<nav aria-label="目录"><details open><summary>目录</summary><ul>
<li><a href="#guide">通用约定</a></li>
${tags
  .filter(({ own }) => own.length > 0)
  .map(
    ({ name, index, own }) => html`<li><a href="#${tagAnchor(index)}">${name}</a><ul>${own.map(
      ({ operation }) =>
        html`<li><a href="#${routeAnchor(operation.operationId)}">${operation.summary}</a></li>`,
    )}</ul></li>
`,
  )}<li><a href="#commands">各项办理</a></li>
<li><a href="#lists">本局的代号和名称</a></li>
<li><a href="#replies">答复的数据</a></li>
<li><a href="#codes">原因代码</a></li>
</ul></details></nav>`;
};

const routeParts = (document: OpenApi): Html[] => {
  const routes = routesOf(document);
  return document.tags.flatMap(({ name, description }, index) => {
    const own = ofTag(routes, name);
    return own.length === 0
      ? []
      : [
          html`<section id="${tagAnchor(index)}"><h2>${name}</h2>${paragraph(description)}${own.map((route) =>
            routeSection(route, document.components.schemas),
          )}</section>`,
        ];
  });
};

const guidePart = (): Html =>
  html`<section id="guide"><h2>通用约定</h2>${GUIDE.map(
    ({ title, paragraphs }) => html`<h3>${title}</h3>${paragraphs.map(paragraph)}`,
  )}</section>`;

const listsPart = ({ components: { schemas } }: OpenApi): Html => {
  const lists = Object.entries(schemas).flatMap(([name, schema]) => {
    const list = listOfComponent(name);
    return list === undefined
      ? []
      : [{ list, title: schema.title, values: schema['x-values'] as ListedValue[] }];
  });
  return html`<section id="lists"><h2>本局的代号和名称</h2>${paragraph('写代号或名称都可以;级别也可以写简称。')}${lists.map(
    ({ list, title, values }) =>
      html`<section id="${listAnchor(list)}"><h3>${title}</h3>${
        values.length === 0
          ? paragraph('本局没有。')
          : table(
              ['代号', '名称', '简称'],
              values.map(({ id, name, short = '' }) => [code(id), name, short]),
            )
      }</section>`,
  )}</section>`;
};

const codesPart = ({ 'x-refusals': refusals }: OpenApi): Html => html`<section id="codes"><h2>原因代码</h2>
<div class="table"><table><thead><tr><th>代码</th><th>状态</th><th>含义</th><th>怎样改正</th></tr></thead>
<tbody>${refusals.map(
  (
    each,
  ) => html`<tr id="${codeAnchor(each.code)}"><td>${code(each.code)}</td><td>${each.status}</td><td>${each.means}</td><td>${each.mend}</td></tr>
`,
)}</tbody></table></div></section>`;

/** The readable page of a document: nothing in it comes from outside, and it reads without its script. */
export const pageOf = (document: OpenApi, files: PageFiles): string => {
  const commands = commandsOf(document);
  const { title, summary, version } = document.info;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${files.style}">
<script src="${files.script}" defer></script>
</head>
<body>
<header><h1>${title}</h1><p>${summary}。版本:${version}。<a href="${files.document}">OpenAPI 3.1 文档</a></p></header>
<div class="columns">
${contents(document)}
<main>
${routeParts(document).slice(0, 1)}
${guidePart()}
${routeParts(document).slice(1)}
<section id="commands"><h2>各项办理</h2>${paragraph('以 POST 发到 /v1/cases/{case}/commands,type 写下列之一。')}${commandContents(commands)}
${commands.map((command) => commandSection(command, document))}</section>
${listsPart(document)}
${repliesPart(document)}
${codesPart(document)}
</main>
</div>
</body>
</html>
`.text;
};
