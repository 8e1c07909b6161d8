import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { commandNamed } from '../../../infra/docs/views/command-names.ts';
import { type OpenApi, openApiOf } from '../../../infra/openapi/document.ts';
import type { Operation } from '../../../infra/openapi/operations.ts';
import { fieldsIn, referredIn, type Schema } from '../../../infra/openapi/schemas/json-schema.ts';
import { documentedPath } from '../../../infra/openapi/schemas/names.ts';
import { refusalsOf } from '../../../shared/contracts/api/refusals.ts';
import { partsOf, routeKeys, routeOf } from '../../../shared/contracts/api/routes.ts';
import { REFUSALS, type RefusalCode, statusOf } from '../../../shared/contracts/refusal-codes.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { FURTHER_RIGHTS } from '../../../shared/rules/authority.ts';
import { type ListName, wordsOfList } from '../../../shared/rules/names.ts';
import { water } from '../../support/sixth-bureau.ts';

const WHOLE = { authorization: 'signature', hasReceipts: true } as const;
const CHINESE = /\p{Script=Han}/u;
const bureaus = [...Object.values(regulations), water];
const operationsOf = ({ paths }: OpenApi): Operation[] =>
  Object.values(paths).flatMap((methods) => Object.values(methods));
/** Every value anywhere in it that stands under this name. */
const under = (value: unknown, name: string): unknown[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, each]) => [...(key === name ? [each] : []), ...under(each, name)]);

/** No regulation speaks of these: they are for whom it lets do what they come to. */
const RIGHTS_OF_OTHERS: Readonly<Record<string, string>> = {
  DetachItem: 'AddSource',
  MergeCase: 'AddSource',
  Reopen: 'Conclude',
  ApproveMerge: 'ApproveConclusion',
  RejectMerge: 'ApproveConclusion',
};

describe.each(bureaus)('the contract of $id', (regulation) => {
  const document = openApiOf(regulation, WHOLE);
  const { schemas } = document.components;

  it('is valid OpenAPI 3.1, and refers to nothing that is not there', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    const references = under(document, '$ref').map((each) => referredIn({ $ref: String(each) })!);
    expect(references.filter((name) => schemas[name] === undefined)).toEqual([]);
    const names = operationsOf(document).map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has every route of the catalogue and no other', () => {
    const keys = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(keys.sort()).toEqual(routeKeys.map(documentedPath).sort());
  });

  it('says of every field that goes in what it is called, in Chinese', () => {
    const bodies = ['FeedItem', 'TextReceipts', 'PutRoster', 'OpenCase'];
    const commands = (schemas.OfficeCommand?.oneOf ?? []).map((each) => referredIn(each)!);
    expect(commands.length).toBeGreaterThan(40);
    const nameless = [...bodies, ...commands].flatMap((name) =>
      fieldsIn(schemas[name]!)
        .filter(({ field }) => !CHINESE.test(field.title ?? ''))
        .map(({ path }) => `${name}: ${path.join('.')}`),
    );
    expect(nameless).toEqual([]);
  });

  it('says of every field of an answer what it holds, and of every parameter what it means, in Chinese', () => {
    const successes = operationsOf(document)
      .flatMap(({ responses }) => Object.entries(responses))
      .filter(([status]) => Number(status) < 300)
      .flatMap(([, { content }]) => Object.values(content ?? {}))
      .map(({ schema }) => referredIn(schema))
      .filter((name) => name !== undefined);
    expect(successes.length).toBeGreaterThan(13);
    const nested = ['Duty', 'Task', 'CaseRow', 'CancelledDuty'];
    const tried = ['PostCases', 'PostCasesCaseCommands'].map((name) => `${name}TriedReply`);
    nested.push('PostCasesReply', ...tried);
    const silent = [...successes, ...nested].flatMap((name) =>
      Object.entries(schemas[name]!.properties ?? {})
        .filter(([, field]) => !CHINESE.test(field.description ?? ''))
        .map(([field]) => `${name}: ${field}`),
    );
    expect(silent).toEqual([]);
    const parameters = operationsOf(document).flatMap(({ parameters: own = [] }) => own);
    expect(parameters.filter(({ description }) => !CHINESE.test(description))).toEqual([]);
  });

  it('lets a field that names something of the regulation take its ids and names, and says which is which', () => {
    const lists = Object.entries(schemas).filter(([name]) => name.startsWith('list.'));
    expect(lists.length).toBeGreaterThan(15);
    for (const [name, schema] of lists) {
      const { choices, words } = wordsOfList(regulation, name.slice('list.'.length) as ListName);
      expect(schema.enum ?? [], name).toEqual(words);
      const values = schema['x-values'] as { id: string; name: string }[];
      expect(values.map(({ id }) => id)).toEqual(choices.map(({ id }) => id));
      for (const { id } of values) expect(words).toContain(id);
    }
    const { kind, to, channel } = schemas.FileReport!.properties!;
    expect([kind, to!.items, channel].map((each) => referredIn(each!))).toEqual([
      'list.reportKind',
      'list.receiver',
      'list.channel',
    ]);
  });

  it('says who may give each command by the bureau’s own table, and what it does to clocks', () => {
    for (const { $ref } of schemas.OfficeCommand!.oneOf!) {
      const name = referredIn({ $ref })!;
      const schema = schemas[name]!;
      const posts = (schema['x-givers'] as { roles: string[] }[]).flatMap(({ roles }) => roles);
      const right = RIGHTS_OF_OTHERS[name] ?? name;
      const own = regulation.authorities
        .filter(({ command }) => command === right)
        .flatMap(({ roles }) => roles.map((role) => regulation.roles.find(({ id }) => id === role)!.name));
      expect([...new Set(posts)].sort(), name).toEqual([...new Set(own)].sort());
      expect(schema.title).toBe(commandNamed(name).name);
      expect(schema.description).toContain(schema['x-clocks']);
    }
  });

  it('names under each status of a route every code that it can be refused with there', () => {
    for (const key of routeKeys) {
      const { method, path } = partsOf(key);
      const { responses } = document.paths[documentedPath(path)]![method.toLowerCase()]!;
      for (const code of refusalsOf(key)) {
        const answer = responses[statusOf(code)];
        expect(answer, `${key} ${code}`).toBeDefined();
        const isOfItem = code === 'ITEM_INVALID' || code === 'ITEM_FAILED';
        expect(answer!['x-codes']!.includes(code), `${key} ${code}`).toBe(!isOfItem);
      }
      expect(Object.keys(responses)).toContain('429');
    }
  });

  it('lists every refusal with its status, its meaning and its mend', () => {
    const listed = document['x-refusals'];
    expect(listed.map(({ code }) => code).sort()).toEqual(Object.keys(REFUSALS).sort());
    for (const { code, status, means, mend } of listed) {
      expect(status).toBe(statusOf(code as RefusalCode));
      for (const words of [means, mend]) expect(words, code).toMatch(CHINESE);
      expect(mend).toMatch(/。$/);
    }
  });
});

