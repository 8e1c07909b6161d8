// What each text message means. A test holds it against the templates themselves.
import { OF_AN_ACT } from './act-texts.ts';
import type { TextGroup } from './text-meaning.ts';

const OF_THE_CASE: TextGroup = {
  title: '案卷有变化',
  texts: [
    {
      kinds: ['opened', 'openedGradeFirst', 'openedAtOnce'],
      says: ['新立案，请签收…；…前须…', '新立案，请签收并定级；最早时限…', '新立案，请签收并…'],
      means:
        '新立了案卷。先签收；写着“定级”的，接着定级；写着“立即”的，马上办；写着时刻的，那是最早到期的一项。办公室和领导的签收只表示自己已看到，不列入“待办”，打开案卷办“签收”；责任单位的签收列在“待办”的“待你确认”里。',
    },
    {
      kinds: ['assigned', 'assignedAtOnce'],
      says: ['已转你…，请签收…；…前…', '已转你…，请签收并…'],
      means:
        '案卷转给你们办理；写着“会办”的，另有单位主办，你们签收、初报并配合。写着“并预警”（有的局称通报、通知）的，预警已经核发，登录查看。先签收，写着“立即”的马上办，再办写明时刻的那一项，那是最早到期的。',
    },
    {
      kinds: ['warning', 'warningBare'],
      says: ['舆情…，最早时限…，请查阅…', '舆情…，请登录查阅…'],
      means: '办公室已核发的预警（有的局称通报、通知）。登录查看详情，按职责准备。',
    },
    {
      kinds: ['bareWarning', 'bareWarningBare'],
      says: ['已立案，…待核发；最早时限…', '已立案，…待核发，请先登录了解情况'],
      means: '案卷已立，预警内容还没有核发。先登录了解情况，不必等。',
    },
    {
      kinds: ['loweringProposed'],
      says: ['已申请将级别…，请登录审批（须申请人以外的第二人）'],
      means: '有人申请降低级别，请你同意或不同意。申请的人自己不能批。',
    },
    {
      kinds: ['levelLowered', 'levelLoweredBare'],
      says: ['级别…，现行时限：…前…', '级别…，现无具体时限，请登录查看应办事项'],
      means: '级别已经降低，写着现在适用的时限。',
    },
    {
      kinds: ['hotter'],
      says: ['热度上升，系统建议升级，请研判'],
      means: '传播数量上升，系统只是建议，升不升由人研判决定。',
    },
    {
      kinds: ['spread'],
      says: ['…，请研判级别'],
      means:
        '本局设了传播的提示条件：同一舆情在多长时间内出现几条不同信息，或者一条信息的转发、阅读、评论量增长多少。短信写着数的是什么、从几时到几时。系统不会自己升级，升不升由人研判：升级，或者保留原级别并写明理由。',
    },
    {
      kinds: ['calmed', 'calmedBare', 'settled'],
      says: [
        '已宣布平息，此后…须…，首次…前',
        '已宣布平息，请登录查看后续事项',
        '已处置完毕，请登录查看后续事项',
      ],
      means: '舆情平息或处置完毕，还有后续事项要办，例如续报、总结。',
    },
    {
      kinds: ['handedOn'],
      says: ['已改转其他单位办理，你…不再承办'],
      means: '案卷改由别的单位承办，你们不用再办。另有批示、督办通知要你们办的，照办。',
    },
    {
      kinds: ['jointOver'],
      says: ['你…不再会办'],
      means: '案卷由别的单位办理，你们不用再会办。另有批示、督办通知要你们办的，照办。',
    },
    {
      kinds: ['returned', 'returnKept'],
      says: ['有单位退回，请立即登录决定由谁办理，时限照算', '退回未获同意，仍由你…办理，请签收'],
      means:
        '前一条：承办单位说案卷不该由它办，请立即决定：改由谁办，或者仍由它办。决定以前各项时限照常计算。后一条：你们退回的案卷仍由你们办，请签收并按时限办理。',
    },
    {
      kinds: ['calmLapsed'],
      says: ['级别已升，原宣布的平息不再有效，请研判是否重新宣布平息'],
      means: '平息之后级别又升了，平息不再算数。',
    },
    {
      kinds: ['rekindled', 'rekindledBare'],
      says: ['舆情反复，…前…须…', '舆情反复，请登录研判应对'],
      means: '舆情再次爆发，有的时限重新起算。',
    },
    {
      kinds: ['planRequested'],
      says: ['已报请启动应急预案，请登录审批'],
      means: '请你决定是否启动应急预案。',
    },
    {
      kinds: ['clockFault'],
      says: ['计时程序故障，请人工掌握本案时限并联系运维'],
      means: '这一案卷的时钟停了。请按案卷里写的时限自己掌握，并告诉系统运维。',
    },
  ],
};

