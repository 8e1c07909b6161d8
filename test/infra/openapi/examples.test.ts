import { describe, expect, it } from 'vitest';
import { type OpenApi, openApiOf } from '../../../infra/openapi/document.ts';
import { pushExample } from '../../../infra/openapi/examples/push.ts';
import { referredIn, type Schema } from '../../../infra/openapi/schemas/json-schema.ts';
import { COMMAND_WORDS, type CommandName } from '../../../shared/contracts/api/words/commands.ts';
import { OfficeCommand } from '../../../shared/contracts/commands.ts';
import { ErrorBody } from '../../../shared/contracts/errors.ts';
import { ItemBatch, PushedItem } from '../../../shared/contracts/items.ts';
import { OpenCase } from '../../../shared/contracts/opening-command.ts';
import { ItemsTaken } from '../../../shared/contracts/replies/items.ts';
import { REPLIES, sent } from '../../../shared/contracts/replies/routes.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { namedFieldsOf, namesToIds, wordsOfList } from '../../../shared/rules/names.ts';
import { createOffice, FEED } from '../../support/office.ts';
import { water } from '../../support/sixth-bureau.ts';
import { itemsIn } from '../../support/told.ts';

const names = Object.keys(COMMAND_WORDS) as CommandName[];
const exampleIn = ({ components }: OpenApi, name: string): Record<string, unknown> =>
  components.schemas[name]!.examples![0] as Record<string, unknown>;
const schemaFor = (name: CommandName) => (name === 'OpenCase' ? OpenCase : OfficeCommand);

describe.each([...Object.values(regulations), water])('the examples of $id', (regulation) => {
  const document = openApiOf(regulation, { authorization: 'signature', hasReceipts: true });

  it.each(names)('%s is taken as it stands, and names what this bureau has', (name) => {
    const example = exampleIn(document, name);
    const command = schemaFor(name).parse(example);
    const { unknown } = namesToIds(regulation, { ...command, type: name });
    const lacking = Object.values(namedFieldsOf(name)).filter(
      (list) => wordsOfList(regulation, list).words.length === 0,
    );
    // What this bureau has nothing of cannot be named in an example either.
    if (lacking.length === 0) expect(unknown, JSON.stringify(example)).toBeUndefined();
  });

  it('gives an example of every field that must be there, and of no other than there are', () => {
    for (const name of names) {
      const { properties = {}, required = [] } = document.components.schemas[name]!;
      const given = Object.keys(exampleIn(document, name));
      expect(
        required.filter((field) => !given.includes(field)),
        name,
      ).toEqual([]);
      expect(
        given.filter((field) => properties[field] === undefined),
        name,
      ).toEqual([]);
    }
  });

  it('answers, where a route has an example, are to the letter what the contract says', () => {
    for (const [route, reply] of Object.entries(REPLIES)) {
      const [method = '', path = ''] = route.split(' ');
      const { responses } = document.paths[path]![method.toLowerCase()]!;
      for (const [status, { content }] of Object.entries(responses)) {
        const { example, examples = {} } = content?.['application/json'] ?? { schema: {} };
        if (Number(status) < 300) expect(() => reply.parse(example), route).not.toThrow();
        for (const { value } of Object.values(examples)) ErrorBody.parse(value);
      }
    }
  });

  it('a push is taken as it stands, and answered in the form that is shown', async () => {
    const { request, answer } = pushExample(regulation);
    for (const item of ItemBatch.parse(request)) PushedItem.parse(item);
    sent(ItemsTaken).parse(answer);
    const office = await createOffice({ regulation });
    const told = await office.push(request.items);
    expect(told.status).toBe(200);
    expect(told.body).toMatchObject({ accepted: 1, refused: 0 });
    expect(itemsIn(told)[0]).not.toHaveProperty('warnings');
    expect(FEED).toBe('demo');
  });
});

describe('a schema says what is really taken', () => {
  const document = openApiOf(regulations.hohhot!, { authorization: 'signature', hasReceipts: true });

  it.each(names)(
    '%s without a field that is required is refused, and so is a field that is not there',
    (name) => {
      const example = exampleIn(document, name);
      const { required = [], additionalProperties } = document.components.schemas[name] as Schema;
      for (const field of required) {
        const { [field]: _, ...rest } = example;
        expect(schemaFor(name).safeParse(rest).success, field).toBe(false);
      }
      expect(additionalProperties).toBe(false);
      expect(schemaFor(name).safeParse({ ...example, somethingElse: 1 }).success).toBe(false);
    },
  );

  it('of a push: only an id and words are needed, and whatever else there is may have any form', () => {
    const { FeedItem: schema } = document.components.schemas;
    PushedItem.parse({ id: 7, title: '标题', metrics: { reposts: '1.2万', views: null } });
    expect(schema!.required).toEqual(['id']);
    expect(schema!.anyOf).toEqual([{ required: ['title'] }, { required: ['content'] }]);
    expect(schema!.properties!.id!.anyOf).toEqual([
      expect.objectContaining({ type: 'string' }),
      expect.objectContaining({ type: 'integer' }),
    ]);
    const { id: _, author: __, ...others } = schema!.properties!;
    for (const [name, { anyOf }] of Object.entries(others)) expect(anyOf, name).toContainEqual({});
    expect(referredIn(schema!.properties!.unit!.anyOf![0]!)).toBe('list.unit');
  });
});
