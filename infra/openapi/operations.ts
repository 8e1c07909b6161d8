import type * as z from 'zod/mini';
import { CASE_VERSION, IDEMPOTENCY_KEY } from '../../shared/contracts/api/headers.ts';
import {
  type ApiRoute,
  partsOf,
  pathParameters,
  type RouteKey,
  routeKeys,
  routeOf,
} from '../../shared/contracts/api/routes.ts';
import { HEADER_WORDS, PATH_WORDS, QUERY_WORDS } from '../../shared/contracts/api/words/parameters.ts';
import { ROUTE_WORDS } from '../../shared/contracts/api/words/routes.ts';
import { parametersOf, QUERIES, type QueryRoute } from '../../shared/contracts/queries/routes.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { Deployment } from './deployment.ts';
import { errorResponses } from './errors.ts';
import { pushExample } from './examples/push.ts';
import { sampleOf } from './examples/replies.ts';
import { type Givers, giversIn } from './givers.ts';
import { type Link, linksOf } from './links.ts';
import { PUSH_ANSWERS, pushGuide } from './push-guide.ts';
import { inputSchemaOf, referenceTo, type Schema } from './schemas/json-schema.ts';
import { documentedPath, operationName } from './schemas/names.ts';
import { replyNameOf, triedNameOf } from './schemas/replies.ts';
import { BODIES } from './schemas/requests.ts';

export interface Operation {
  tags: string[];
  operationId: string;
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { required: true; content: Record<string, Content> };
  responses: Record<string, Answer>;
  /** The right that it needs, and whom it lets: absent where a command says it, or nobody has to be anybody. */
  'x-right'?: string;
  'x-givers'?: Givers[];
  'x-steps'?: readonly string[];
  'x-codeSamples'?: { lang: string; label: string; source: string }[];
  'x-answers'?: typeof PUSH_ANSWERS;
}
export interface Content {
  schema: Schema;
  example?: unknown;
  examples?: Record<string, { summary: string; value: unknown }>;
}
export interface Answer {
  description: string;
  content?: Record<string, Content>;
  /** What can be asked next about what the answer names. */
  links?: Record<string, Link>;
  /** Of a refusal: the codes that can stand in it. */
  'x-codes'?: readonly string[];
}
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  schema: Schema;
}

/** What a parameter of this route's query means; undefined where nobody has said. */
export const queryWordsOf = (route: string, name: string): string | undefined =>
  QUERY_WORDS[`${route}?${name}`] ?? QUERY_WORDS[name];

const queryParameters = (key: string): Parameter[] => {
  const { properties = {}, required = [] } =
    key in QUERIES ? inputSchemaOf(QUERIES[key as QueryRoute] as z.core.$ZodType) : {};
  return parametersOf(key).map((name) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description: queryWordsOf(key, name) ?? name,
    schema: properties[name] ?? {},
  }));
};

const header = (name: string, required: boolean, schema: Schema): Parameter => ({
  name,
  in: 'header',
  required,
  description: HEADER_WORDS[name]!,
  schema,
});
const signatureHeaders = ({ authorization }: Deployment): Parameter[] =>
  authorization === 'iam'
    ? []
    : ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
        header(name, true, { type: 'string' }),
      );
const headersOf = ({ door, once, onVersion }: ApiRoute, deployment: Deployment): Parameter[] => [
  ...(door === 'feed' || door === 'gateway' ? signatureHeaders(deployment) : []),
  ...(once ? [header('idempotency-key', false, { type: 'string', pattern: IDEMPOTENCY_KEY.source })] : []),
  ...(onVersion ? [header('if-match', false, { type: 'string', pattern: CASE_VERSION.source })] : []),
  ...(door === 'token' ? [header('shixian-post', false, { type: 'string' })] : []),
];

const securityOf = ({ door }: ApiRoute, { authorization }: Deployment): Record<string, string[]>[] => {
  if (door === 'token') return [{ bearer: [] }];
  if (authorization === 'iam') return [{ sigv4: [] }];
  return door === 'open' ? [] : [{ signature: [] }];
};

type Samples = (component: string) => unknown;
/** The regulation is its own example, and too long to be one here. */
const WITHOUT_EXAMPLE = 'GET /v1/regulation';
const PUSH = 'POST /v1/feeds/{feed}/items';

const SUCCESS_WORDS: Readonly<Record<number, string>> = {
  200: '已办理',
  201: '新立案卷',
  207: '部分接收,部分有误;各条分别写明',
  304: '与上次读取的相同',
};

