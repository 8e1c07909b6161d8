import { TAGS } from '../../shared/contracts/api/words/routes.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { describedCommands } from './commands.ts';
import type { Deployment } from './deployment.ts';
import { errorComponents, refusalList } from './errors.ts';
import { GUIDE } from './guide.ts';
import { type Operation, pathsOf } from './operations.ts';
import { referenceTo, type Schema } from './schemas/json-schema.ts';
import { listComponents } from './schemas/lists.ts';
import { replyComponents } from './schemas/replies.ts';
import { bodyComponents } from './schemas/requests.ts';

/** An OpenAPI 3.1 document, as far as our own pages read it. */
export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string; summary: string; description: string };
  servers: { url: string; description: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, object> };
  /** Every code of a refusal with its status and its mend. */
  'x-refusals': ReturnType<typeof refusalList>;
}

const SECURITY = {
  signature: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'Standard Webhooks 签名:以本局发给的密钥,对“编号.时间.请求体”作 HMAC-SHA256。',
  },
  sigv4: {
    type: 'apiKey',
    in: 'header',
    name: 'authorization',
    description: 'AWS Signature Version 4:以本局登记的 AWS 身份签名。',
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: '统一身份认证(OpenID Connect)所发的令牌。',
  },
};

/** The commands as one body: which it is, `type` says. */
const commandBody = (commands: Readonly<Record<string, Schema>>): Schema => {
  const names = Object.keys(commands).filter((name) => name !== 'OpenCase');
  return {
    title: '办理',
    description: '一项办理;type 写明是哪一项。',
    oneOf: names.map(referenceTo),
    discriminator: {
      propertyName: 'type',
      mapping: Object.fromEntries(names.map((name) => [name, referenceTo(name).$ref])),
    },
  };
};

/** The contract of a bureau's HTTP API, with its own ids and names. */
export const openApiOf = (regulation: Regulation, deployment: Deployment): OpenApi => {
  const commands = describedCommands(regulation);
  const schemas: Record<string, Schema> = {
    ...commands,
    OfficeCommand: commandBody(commands),
    ...bodyComponents(),
    ...listComponents(regulation),
    ...replyComponents(),
    ...errorComponents(),
  };
  return {
    openapi: '3.1.0',
    info: {
      title: `${regulation.bureau}舆情时限系统接口`,
      version: `1(制度版本 ${regulation.version})`,
      summary: `按${regulation.title}生成`,
      description: GUIDE.map(({ title, paragraphs }) => `## ${title}\n\n${paragraphs.join('\n\n')}`).join(
        '\n\n',
      ),
    },
    servers: [{ url: '/', description: '本文档所在的地址' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: pathsOf(schemas, regulation, deployment),
    components: { schemas, securitySchemes: securityFor(deployment) },
    'x-refusals': refusalList(),
  };
};

const securityFor = ({ authorization }: Deployment): Record<string, object> => {
  const { signature, sigv4, bearer } = SECURITY;
  return authorization === 'iam' ? { sigv4, bearer } : { signature, bearer };
};
