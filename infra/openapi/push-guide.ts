import type { Deployment } from './deployment.ts';

// How a vendor gets from nothing to an accepted push, in Chinese.

/** Stands in the snippets where the address of the API goes; a page that knows it puts it there. */
export const ADDRESS = 'https://接口地址';

export interface Snippet {
  title: string;
  about: string;
  code: string;
}

const SIGNED: readonly string[] = [
  '向本局要三样东西:接口地址、数据源代号(下例为 demo)和密钥(以 whsec_ 开头)。密钥只存在推送服务器上,不写进程序;下例取自环境变量 WEBHOOK_SECRET。更换密钥期间,新旧两个都有效。',
  '每次推送取一个新的编号(webhook-id)和现在的时间(webhook-timestamp,秒,不是毫秒)。重发时编号不变,时间取现在,并重新签名。72小时内编号和内容都相同的,视为重发:已入库的答复 duplicate,其间另行推送的新内容不会被旧的覆盖;上次没有入库的,这次入库。',
  '把“编号.时间.请求体”三段用英文句点连起来,以密钥(whsec_ 之后的部分按 Base64 解码)作 HMAC-SHA256,结果按 Base64 编码,前面加“v1,”,即为 webhook-signature。签名须用发出的原始请求体,签名后一个字节也不能改动。请求体用 UTF-8 编码;可以用 gzip 压缩(写明请求头 content-encoding: gzip),压缩前后的内容签哪一个都可以。用官方库的,把连同 whsec_ 的整个密钥交给库,库算出的已带“v1,”,原样填入。',
  '以 POST 发到 /v1/feeds/数据源代号/items。答复200,即全部接收,并逐条写明初判的级别和理由。发现一条推送一条最好;成批的,一批20至50条为宜(256 KB 以内,一个汉字占3字节)。示例中的信息会真的入库,请换成自己的。',
];
const BY_CALLER: readonly string[] = [
  '本部署以 AWS SigV4 签名。向本局要三样东西:数据源代号(下例为 demo)、AWS 访问密钥、所在区域;该密钥只能推送这一数据源。',
  '用 AWS 的开发包或 curl 按 Signature Version 4 签名(服务名 execute-api),以 POST 发到 /v1/feeds/数据源代号/items。',
  '答复200即为全部接收,并逐条写明初判的级别和理由。',
];

const body = (request: unknown): string => JSON.stringify(request);

const curlSigned = (request: unknown): string =>
  [
    `API='${ADDRESS}'`,
    "FEED='demo'",
    'SECRET="$WEBHOOK_SECRET"',
    `BODY='${body(request)}'`,
    '',
    'ID="msg_$(date +%s)_$$"',
    'TIME="$(date +%s)"',
    `KEY="$(printf %s "$SECRET" | sed 's/^whsec_//' | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')"`,
    'SIGNATURE="v1,$(printf %s "$ID.$TIME.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | openssl base64 -A)"',
    '',
    'curl -i "$API/v1/feeds/$FEED/items" \\',
    "  -H 'content-type: application/json' \\",
    '  -H "webhook-id: $ID" -H "webhook-timestamp: $TIME" -H "webhook-signature: $SIGNATURE" \\',
    '  --data-binary "$BODY"',
  ].join('\n');

const pythonSigned = (request: unknown): string =>
  [
    '# pip install standardwebhooks',
    'import json, os, urllib.error, urllib.request, uuid',
    'from datetime import datetime, timezone',
    'from standardwebhooks.webhooks import Webhook',
    '',
    `api, feed, secret = "${ADDRESS}", "demo", os.environ["WEBHOOK_SECRET"]`,
    `payload = json.loads(r'''${body(request)}''')`,
    '',
    'body = json.dumps(payload, ensure_ascii=False)',
    'message_id, now = f"msg_{uuid.uuid4().hex}", datetime.now(tz=timezone.utc)',
    'request = urllib.request.Request(',
    '    f"{api}/v1/feeds/{feed}/items",',
    '    data=body.encode("utf-8"),',
    '    headers={',
    '        "content-type": "application/json",',
    '        "webhook-id": message_id,',
    '        "webhook-timestamp": str(int(now.timestamp())),',
    '        "webhook-signature": Webhook(secret).sign(message_id, now, body),',
    '    },',
    ')',
    'try:',
    '    with urllib.request.urlopen(request, timeout=30) as answer:',
    '        print(answer.status, answer.read().decode("utf-8"))',
    'except urllib.error.HTTPError as refused:',
    '    print(refused.code, refused.read().decode("utf-8"))',
  ].join('\n');