const contentOf = (key: RouteKey, samples: Samples, regulation: Regulation): Record<string, Content> => {
  const { file } = routeOf(key);
  if (file === 'page' || file === 'desk') return { '*/*': { schema: { type: 'string' } } };
  if (file === 'document') return { 'application/json': { schema: { type: 'object' } } };
  const name = replyNameOf(key);
  if (name === undefined) throw new Error(`No reply for ${key}`);
  const tried = triedNameOf(key);
  const example = (): unknown => (key === PUSH ? pushExample(regulation).answer : samples(name));
  return {
    'application/json': {
      schema: tried === undefined ? referenceTo(name) : { anyOf: [referenceTo(name), referenceTo(tried)] },
      ...(key === WITHOUT_EXAMPLE ? {} : { example: example() }),
    },
  };
};

const successes = (key: RouteKey, samples: Samples, regulation: Regulation): Record<string, Answer> =>
  Object.fromEntries(
    (routeOf(key).statuses ?? [200]).map((status) => {
      const links = linksOf(key, status);
      return [
        String(status),
        {
          description: SUCCESS_WORDS[status]!,
          ...(status === 304 ? {} : { content: contentOf(key, samples, regulation) }),
          ...(links === undefined ? {} : { links }),
        },
      ];
    }),
  );

const bodyOf = (
  key: RouteKey,
  components: Readonly<Record<string, Schema>>,
  regulation: Regulation,
): Pick<Operation, 'requestBody'> => {
  const name = BODIES[key as keyof typeof BODIES];
  if (name === undefined) return {};
  const [example] = components[name]?.examples ?? [];
  const examples =
    name === 'OfficeCommand'
      ? Object.fromEntries(
          (components.OfficeCommand!.oneOf ?? []).map(({ $ref = '' }) => {
            const command = $ref.split('/').at(-1)!;
            const { title, examples: [value] = [] } = components[command]!;
            return [command, { summary: title ?? command, value }];
          }),
        )
      : undefined;
  return {
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: referenceTo(name),
          ...(examples !== undefined
            ? { examples }
            : { example: name === 'ItemBatch' ? pushExample(regulation).request : example }),
        },
      },
    },
  };
};

/** What a vendor needs beside; `x-codeSamples` as other readers of such documents know it. */
const guideOf = (key: RouteKey, regulation: Regulation, deployment: Deployment): object => {
  if (key !== PUSH) return {};
  const { steps, snippets } = pushGuide(deployment, pushExample(regulation).request);
  return {
    'x-steps': steps,
    'x-codeSamples': snippets.map(({ title, about, code }) => ({ lang: title, label: about, source: code })),
    'x-answers': PUSH_ANSWERS,
  };
};

const operationOf = (
  key: RouteKey,
  components: Readonly<Record<string, Schema>>,
  regulation: Regulation,
  deployment: Deployment,
): Operation => {
  const { path } = partsOf(key);
  const { tag, summary, about } = ROUTE_WORDS[key];
  const { right } = routeOf(key);
  const parameters: Parameter[] = [
    ...pathParameters(path).map(
      (name): Parameter => ({
        name,
        in: 'path',
        required: true,
        description: PATH_WORDS[name]!,
        schema: { type: 'string' },
      }),
    ),
    ...queryParameters(key),
    ...headersOf(routeOf(key), deployment),
  ];
  return {
    tags: [tag],
    operationId: operationName(key),
    summary,
    description: about,
    security: securityOf(routeOf(key), deployment),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...bodyOf(key, components, regulation),
    ...guideOf(key, regulation, deployment),
    ...(right === undefined ? {} : { 'x-right': right, 'x-givers': giversIn(regulation, right) }),
    responses: {
      ...successes(key, sampleOf(components, regulation), regulation),
      ...errorResponses(key),
    },
  };
};

/** Every path with what can be asked of it. */
export const pathsOf = (
  components: Readonly<Record<string, Schema>>,
  regulation: Regulation,
  deployment: Deployment,
): Record<string, Record<string, Operation>> => {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const key of routeKeys) {
    if (routeOf(key).door === 'gateway' && !deployment.hasReceipts) continue;
    const { method, path } = partsOf(key);
    const place = documentedPath(path);
    paths[place] = {
      ...paths[place],
      [method.toLowerCase()]: operationOf(key, components, regulation, deployment),
    };
  }
  return paths;
};
