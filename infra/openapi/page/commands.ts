import type { CommandView } from '../commands.ts';
import type { OpenApi } from '../document.ts';
import type { Givers } from '../givers.ts';
import { referredIn, type Schema } from '../schemas/json-schema.ts';
import { type Html, html, joined, type Part } from './html.ts';
import {
  code,
  codeLink,
  commandAnchor,
  fieldTable,
  folded,
  giversPart,
  json,
  paragraph,
  table,
} from './parts.ts';

export interface CommandOnPage {
  name: string;
  schema: Schema;
}
/** The commands on a case, in the order of the contract. */
export const commandsOf = ({ components: { schemas } }: OpenApi): CommandOnPage[] =>
  (schemas.OfficeCommand?.oneOf ?? []).map((each) => {
    const name = referredIn(each)!;
    return { name, schema: schemas[name]! };
  });

const lists = ({ schema }: CommandOnPage): Part => {
  const fulfils = schema['x-fulfils'] as CommandView['fulfils'];
  const gates = schema['x-gates'] as CommandView['gates'];
  const parts = (schema['x-parts'] ?? []) as CommandView['parts'];
  return [
    gates.length === 0
      ? ''
      : paragraph(`前置审批:${gates.map(({ name, clause }) => `${name}(${clause})`).join(';')}。`),
    fulfils.length === 0
      ? ''
      : folded(
          `可以办结的职责(${fulfils.length})`,
          table(
            ['职责', '怎样办结'],
            fulfils.map(({ duty, by }) => [duty, by]),
          ),
        ),
    parts.length === 0
      ? ''
      : folded(
          '本局的栏目',
          table(
            ['文书', '栏目'],
            parts.map(({ of, names }) => [of, names.join('、')]),
          ),
        ),
  ];
};

/** What it can be refused with, beside what every request can. */
const codesPart = (codes: readonly string[]): Part =>
  codes.length === 0 ? '' : paragraph(html`不予办理的原因:${joined(codes.map(codeLink), ' ')}`);

/** One command: what it is, who may give it, its fields, what it does to clocks. */
export const commandSection = (command: CommandOnPage, { components }: OpenApi): Html => {
  const { name, schema } = command;
  const { properties: { type: _, ...properties } = {} } = schema;
  return html`
<section id="${commandAnchor(name)}">
<h3>${schema.title} ${code(name)}</h3>
${paragraph(schema.description)}
${lists(command)}
${giversPart(schema['x-givers'] as Givers[])}
<h4>字段</h4>
${fieldTable({ ...schema, properties }, components.schemas)}
${folded('请求示例', json(schema.examples?.[0]))}
${codesPart(schema['x-codes'] as string[])}
</section>`;
};

/** The contents of the commands: one line each. */
export const commandContents = (commands: readonly CommandOnPage[]): Html =>
  html`<p>${joined(
    commands.map(({ name, schema }) => html`<a href="#${commandAnchor(name)}">${schema.title}</a>`),
    ' · ',
  )}</p>`;