const goSigned = (request: unknown): string =>
  [
    '// go get github.com/standard-webhooks/standard-webhooks/libraries',
    'package main',
    '',
    'import (',
    '\t"bytes"',
    '\t"fmt"',
    '\t"io"',
    '\t"net/http"',
    '\t"os"',
    '\t"strconv"',
    '\t"time"',
    '',
    '\tstandardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"',
    ')',
    '',
    'func main() {',
    `\tapi, feed := "${ADDRESS}", "demo"`,
    `\tbody := []byte(\`${body(request)}\`)`,
    '\twebhook, err := standardwebhooks.NewWebhook(os.Getenv("WEBHOOK_SECRET"))',
    '\tif err != nil {',
    '\t\tpanic(err)',
    '\t}',
    '\tid, now := fmt.Sprintf("msg_%d", time.Now().UnixNano()), time.Now()',
    '\tsignature, err := webhook.Sign(id, now, body)',
    '\tif err != nil {',
    '\t\tpanic(err)',
    '\t}',
    '\trequest, _ := http.NewRequest("POST", api+"/v1/feeds/"+feed+"/items", bytes.NewReader(body))',
    '\trequest.Header.Set("content-type", "application/json")',
    '\trequest.Header.Set("webhook-id", id)',
    '\trequest.Header.Set("webhook-timestamp", strconv.FormatInt(now.Unix(), 10))',
    '\trequest.Header.Set("webhook-signature", signature)',
    '\tanswer, err := http.DefaultClient.Do(request)',
    '\tif err != nil {',
    '\t\tpanic(err)',
    '\t}',
    '\tdefer answer.Body.Close()',
    '\ttext, _ := io.ReadAll(answer.Body)',
    '\tfmt.Println(answer.StatusCode, string(text))',
    '}',
  ].join('\n');

const curlByCaller = (request: unknown): string =>
  [
    `API='${ADDRESS}'`,
    "REGION='cn-north-1'",
    `BODY='${body(request)}'`,
    '',
    'curl -i "$API/v1/feeds/demo/items" \\',
    '  --aws-sigv4 "aws:amz:$REGION:execute-api" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\',
    '  -H \'content-type: application/json\' --data-binary "$BODY"',
  ].join('\n');

/** The steps, and how they are written, for feeds that show who they are in this way. */
export const pushGuide = (
  { authorization }: Pick<Deployment, 'authorization'>,
  request: unknown,
): { steps: readonly string[]; snippets: readonly Snippet[] } =>
  authorization === 'iam'
    ? {
        steps: BY_CALLER,
        snippets: [{ title: 'curl', about: '需要 curl 7.75 以上', code: curlByCaller(request) }],
      }
    : {
        steps: SIGNED,
        snippets: [
          { title: 'curl', about: '在 Linux、macOS 的命令行中;需要 openssl', code: curlSigned(request) },
          {
            title: 'Python',
            about:
              '用 Standard Webhooks 官方库签名:交给库的是连同 whsec_ 的整个密钥,库算出的签名已含“v1,”,原样填入 webhook-signature',
            code: pythonSigned(request),
          },
          {
            title: 'Go',
            about: '用官方库签名;其他语言(Java、C#、PHP、Rust 等)的官方库见 www.standardwebhooks.com',
            code: goSigned(request),
          },
        ],
      };

/** What a feed is answered, and what it then does. */
export const PUSH_ANSWERS: readonly { status: string; means: string; then: string }[] = [
  {
    status: '200',
    means:
      '全部接收:accepted 为新的或有变化的,duplicate 为重复。某条带有 warnings 的,有字段读不出、存疑、按推算采用,或像是本系统的字段而没有读取,逐项写明',
    then: '完成,不必再发;有 warnings 的,改正后以同一信息编号再推送',
  },
  { status: '207', means: '部分接收,部分有误;各条分别写明', then: '改正有误的各条后重发,已接收的不必重发' },
  {
    status: '400',
    means: '请求体不是有效的 JSON,不是 UTF-8 编码,或者解压不开',
    then: '改正后重发',
  },
  {
    status: '401',
    means: '没有签名、签名不对(密钥有误,或签名后请求体有改动),或签名时间与现在相差超过5分钟',
    then: '核对密钥;校准时钟,时间以秒计;重新签名',
  },
  { status: '404', means: '没有登记这个数据源', then: '核对数据源代号' },
  { status: '403', means: '没有权限推送这个数据源', then: '请本局核对登记' },
  { status: '413', means: '请求体(压缩的,解压后)超过256 KB', then: '分成小批' },
  { status: '415', means: '请求体的压缩方式不支持', then: '用 gzip,或者不压缩' },
  { status: '431', means: '地址和请求头太长', then: '核对请求头' },
  { status: '422', means: '没有一条可以接收,或者整批没有信息、超过200条', then: '改正后重发' },
  { status: '429', means: '请求太多(由接口网关限制)', then: '稍后重发' },
  {
    status: '500、503、没有答复',
    means: '至少一条暂时未能入库,密钥暂不可用,或系统出错',
    then: '1分钟后整批重发,间隔逐次加倍,直到成功;已入库的不会重复',
  },
];