describe('the catalogue', () => {
  it('needs for a route a command or a right that there is', () => {
    const rights = routeKeys.flatMap((key) => routeOf(key).right ?? []);
    expect(rights.length).toBeGreaterThan(8);
    const known: readonly string[] = [...FURTHER_RIGHTS, 'OpenCase'];
    expect(rights.filter((right) => !known.includes(right))).toEqual([]);
  });

  it('has for every code a route that is refused with it, but for a wrong method, which is no route', () => {
    const used = new Set(routeKeys.flatMap(refusalsOf));
    const unused = (Object.keys(REFUSALS) as RefusalCode[]).filter((code) => !used.has(code));
    expect(unused).toEqual(['METHOD_NOT_ALLOWED']);
  });
});

describe('a deployment', () => {
  const { leizhou } = regulations;
  it('whose callers sign by SigV4 says so, and asks for no signature of ours', () => {
    const document = openApiOf(leizhou!, { authorization: 'iam', hasReceipts: true });
    const push = document.paths['/v1/feeds/{feed}/items']!.post!;
    expect(push.security).toEqual([{ sigv4: [] }]);
    expect((push.parameters ?? []).map(({ name }) => name)).toEqual(['feed']);
    expect(push['x-codeSamples']![0]!.source).toContain('--aws-sigv4');
    expect(document.paths['/docs']!.get!.security).toEqual([{ sigv4: [] }]);
    expect(Object.keys(document.components.securitySchemes)).toEqual(['sigv4', 'bearer']);
  });

  it('without a gateway of its own has no receipts', () => {
    const document = openApiOf(leizhou!, { authorization: 'signature', hasReceipts: false });
    expect(document.paths['/v1/receipts']).toBeUndefined();
  });

  it('lets everybody read the contract, its page and the health, and nobody else’s word pass unsigned', () => {
    const open = operationsOf(openApiOf(leizhou!, WHOLE)).filter(({ security }) => security.length === 0);
    expect(open.map(({ operationId }) => operationId).sort()).toEqual([
      'getDeskProxy',
      'getDocs',
      'getDocsFile',
      'getHealth',
      'getOpenapiJson',
      'getRoot',
    ]);
  });

  it('has a schema for every body that a route takes', () => {
    const { paths, components } = openApiOf(leizhou!, WHOLE);
    const writing = Object.values(paths).flatMap(({ post, put }) =>
      [post, put].filter((each) => each !== undefined),
    );
    expect(writing).toHaveLength(8);
    for (const { requestBody } of writing) {
      const schema: Schema = requestBody!.content['application/json']!.schema;
      expect(components.schemas[referredIn(schema)!]).toBeDefined();
    }
  });
});
