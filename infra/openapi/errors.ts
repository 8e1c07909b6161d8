import { refusalsOf } from '../../shared/contracts/api/refusals.ts';
import type { RouteKey } from '../../shared/contracts/api/routes.ts';
import { REFUSAL_WORDS } from '../../shared/contracts/api/words/refusals/all.ts';
import { ErrorBody } from '../../shared/contracts/errors.ts';
import { REFUSALS, type RefusalCode, statusOf } from '../../shared/contracts/refusal-codes.ts';
import { inputSchemaOf, referenceTo, type Schema } from './schemas/json-schema.ts';
import { FEED_REFUSALS } from './schemas/replies.ts';

const codes = Object.keys(REFUSALS) as RefusalCode[];
const STATUSES = [...new Set(codes.map(statusOf))].sort((one, other) => one - other);
/** What API Gateway answers itself, with a body of its own; 429 and nothing else comes from it alone. */
const GATEWAY_STATUSES: readonly number[] = [400, 401, 403, 404, 413, 429, 431, 500, 503];
const TOO_MANY = 429;

/** What a status means, whatever the code. */
export const STATUS_WORDS: Readonly<Record<number, string>> = {
  400: '请求不合 HTTP 的写法,或请求体解压不开、不是 UTF-8、不是有效的 JSON',
  401: '没有登录、没有签名,或者核对不上',
  403: '没有权限:不由这一岗位、单位或这个人办理',
  404: '没有找到',
  405: '接口存在,但不接受这种请求方法',
  409: '按现在的情况不能办理',
  412: '决定办理之后,案卷又有他人办理',
  413: '请求太大',
  415: '请求体的压缩方式不支持',
  422: '请求内容有误',
  429: '请求太多(部署后由接口网关限制)',
  431: '地址、参数和请求头太长',
  500: '系统出错',
  502: '办公室服务器与系统的连接中断',
  503: '暂时不能办理,稍后重发同一请求',
  504: '系统没有及时答复办公室服务器',
};

/** Every code with its status, what it means and its mend. */
export const refusalList = () =>
  codes
    .map((code) => ({ code, status: statusOf(code), ...REFUSAL_WORDS[code] }))
    .sort((one, other) => one.status - other.status || (one.code < other.code ? -1 : 1));

const errorSchema = (status: number): Schema => {
  const schema = inputSchemaOf(ErrorBody);
  const { code, message, requestId, problems } = schema.properties!;
  Object.assign(code!, {
    enum: codes.filter((each) => statusOf(each) === status),
    description: '原因代码,不会改变',
  });
  Object.assign(message!, { description: '说明(中文)' });
  Object.assign(requestId!, { description: '本次请求的编号,查询问题时请提供' });
  Object.assign(problems!, { description: '有误的各字段', items: referenceTo('Problem') });
  return { ...schema, title: `错误 ${status}`, description: STATUS_WORDS[status] };
};

export const errorComponents = (): Record<string, Schema> => ({
  ...Object.fromEntries(STATUSES.map((status) => [`Error${status}`, errorSchema(status)])),
  GatewayError: {
    title: '接口网关的答复',
    description: '部署后,没有到达程序的请求由接口网关答复。',
    type: 'object',
    properties: { message: { type: ['string', 'null'], description: '网关的说明(英文)' } },
    required: ['message'],
  },
});

const FEED_ROUTE = 'POST /v1/feeds/{feed}/items';
const bodyOf = (key: RouteKey, status: number): Schema => {
  const forms = [
    ...(status === TOO_MANY ? [] : [referenceTo(`Error${status}`)]),
    ...(key === FEED_ROUTE && (status === 422 || status === 503) ? [referenceTo(FEED_REFUSALS[status])] : []),
    ...(GATEWAY_STATUSES.includes(status) ? [referenceTo('GatewayError')] : []),
  ];
  return forms.length === 1 ? forms[0]! : { anyOf: forms };
};

/** Codes that stand in no body of an error: they are said of one item of a batch. */
const OF_ONE_ITEM: readonly RefusalCode[] = ['ITEM_INVALID', 'ITEM_FAILED'];

const exampleOf = (code: RefusalCode) => ({
  summary: REFUSAL_WORDS[code].means,
  value: {
    code,
    message: REFUSAL_WORDS[code].means,
    requestId: '4f0c6d2e-8f3b-4a67-9c55-0f6f2b1d7a90',
    ...(code === 'INVALID' ? { problems: [{ field: 'reason', message: '不能为空' }] } : {}),
  },
});

/** Every refusal that a route can answer with, by status: which codes, each with its mend. */
export const errorResponses = (key: RouteKey) => {
  const all = refusalsOf(key);
  const statuses = [...new Set([...all.map(statusOf), TOO_MANY])].sort((one, other) => one - other);
  return Object.fromEntries(
    statuses.map((status) => {
      const own = all.filter((code) => statusOf(code) === status && !OF_ONE_ITEM.includes(code));
      const [shown] = own;
      return [
        String(status),
        {
          description: STATUS_WORDS[status]!,
          'x-codes': own,
          content: {
            'application/json': {
              schema: bodyOf(key, status),
              ...(shown === undefined ? {} : { examples: { [shown]: exampleOf(shown) } }),
            },
          },
        },
      ];
    }),
  );
};
