import { COMMAND_WORDS, type CommandName } from '../../../shared/contracts/api/words/commands.ts';
import { type FieldWords, fieldWordsOf, RECEIPT_WORDS } from '../../../shared/contracts/api/words/fields.ts';
import { ITEM_WORDS } from '../../../shared/contracts/api/words/items/item-fields.ts';
import { JUDGEMENT_WORDS } from '../../../shared/contracts/api/words/items/judged-items.ts';
import { REFUSED_JUDGEMENT_WORDS } from '../../../shared/contracts/api/words/items/refused-items.ts';
import { OfficeCommand } from '../../../shared/contracts/commands.ts';
import { MAX_ITEMS, PushedItem } from '../../../shared/contracts/items.ts';
import { JudgeItem } from '../../../shared/contracts/judged-items/judge.ts';
import { OpenCase } from '../../../shared/contracts/opening-command.ts';
import { EnterRefused } from '../../../shared/contracts/refused-items/enter.ts';
import { JudgeRefused } from '../../../shared/contracts/refused-items/judge.ts';
import { PutRoster } from '../../../shared/contracts/roster.ts';
import { TextReceipts } from '../../../shared/contracts/text-receipts.ts';
import { type ListName, namedFieldsOf } from '../../../shared/rules/names.ts';
import { fieldsIn, inputSchemaOf, referenceTo, type Schema } from './json-schema.ts';
import { limitTo } from './lists.ts';

type WordsOf = (path: readonly string[]) => FieldWords | undefined;

/** Gives every field its title and what goes in; one that nobody has named stays without, and a test finds it. */
const describe = (schema: Schema, wordsOf: WordsOf): void => {
  for (const { path, field } of fieldsIn(schema)) {
    const words = wordsOf(path);
    if (words === undefined) continue;
    field.title = words.title;
    if (words.about !== undefined) field.description = words.about;
  }
};

/** Lets fields take what the bureau has; `named`: their place → the list. */
const limit = (schema: Schema, named: Readonly<Record<string, ListName>>): void => {
  for (const { path, field } of fieldsIn(schema)) {
    const list = named[path.join('.')];
    if (list !== undefined) limitTo(list, field);
  }
};

const commandSchemas = (): Map<CommandName, Schema> => {
  const options = inputSchemaOf(OfficeCommand).oneOf ?? [];
  const named = options.map((schema) => [schema.properties!.type!.const as CommandName, schema] as const);
  // What is opened has a title, or items that have one.
  const opening = { ...inputSchemaOf(OpenCase), anyOf: [{ required: ['title'] }, { required: ['items'] }] };
  return new Map<CommandName, Schema>([...named, ['OpenCase', opening]]);
};

/** Every command's schema with its words; what it names of the regulation refers to the bureau's lists. */
export const commandComponents = (): Map<CommandName, Schema> => {
  const all = commandSchemas();
  for (const [name, schema] of all) {
    describe(schema, (path) => fieldWordsOf(name, path));
    limit(schema, namedFieldsOf(name));
    schema.description = COMMAND_WORDS[name].about;
  }
  return all;
};

/** Whatever is not needed is taken in any form beside its proper one: what cannot be read refuses nothing. */
const loosenItem = (schema: Schema): Schema => {
  const required = new Set(schema.required);
  const properties = Object.entries(schema.properties ?? {}).map(([name, field]): [string, Schema] => [
    name,
    required.has(name) || Object.keys(field).length === 0 ? field : { anyOf: [field, {}] },
  ]);
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    anyOf: [{ required: ['title'] }, { required: ['content'] }],
  };
};

/** An item as a feed of this bureau pushes it. */
const itemComponent = (): Schema => {
  const schema = inputSchemaOf(PushedItem);
  describe(schema, (path) => ITEM_WORDS[path.at(-1)!]);
  limit(schema, { 'source.kind': 'source', flags: 'flag', unit: 'unit' });
  const loose = loosenItem(schema);
  describe(loose, (path) => ITEM_WORDS[path.at(-1)!]);
  return {
    ...loose,
    title: '舆情信息',
    description:
      '须有编号,标题和正文至少有一项;其余都可以不写或写 null。写成别的样子也照样接收:读得出的采用,读不出的按原样保存、视为未知,并在答复的 warnings 中逐项写明。不认识的字段照样保留。',
  };
};

/** The three forms of a push. */
const batchComponent = (): Schema => {
  const list: Schema = { type: 'array', items: referenceTo('FeedItem'), minItems: 1, maxItems: MAX_ITEMS };
  return {
    title: '推送',
    anyOf: [
      {
        type: 'object',
        title: '一批',
        properties: { items: { ...list, title: '舆情信息' } },
        required: ['items'],
      },
      { ...list, title: '列表' },
      { ...referenceTo('FeedItem'), title: '一条' },
    ],
  };
};

const receiptsComponent = (): Schema => {
  const schema = inputSchemaOf(TextReceipts);
  describe(schema, (path) => RECEIPT_WORDS[path.at(-1)!]);
  return { ...schema, title: '短信回执' };
};

const entryComponent = (): Schema => {
  const schema = inputSchemaOf(EnterRefused);
  describe(schema, (path) =>
    path.join('.') === 'fields'
      ? {
          title: '更正的字段',
          about: '字段名同推送的舆情信息(FeedItem),以所填代替原文;填 null 的,去掉该字段;没有填写的照原文',
        }
      : undefined,
  );
  return { ...schema, title: '人工录入' };
};

const judgementComponent = (): Schema => {
  const schema = inputSchemaOf(JudgeItem);
  describe(schema, ([name]) => JUDGEMENT_WORDS[name ?? '']);
  return { ...schema, title: '处理信息' };
};

const refusedJudgementComponent = (): Schema => {
  const schema = inputSchemaOf(JudgeRefused);
  describe(schema, (path) => REFUSED_JUDGEMENT_WORDS[path.at(-1) ?? '']);
  return { ...schema, title: '认定不需录入' };
};

const rosterComponent = (): Schema => {
  const schema = inputSchemaOf(PutRoster);
  describe(schema, (path) => fieldWordsOf('PutRoster', path));
  return { ...schema, title: '名册' };
};

/** Route → the component that its body is. */
export const BODIES = {
  'POST /v1/feeds/{feed}/items': 'ItemBatch',
  'POST /v1/receipts': 'TextReceipts',
  'POST /v1/cases': 'OpenCase',
  'POST /v1/cases/{case}/commands': 'OfficeCommand',
  'POST /v1/items/{feed}/{item}/judgement': 'JudgeItem',
  'POST /v1/refused-items/{refused}/entry': 'EnterRefused',
  'POST /v1/refused-items/{refused}/judgement': 'JudgeRefused',
  'PUT /v1/roster': 'PutRoster',
} as const;

/** The other bodies. */
export const bodyComponents = (): Record<string, Schema> => ({
  FeedItem: itemComponent(),
  ItemBatch: batchComponent(),
  TextReceipts: receiptsComponent(),
  JudgeItem: judgementComponent(),
  EnterRefused: entryComponent(),
  JudgeRefused: refusedJudgementComponent(),
  PutRoster: rosterComponent(),
});