const OF_A_DUTY: TextGroup = {
  title: '有一件事要办',
  texts: [
    { kinds: ['begins'], says: ['…前须…'], means: '一项职责开始计时，写着最迟时刻。' },
    { kinds: ['atOnce'], says: ['请立即…'], means: '应立即办，制度没有写数字，所以没有时刻，也不算逾期。' },
    { kinds: ['remind'], says: ['…前须…，尚余…'], means: '时限快到了，写着还剩多久。' },
    {
      kinds: ['beforeSoft', 'soft'],
      says: ['一般…前…，最迟…', '…已到，请抓紧…，最迟…'],
      means: '制度写了一般时限和最迟时限：一般时限快到或已到，最迟时限还没有到。',
    },
    {
      kinds: ['due', 'dueAbove'],
      says: ['…的时限已到，未…，请立即办理并报告原因', '…的时限已到，…未…，请督促'],
      means: '时限到了还没有登记办结。已经办了的，马上登记实际办理的时刻；发给上级的，请督促。',
    },
    {
      kinds: ['overdue', 'overdueAbove'],
      says: ['已逾期…（时限…）…，请立即办理', '…逾期…未…，请督促'],
      means: '时限已过。仍须办理，登记实际时刻；发给上级的，写着谁逾期多久。',
    },
    {
      kinds: ['overdueFound', 'overdueFoundAbove'],
      says: ['…时限…，…，请立即办理', '…未…，…，请督促'],
      means: '系统知道这件事时，时限已经过了（例如接到时已晚）。照实办理。',
    },
    {
      kinds: ['chase', 'chaseAbove'],
      says: ['催办：请立即…', '…尚未…，已催办…次，请督促'],
      means: '立即要办的事还没有登记办结，隔一段时间催一次；催几次未办，告知上一级。',
    },
    {
      kinds: ['gradeAsked', 'gradeAskedBare', 'gradeFirst', 'gradeFirstAtOnce', 'gradeFirstPassed'],
      says: [
        '请立即研判定级，最早时限…',
        '请立即研判定级',
        '请先定级，定级后须…，时限…',
        '请先定级，定级后须立即…',
        '未定级，…时限已过…，请速定级办理',
      ],
      means: '级别还只是系统初判。请先定级，定级后时限才正式生效，起算时刻不变。',
    },
    {
      kinds: ['gradeAwaited', 'gradeAwaitedAtOnce'],
      says: ['待…定级，定级后须…，时限…', '待…定级，定级后须立即…'],
      means: '等别人定级；定级后这件事由你办，请先准备。',
    },
    {
      kinds: ['gradeAskedAbove', 'gradeAskedAboveBare'],
      says: ['…未定级，请督促；时限…', '…未定级，请督促'],
      means: '应定级的人还没有定级，请你督促。',
    },
    {
      kinds: ['releaseWarning', 'releaseAbove'],
      says: ['请立即核对并核发…内容，以便…', '…尚未核发…内容，请督促'],
      means: '预警内容已由系统拟好，要有人核对后核发，收到的人才看得到。',
    },
    {
      kinds: ['instructed', 'demandGone'],
      says: ['请…，并报告办理情况', '原要求办理的…已撤销，不必再办'],
      means: '上级或领导对你有批示，办理后要报告；批示被撤回、否认或者督办通知作废的，不用再办。',
    },
    {
      kinds: ['holdAsked'],
      says: ['仍在暂缓，请登录确认继续暂缓或恢复办理'],
      means:
        '有一项职责写明理由暂缓着，请确认还要不要暂缓。列在“待办”的“待你确认”里：再办一次“暂缓”就是继续，办“恢复办理”就是不再暂缓。',
    },
    {
      kinds: ['orderToSign', 'orderIssued'],
      says: ['通知稿已拟好，请登录…', '督办通知（…）：…，请签收，…办结并报告'],
      means: '前一条：督办通知稿等你核签。后一条：督办通知已签发给你们单位，请签收，按写明的时刻办结并报告。',
    },
  ],
};

