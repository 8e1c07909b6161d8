import type { Givers } from '../givers.ts';
import type { Schema } from '../schemas/json-schema.ts';
import { type FieldRow, fieldRows } from './fields.ts';
import { type Html, html, joined, type Part } from './html.ts';

// What the sections of the page are made of.

export type Components = Readonly<Record<string, Schema>>;

/** A table; on a narrow screen its cells stand one below the other. */
export const table = (heads: readonly string[], rows: readonly (readonly Part[])[]): Html => html`
<div class="table"><table>
<thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead>
<tbody>${rows.map(
  (cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody>
</table></div>`;

export const code = (text: string): Html => html`<code>${text}</code>`;
/** A block of text as it is typed or sent. */
export const block = (text: string): Html => html`<pre tabindex="0"><code>${text}</code></pre>`;
export const json = (value: unknown): Html => block(JSON.stringify(value, null, 1));
/** What is read by who wants to. */
export const folded = (summary: string, inside: Part): Html =>
  html`<details><summary>${summary}</summary>${inside}</details>`;
export const paragraph = (text: Part): Html => html`<p>${text}</p>`;

export const listAnchor = (list: string): string => `list-${list}`;
export const codeAnchor = (refusal: string): string => `code-${refusal}`;
export const replyAnchor = (name: string): string => `reply-${name}`;
export const replyLink = (name: string, title: string): Html =>
  html`<a href="#${replyAnchor(name)}">${title}</a>`;
export const routeAnchor = (operationId: string): string => `route-${operationId}`;
export const commandAnchor = (name: string): string => `command-${name}`;
export const codeLink = (refusal: string): Html =>
  html`<a href="#${codeAnchor(refusal)}">${code(refusal)}</a>`;

const takes = ({ list, values }: FieldRow, components: Components): Part => {
  if (list === undefined) return joined(values.map(code), '、');
  const title = components[`list.${list}`]?.title ?? list;
  return html`<a href="#${listAnchor(list)}">${title}</a>`;
};
const FIELD_HEADS = ['名称', '必填', '类型', '说明', '可填'] as const;

/** The fields that somebody fills in. */
export const fieldTable = (schema: Schema, components: Components): Part => {
  const rows = fieldRows(schema, components);
  return rows.length === 0
    ? paragraph('没有字段。')
    : html`<div class="fields">${table(
        FIELD_HEADS,
        rows.map((row) => [
          html`${code(row.place)}${row.title === '' ? '' : html` <b>${row.title}</b>`}`,
          row.isRequired ? '必填' : '',
          row.type,
          row.about,
          takes(row, components),
        ]),
      )}</div>`;
};

/** How many fields of an answer are shown one within the other; of more, the outermost alone. */
const MOST_ROWS = 150;

/** The fields of an answer. */
export const replyTable = (schema: Schema, components: Components): Html => {
  const all = fieldRows(schema, components);
  const rows = all.length > MOST_ROWS ? all.filter(({ place }) => !place.includes('.')) : all;
  return table(
    ['名称', '类型', '说明', '取值'],
    rows.map((row) => [
      code(row.place),
      row.component === undefined ? row.type : replyLink(row.component, row.type),
      row.about,
      joined(row.values.map(code), '、'),
    ]),
  );
};

/** Whom the bureau's table lets. */
export const giversPart = (givers: readonly Givers[]): Part =>
  givers.length === 0
    ? paragraph('可由谁办理:本局制度没有规定。')
    : html`<h4>可由谁办理</h4>${table(
        ['岗位', '级别', '依据'],
        givers.map(({ roles, levels, clauses }) => [
          roles.join('、'),
          levels === null ? '全部' : levels.join('、'),
          clauses.join('、'),
        ]),
      )}`;
