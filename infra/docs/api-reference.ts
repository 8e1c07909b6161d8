import type { CommandView } from '../openapi/commands.ts';
import type { OpenApi } from '../openapi/document.ts';
import { STATUS_WORDS } from '../openapi/errors.ts';
import type { Givers } from '../openapi/givers.ts';
import { type CommandOnPage, commandsOf } from '../openapi/page/commands.ts';
import { type FieldRow, fieldRows } from '../openapi/page/fields.ts';
import { type RouteOnPage, routesOf } from '../openapi/page/routes.ts';
import type { Schema } from '../openapi/schemas/json-schema.ts';
import { withPart } from './marked.ts';
import { escapeText } from './text/escape-text.ts';

// The reference of docs/api.md, written from the document.

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const code = (text: string): string => `\`${text}\``;

const giversText = (givers: readonly Givers[] | undefined): string =>
  givers === undefined
    ? ''
    : givers
        .map(({ roles, levels }) => `${roles.join('、')}${levels === null ? '' : `(${levels.join('、')})`}`)
        .join(';') || '制度没有规定';

const DOORS: Readonly<Record<string, string>> = { bearer: '令牌', signature: '签名', sigv4: 'SigV4' };
const routeRow = ({ method, path, operation }: RouteOnPage): string[] => {
  const { security, summary, parameters = [], responses, 'x-right': right } = operation;
  const doors = security.flatMap((each) => Object.keys(each)).map((name) => DOORS[name] ?? name);
  const names = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => code(name));
  return [
    code(`${method} ${path}`),
    escapeText(summary),
    doors.join('、') || '无须登录',
    right === undefined ? '—' : code(right),
    names.join('、') || '—',
    Object.keys(responses).join('、'),
  ];
};
/** Every route: who comes in, what it may be asked with, what it answers. */
const routeTable = (document: OpenApi): string =>
  table(['接口', '用途', '认证', '权限', '参数', '状态'], routesOf(document).map(routeRow));

const takesText = ({ list, values }: FieldRow, document: OpenApi): string =>
  list === undefined
    ? values.map(code).join('、')
    : escapeText(document.components.schemas[`list.${list}`]?.title ?? list);

const fieldTable = (schema: Schema, document: OpenApi): string => {
  const { properties: { type: _, ...properties } = {} } = schema;
  const rows = fieldRows({ ...schema, properties }, document.components.schemas);
  return rows.length === 0
    ? '没有字段。'
    : table(
        ['字段', '名称', '必填', '类型', '说明', '可填'],
        rows.map((row) => [
          code(row.place),
          escapeText(row.title),
          row.isRequired ? '必填' : '',
          row.type,
          escapeText(row.about),
          takesText(row, document),
        ]),
      );
};

const commandPart = ({ name, schema }: CommandOnPage, document: OpenApi): string => {
  const gates = schema['x-gates'] as CommandView['gates'];
  const duties = [...new Set((schema['x-fulfils'] as CommandView['fulfils']).map(({ duty }) => duty))];
  const codes = schema['x-codes'] as string[];
  const said = [
    escapeText(schema.description ?? ''),
    ...(gates.length === 0 ? [] : [`前置审批:${gates.map((gate) => escapeText(gate.name)).join('、')}。`]),
    ...(duties.length === 0 ? [] : [`可以办结:${duties.map(escapeText).join('、')}。`]),
    `可由:${escapeText(giversText(schema['x-givers'] as Givers[]))}。`,
    ...(codes.length === 0 ? [] : [`不予办理的原因:${codes.map(code).join('、')}。`]),
  ];
  return `### ${schema.title} \`${name}\`\n\n${said.join('\n')}\n\n${fieldTable(schema, document)}`;
};
/** Every command, 立案 first. */
const commandParts = (document: OpenApi): string =>
  [{ name: 'OpenCase', schema: document.components.schemas.OpenCase! }, ...commandsOf(document)]
    .map((command) => commandPart(command, document))
    .join('\n\n');

const listTable = (document: OpenApi): string =>
  table(
    ['可填', '代号(名称)'],
    Object.entries(document.components.schemas).flatMap(([name, { title = '', 'x-values': values }]) =>
      name.startsWith('list.')
        ? [
            [
              escapeText(title),
              (values as { id: string; name: string }[])
                .map((each) => `${code(each.id)}(${escapeText(each.name)})`)
                .join('、') || '本局没有',
            ],
          ]
        : [],
    ),
  );

const refusalTable = ({ 'x-refusals': refusals }: OpenApi): string =>
  table(
    ['状态', '代码', '含义', '怎样改正'],
    refusals.map(({ status, code: name, means, mend }) => [
      String(status),
      code(name),
      escapeText(means),
      escapeText(mend),
    ]),
  );
const statusTable = (): string =>
  table(
    ['状态', '含义'],
    Object.entries(STATUS_WORDS).map(([status, means]) => [status, means]),
  );

/** The page with its reference as the document has it. Throws when the place for a part of it is not there. */
export const withReference =
  (document: OpenApi) =>
  (page: string): string => {
    const parts: readonly (readonly [string, string])[] = [
      ['routes', routeTable(document)],
      ['commands', commandParts(document)],
      ['lists', listTable(document)],
      ['statuses', statusTable()],
      ['refusals', refusalTable(document)],
    ];
    return parts.reduce((made, [name, part]) => withPart(made, name, part), page);
  };
