import type { REQUEST_REFUSALS } from '../../../refusal-codes.ts';
import { type RefusalWords, say } from './words.ts';

const LATER = '稍后重发同一请求;仍不行请联系本局系统运维。';
const LOGIN = '重新登录,取得新的令牌后再试。';

/** Of a request before the rules see it, and of what cannot be served now. */
export const REQUEST_WORDS: Readonly<Record<keyof typeof REQUEST_REFUSALS, RefusalWords>> = {
  MALFORMED_JSON: say('请求体不是有效的 JSON', '核对括号和引号后重发。'),
  BODY_CHARSET_WRONG: say(
    '请求体不是 UTF-8 编码',
    '以 UTF-8 编码(不是 GBK、UTF-16)发送;须签名的,按发出的字节重新签名。',
  ),
  BODY_NOT_UNPACKED: say(
    '压缩的请求体解不开',
    '用 gzip 压缩,并写明请求头 content-encoding: gzip;或者不压缩。',
  ),
  BODY_ENCODING_UNSUPPORTED: say('请求体的压缩方式不支持', '用 gzip(不用 deflate、br),或者不压缩。'),
  REQUEST_UNREADABLE: say(
    '不是完整有效的 HTTP 请求',
    '核对所用程序发出的请求行、请求头和长度(部署后由接口网关答复)。',
  ),
  CALLER_MISSING: say('请求没有经过 IAM 签名(SigV4)', '用登记的 AWS 身份按 SigV4 签名后重发。'),
  SIGNATURE_INVALID: say(
    '签名不正确',
    '核对密钥;按发出的原始请求体逐字节签名,签名后不得再改动;核对编号和时间与请求头一致。',
  ),
  SIGNATURE_MISSING: say(
    '缺少签名请求头',
    '补上 webhook-id、webhook-timestamp、webhook-signature 三个请求头。',
  ),
  SIGNATURE_STALE: say(
    '签名时间与现在相差超过5分钟',
    '校准推送服务器的时钟;确认签名时间以秒计,不是毫秒;用现在的时间重新签名。',
  ),
  TOKEN_INCOMPLETE: say('令牌中缺少人员、岗位或有效期限', '请系统运维核对统一身份认证所发令牌的内容。'),
  TOKEN_INVALID: say('令牌无效或已过期', LOGIN),
  TOKEN_MISSING: say('没有令牌', '在请求头 authorization 中写 Bearer 和令牌。'),
  HOST_UNKNOWN: say(
    '访问所用的名称不是本系统的',
    '单机运行的用 127.0.0.1 或 localhost 访问,办公室服务器用所公布的地址(经接口网关时不出现)。',
  ),
  ORIGIN_FOREIGN: say('其他网站的网页发来的请求', '从本系统自己的网页或程序访问(经接口网关时不出现)。'),
  METHOD_NOT_ALLOWED: say('接口存在,但不接受这种请求方法', '改用答复的 Allow 请求头所列的方法。'),
  FEED_UNKNOWN: say('没有登记这个数据源', '核对地址中的数据源代号;尚未登记的请本局系统运维登记。'),
  ITEM_UNKNOWN: say('没有这条舆情信息', '核对数据源代号和信息编号;须是已经入库的信息。'),
  REFUSED_ITEM_UNKNOWN: say('没有这条未入库的信息', '核对编号;留存90天,逾期清除。'),
  REFUSED_ITEM_MENDED: say('数据源已经重新推送这条信息并已入库', '不必录入,在舆情信息中查看。'),
  REFUSED_ITEM_TAKEN: say('这条信息已经入库', '在舆情信息中处理。'),
  ROUTE_UNKNOWN: say('没有这个接口', '核对请求方法和地址。'),
  IDEMPOTENCY_KEY_IN_USE: say('同一请求正在办理', '一秒后用原请求编号重发。'),
  IDEMPOTENCY_KEY_SPENT: say(
    '这一请求编号早已办理过',
    '不必重发;答复中写明了它在案卷日志的哪一条。另一项办理请用新的请求编号。',
  ),
  ITEM_IN_CASE: say('这条舆情信息已在案卷中(或正在立案)', '在该案卷中办理,不必另行立案、并入或处理。'),
  ITEM_JUDGED_TOO_OFTEN: say('对这条信息的处理已更改40次,不能再改', '需要处理的,据以立案或并入案卷。'),
  ROSTER_CHANGED: say('名册已被他人修改', '重新读取名册,在新的版本上修改后再写入。'),
  ROSTER_EMPTIES_POST: say('更改后有岗位无人在岗', '补上人员;确知须空缺的,带 confirmEmpty: true 重新写入。'),
  CASE_CHANGED: say(
    '决定办理之后,案卷又有他人办理的新记录',
    '重新读取案卷,看过新记录后,仍要办理的以新的版本号重发;本次没有办理,也不记入案卷日志。',
  ),
  ITEM_CHANGED: say(
    '决定之后,这条信息的内容又有改动',
    '重新读取这条信息,看过新的内容后,仍要这样定的以新的版本号重发;本次没有记录。',
  ),
  BODY_TOO_LARGE: say('请求(压缩的,解压后)超过256 KB', '分成几次发送。'),
  HEAD_TOO_LARGE: say(
    '请求的地址、参数和请求头合计太长',
    '缩短参数和请求头;长的内容写在请求体中(部署后由接口网关答复)。',
  ),
  BATCH_INVALID: say('整批的写法不对,或者没有信息、超过200条', '按“推送舆情信息”的写法,每批1至200条。'),
  IDEMPOTENCY_KEY_REUSED: say('这一请求编号已用于另一请求', '每项办理用新的请求编号。'),
  INVALID: say('请求中有字段或参数不对', '按 problems 所列的字段逐一改正后重发。'),
  ITEMS_INVALID: say('没有一条信息可以接收', '按每条的 problems 改正后重发。'),
  ITEM_INVALID: say('这一条信息有误,没有入库', '按 problems 改正这一条后重发;同批其他信息不必重发。'),
  PERSON_TWICE: say('人员编号重复,或对应不同的手机号、姓名', '一个人员编号始终只给一个人;改正后重新写入。'),
  ROSTER_ROLE_UNKNOWN: say('名册中有制度没有规定的岗位', '按制度所列的岗位填写。'),
  ROSTER_WITHOUT_DUTY: say(
    '名册缺少值班岗位或办公室负责人',
    '这两个岗位至少各有一名在岗人员,否则夜间无人收到通知。',
  ),
  INTERNAL: say('系统出错,已记录', '稍后重试;仍不行请把 requestId 告知本局系统运维。'),
  RECORD_DAMAGED: say('有记录读不出来', '请本局系统运维按运维手册从备份中找回。'),
  CASE_BUSY: say('案卷正在由他人办理', '稍后重发同一请求。'),
  FEED_SECRET_MISSING: say('签名密钥暂不可用', LATER),
  ISSUER_UNREACHABLE: say('统一身份认证暂时无法访问', LATER),
  STORE_UNAVAILABLE: say('数据暂时无法保存或读取', LATER),
  ITEMS_FAILED: say('部分信息暂时未能入库', '整批重发;已入库的不会重复。'),
  ITEM_FAILED: say('这一条信息暂时未能入库', '整批重发;已入库的不会重复。'),
  API_UNREACHABLE: say(
    '办公室服务器与系统的连接中断',
    '稍后用原请求编号重发同一请求;仍不行请告知本局系统运维(只在经办公室服务器时出现)。',
  ),
  API_SLOW: say(
    '系统没有及时答复办公室服务器,所提交的可能已经办理',
    '用原请求编号重发同一请求,已办理的不会重复(只在经办公室服务器时出现)。',
  ),
  RECEIPTS_FAILED: say('部分短信回执暂时未能登记', '整批重发;已登记的不会重复。'),
};
