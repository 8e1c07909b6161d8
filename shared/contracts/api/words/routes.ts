import type { RouteKey } from '../routes.ts';

/** What a route is: where it stands in the contents, what it is called, and what it does. */
export interface RouteWords {
  tag: Tag;
  summary: string;
  about: string;
}
export type Tag = '推送舆情' | '短信回执' | '案卷' | '办理' | '舆情信息' | '名册与制度' | '系统';
/** The parts of the contents, in their order. */
export const TAGS: Readonly<Record<Tag, string>> = {
  推送舆情: '监测系统(供应商)推送舆情信息。',
  短信回执: '政府短信网关回报短信是否送达。只有经网关发送短信的部署才有。',
  案卷: '查阅案卷、时限和案卷日志。',
  办理: '立案,以及对案卷的各项办理。',
  舆情信息: '查阅已接收的舆情信息。',
  名册与制度: '名册、本局制度、未予受理的请求。',
  系统: '运行状况和接口文档。',
};

export const ROUTE_WORDS: Readonly<Record<RouteKey, RouteWords>> = {
  'POST /v1/feeds/{feed}/items': {
    tag: '推送舆情',
    summary: '推送舆情信息',
    about:
      '一次推送一条、一个列表,或 {"items": […]},共1至200条,不超过256 KB。每条先入库,再按本局制度初判;同样内容再次推送的不重复入库,算作成功。请求按 Standard Webhooks 签名;是否改用 AWS SigV4 由本局告知。',
  },
  'POST /v1/receipts': {
    tag: '短信回执',
    summary: '回报短信是否送达',
    about:
      '一次1至100条,次序不限,可以重发。签名方式与推送相同,用网关自己的密钥。回执不办结任何职责;未送达的,系统在时限内改用电话并补发。',
  },
  'POST /v1/cases': {
    tag: '办理',
    summary: '人工立案',
    about:
      '依据已入库的舆情信息,或者电话记录、来文等其他来源立案。须填写标题或引用舆情信息,并至少填写一个来源。新立案答复201;同一 key 或同样内容已经立案的,答复200和该案卷。',
  },
  'GET /v1/cases': {
    tag: '案卷',
    summary: '案卷查询',
    about:
      '按状态、级别、单位、标题、编号、立案时间、来源、办理人、标记、疑似由哪一案卷复燃查询,新立的在前,每案一行,写明下一时限和逾期事项。已结报、已归档的也能查到。分页:next 不为 null 的,把它写进 cursor 再查;一页可能不满,甚至没有,仍可继续。',
  },
  'GET /v1/duties': {
    tag: '案卷',
    summary: '待办',
    about:
      '可阅案卷中的待办,一项一行,最急的在前:应办、应立即办(没有数字时限,since 为从何时起)、待督促(他人逾期、已报到本人)、待确认、待签发、待签收、待电话通知、待补全。写明时限、依据、下一步提醒谁,以及用哪个命令办理。不写条件的,只列本人的。分页同案卷查询。',
  },
  'GET /v1/me': {
    tag: '名册与制度',
    summary: '登录人',
    about:
      '令牌是谁的、有哪些岗位、现以哪个岗位办理、是否在名册中,以及制度规定这一岗位可以办理和查阅哪些事项(任一级别上)。有不止一个岗位而未选定的,post 为 null,may 合各岗位而言。',
  },
  'GET /v1/cases/{case}': {
    tag: '案卷',
    summary: '一个案卷',
    about: '案卷现状:级别、时点、来源、各项职责及其时限、待确认和待补的事项。',
  },
  'GET /v1/cases/{case}/schedule': {
    tag: '案卷',
    summary: '案卷的时限',
    about: '案卷现有的各项职责、时限和下一步提醒对象,以及因级别变动不再适用的职责。',
  },
  'GET /v1/cases/{case}/clocks': {
    tag: '案卷',
    summary: '案卷的时钟',
    about:
      '案卷的流程执行:各在什么状态、等到什么时候、与现在的排期是否一致、最近的经过,以及部署在云上时控制台的链接。',
  },
  'GET /v1/cases/{case}/texts': {
    tag: '案卷',
    summary: '通知经过',
    about: '何时告知了谁、短信原文、是否送达、电话告知和回复,先后排列;手机号码打码。',
  },
  'GET /v1/orders': {
    tag: '案卷',
    summary: '督办通知台账',
    about: '可阅案卷的督办通知(含未签发的稿),新的在前。',
  },
  'GET /v1/documents': {
    tag: '案卷',
    summary: '文书台账',
    about: '可阅案卷制发的文书,新的在前;文书内容见案卷日志所指条目。',
  },
  'GET /v1/status': {
    tag: '系统',
    summary: '系统状况',
    about: '供登录人员查看:上次巡检、发现的停摆时钟、未发出的短信、各数据源最近一次推送、存储。',
  },
  'GET /v1/cases/{case}/acts': {
    tag: '办理',
    summary: '对一个案卷可以办理的事项',
    about:
      '以现在的岗位,此刻对这一案卷能否办理各项事项,不能的写明原因,并列出能办结哪些待办职责。只就案卷现状而言:填写的内容是否妥当,办理(或预演)时再答复。',
  },
  'GET /v1/cases/{case}/log': {
    tag: '案卷',
    summary: '案卷日志',
    about:
      '案卷日志逐条原样给出,带指纹链,任何人可以自行验算(方法见接口说明“案卷日志怎样验算”)。写 after 的,只读某一版本以后的新记录。',
  },
  'GET /v1/cases/{case}/reads': {
    tag: '案卷',
    summary: '涉密案卷的查阅记录',
    about: '谁查阅过涉密案卷:每人每日记首次。',
  },
  'POST /v1/cases/{case}/commands': {
    tag: '办理',
    summary: '办理一个案卷',
    about:
      '一次一项办理,由 type 指明。制度中的级别、单位、来源等,写代号或名称都可以。答复为办理之后的案卷。带 idempotency-key 的请求只办理一次,重发得到同一答复。',
  },
  'GET /v1/items': {
    tag: '舆情信息',
    summary: '舆情信息查询',
    about: '已接收的舆情信息,新到的在前;可按处理情况、数据源、级别、标题、到达时间查询。分页同案卷查询。',
  },
  'GET /v1/items/{feed}/{item}': {
    tag: '舆情信息',
    summary: '一条舆情信息',
    about: '一条舆情信息的全部内容、历次计数、初判及其理由,以及所在案卷。',
  },
  'POST /v1/items/{feed}/{item}/judgement': {
    tag: '舆情信息',
    summary: '处理一条不在案卷中的信息',
    about:
      '记明已阅、不属本局,或者收回此前所定(放回待处理)。由值班岗位和办公室办理;谁、何时、为何,一并留存。有敏感迹象的定为不属本局,须写明理由;此后内容有改动或变得更重的,自动回到待处理。同样的再次请求,不另记。',
  },
  'GET /v1/refusals': {
    tag: '名册与制度',
    summary: '未予受理的请求',
    about: '某日(世界协调时)未予受理、也不记入案卷日志的请求:按每分钟、原因、来处各记一行。',
  },
  'GET /v1/feeds': {
    tag: '舆情信息',
    summary: '数据源',
    about:
      '已登记的数据源:最近一次入库和最近一次拒收;本局设有看管的,另有应推送的间隔、联系人,以及是否中断或连续签名不符。有异常的在前。由有权查阅未予受理请求的岗位和值班岗位查阅。',
  },
  'GET /v1/refused-items': {
    tag: '舆情信息',
    summary: '未入库的推送信息',
    about:
      '已登记的数据源推来而未能入库的信息(及整批不能读取的推送),新到的在前,留存90天:原因、按其文字的初判级别、后来怎样。由有权查阅未予受理请求的岗位和值班岗位查阅。分页同案卷查询。',
  },
  'GET /v1/refused-items/{refused}': {
    tag: '舆情信息',
    summary: '一条未入库的推送信息',
    about: '一条未入库信息的原文(64 KB 以内)、各字段的错误、后来怎样。',
  },
  'POST /v1/refused-items/{refused}/entry': {
    tag: '舆情信息',
    summary: '人工录入一条未入库的信息',
    about:
      '按原文并以所填字段更正后入库,记明录入人;发现时间按原推送到达的时间。由可以立案的岗位办理。已录入的再次请求,答复已录入的结果。',
  },
  'GET /v1/roster': {
    tag: '名册与制度',
    summary: '名册',
    about: '各岗位的人员和电话。只给出登录人有权查阅的部分,其余电话中间以星号代替。',
  },
  'GET /v1/roster/changes': {
    tag: '名册与制度',
    summary: '名册变更记录',
    about:
      '名册历次更改,新的在前:何时、何人、为何更改,以及哪个岗位增加、移除了谁,谁的哪一项有更改。只给出登录人有权查阅的部分,电话一律中间以星号代替;更改的全不在其中的,该次不列。分页同案卷查询。',
  },
  'PUT /v1/roster': {
    tag: '名册与制度',
    summary: '写入名册',
    about: '以整份名册替换原名册。须带读到的版本号和更改理由(首份名册除外);其间被他人修改的不予写入。',
  },
  'GET /v1/regulation': {
    tag: '名册与制度',
    summary: '本局制度(数据)',
    about: '现行制度的全部数据:级别、职责、时限、权限、前置审批和条款原文。',
  },
  'GET /v1/health': {
    tag: '系统',
    summary: '运行状况',
    about: '系统能否记录和读取数据。供监控使用,无须登录。',
  },
  'GET /v1/openapi.json': {
    tag: '系统',
    summary: '本接口文档(OpenAPI 3.1)',
    about: '按本局制度生成,可供程序生成客户端和表单。无须登录。',
  },
  'GET /docs': {
    tag: '系统',
    summary: '本接口文档(网页)',
    about: '与 OpenAPI 文档同源的网页,不从外部加载任何内容。无须登录。',
  },
  'GET /docs/{file}': {
    tag: '系统',
    summary: '网页的样式和脚本',
    about: '接口文档网页所用的文件。无须登录。',
  },
  'GET /': {
    tag: '系统',
    summary: '值班台(网页)',
    about: '本局人员办理用的网页。无须登录即可打开,登录后才有内容。',
  },
  'GET /desk/{proxy+}': {
    tag: '系统',
    summary: '值班台的各页和文件',
    about: '值班台的样式、脚本和数据;其余地址为值班台各页。无须登录。',
  },
};