const OF_MANY: TextGroup = {
  title: '几件合成一条，或与案卷无关',
  texts: [
    {
      kinds: ['several', 'severalAtOnce', 'severalPassed', 'severalAbove', 'severalBare'],
      says: [
        '等…件待办，最早时限…，请按职责办理',
        '等…件待办，首件请立即…，其余请登录逐件办理',
        '等…件未办，首件…的时限已到，请逐件办理',
        '等…件未办，首件…未…，请督促',
        '等…件有新情况，请登录逐件查看',
      ],
      means: '同一时间有几件，合成一条，只写最急的一件。其余的登录后在“待办”里都有。',
    },
    {
      kinds: ['digest', 'digestBare'],
      says: ['另有…项未单发，最早时限…，请登录办理', '另有…项未单发，请登录查看'],
      means: '短信太密时不逐条发，只说还有几项。',
    },
    {
      kinds: ['retold', 'retoldBare'],
      says: ['短信中断漏发…项，最早时限…，请登录办理', '短信中断漏发…项，请登录办理'],
      means: '短信通道断过，恢复后补告知。',
    },
    {
      kinds: ['telephone'],
      says: ['有…条短信未送达，请立即登录查看名单并电话告知'],
      means: '有人没有收到短信。在“待办”的“请打电话”里按名单打。',
    },
    {
      kinds: ['unjudged', 'routine'],
      says: ['新收舆情信息…条，请立即登录查看研判', '舆情…条（…汇总），请登录查阅'],
      means: '不计时的舆情信息，分批告知，请查看、研判。',
    },
    {
      kinds: ['refusedUrgent', 'refusedItems'],
      says: [
        '有…条推送信息未能入库，内容可能紧急，请立即登录查看、人工录入',
        '有…条推送信息未能入库（…汇总），请登录查看，需要的人工录入',
      ],
      means: '监测平台推来的信息写法有误，系统没有收下，原文已留存。请核对，要紧的人工录入。',
    },
    {
      kinds: ['feedTrouble', 'feedTroubleVendor', 'feedWell'],
      says: [
        '数据源“…”…，请联系推送单位检查',
        '你单位推送的“…”…，请检查并恢复推送',
        '数据源“…”已恢复推送（…）',
      ],
      means:
        '监测平台超过本局设定的间隔没有信息入库，或者连续几次推送签名不符，这期间的舆情系统可能不知道。请打开“数据源”看是哪一个、找谁联系；第二句是发给推送单位联系人的。同一个数据源一天最多告知一次，恢复了再告知。',
    },
    {
      kinds: ['rosterChanged'],
      says: ['值班通讯名册中你的岗位或手机号有变动，请核对；如有不符，请联系办公室'],
      means: '名册里你的岗位或号码改了。新旧号码都会收到。',
    },
    {
      kinds: ['holidayList'],
      says: ['…年放假安排尚未录入，节假日前后按日计的时限均为暂定，请将国务院办公厅通知交系统运维录入'],
      means: '明年放假安排公布后要录入系统，在那之前有关时限是暂定。',
    },
    {
      kinds: ['urgentPaper'],
      says: ['有一件急件，请立即到办公室办理'],
      means: '涉密事项。短信里不写任何内容，请到办公室，不要在电话、短信里谈。',
    },
  ],
};

export const TEXT_GROUPS: readonly TextGroup[] = [OF_THE_CASE, OF_A_DUTY, OF_AN_ACT, OF_MANY];
