import type { OpenApi } from '../document.ts';
import { fieldsIn, partsIn, referredIn, type Schema } from '../schemas/json-schema.ts';
import { type Html, html } from './html.ts';
import { code, paragraph, replyAnchor, replyTable } from './parts.ts';
import { routesOf } from './routes.ts';

/** The components that a schema refers to. */
const referencesIn = (schema: Schema): string[] =>
  [schema, ...fieldsIn(schema).map(({ field }) => field)]
    .flatMap((each) => [each, ...partsIn(each)])
    .flatMap((each) => [each, ...partsIn(each)])
    .map(referredIn)
    .filter((name) => name !== undefined);

/** The components that answers consist of, each after what first needs it. */
const repliesOf = (document: OpenApi): string[] => {
  const { schemas } = document.components;
  const waiting = routesOf(document)
    .flatMap(({ operation }) => Object.values(operation.responses))
    .flatMap(({ content }) => Object.values(content ?? {}))
    .flatMap(({ schema }) => referencesIn(schema));
  const found = new Set<string>();
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...referencesIn(schemas[name]!));
  }
  return [...found];
};

/** What answers consist of: a table of fields for each. */
export const repliesPart = (document: OpenApi): Html => {
  const { schemas } = document.components;
  return html`<section id="replies"><h2>答复的数据</h2>${repliesOf(document).map((name) => {
    const { title = name, description, ...schema } = schemas[name]!;
    const { anyOf, oneOf, properties } = schema;
    const isPlain = properties === undefined && anyOf === undefined && oneOf === undefined;
    return html`<section id="${replyAnchor(name)}"><h3>${title} ${code(name)}</h3>${
      description === undefined ? '' : paragraph(description)
    }${isPlain ? paragraph(code(schema.pattern ?? '')) : replyTable(schema, schemas)}</section>`;
  })}</section>`;
};
