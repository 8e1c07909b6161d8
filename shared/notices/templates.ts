/** A message is a template id plus variables (SMS to +86 must use registered templates). */
export interface Template {
  id: string;
  /**
   * `{name}` is replaced; nothing else varies. Never the content of an item (办法第十五条 ④: 控制知悉范围), unless the bureau
   * has switched `{subject}` on. What stands there only at times brings its own comma or brackets, and is empty otherwise.
   */
  text: string;
}

const template = (id: string, text: string): Template => ({ id, text });
/** Which case, and how grave; at the end what else is to be done, why somebody else is told, and where to read on. */
const about = (id: string, text: string): Template =>
  template(id, `【{sign}】{case}{subject}({level})${text}{more}{why}。{link}`);
/** The same of several cases at once, of which the one named comes first. */
const aboutAll = (id: string, text: string): Template =>
  template(id, `【{sign}】{case}({level})等{count}件${text}{why}。{link}`);

/** What becomes of the case. `AtOnce`, `Bare`: there is no limit in numbers to name, or nothing at all. */
const ofTheCase = {
  opened: about('SX01', '新立案{again},请签收{now};{due}前须{duty}{clause}'),
  openedGradeFirst: about('SX36', '新立案{again},请签收并定级;最早时限{due}:{duty}{clause}'),
  openedAtOnce: about('SX37', '新立案{again},请签收并{duty}{clause}'),
  assigned: about('SX02', '已转你{unit}{part}{warned},请签收{now};{due}前{owner}{duty}{clause}'),
  assignedAtOnce: about('SX38', '已转你{unit}{part}{warned},请签收并{duty}{clause}'),
  handedOn: about('SX74', '已改转其他单位办理,你{unit}不再承办'),
  takenOver: about('SX84', '原案卷{former}已并入,你{unit}请改在本案办理'),
  jointOver: about('SX81', '你{unit}不再会办'),
  returned: about('SX82', '有单位退回,请立即登录决定由谁办理,时限照算'),
  returnKept: about('SX83', '退回未获同意,仍由你{unit}办理,请签收'),
  warning: about('SX03', '舆情{warn},最早时限{due}:{owner}{duty}{clause},请查阅{what}'),
  warningBare: about('SX39', '舆情{warn},请登录查阅{what}'),
  bareWarning: about('SX25', '已立案,{warn}待核发;最早时限{due}:{owner}{duty}{clause}'),
  bareWarningBare: about('SX40', '已立案,{warn}待核发,请先登录了解情况'),
  loweringProposed: about('SX11', '已申请将级别{change},请登录审批(须申请人以外的第二人)'),
  levelLowered: about('SX12', '级别{change},现行时限:{due}前{owner}{duty}{clause}'),
  levelLoweredBare: about('SX45', '级别{change},现无具体时限,请登录查看应办事项'),
  hotter: about('SX13', '热度上升,系统建议升级,请研判'),
  spread: about('SX80', '{spread},请研判级别'),
  calmed: about('SX17', '已宣布平息,此后{owner}须{duty}{clause},首次{due}前'),
  calmedBare: about('SX46', '已宣布平息,请登录查看后续事项'),
  settled: about('SX47', '已处置完毕,请登录查看后续事项'),
  calmLapsed: about('SX20', '级别已升,原宣布的平息不再有效,请研判是否重新宣布平息'),
  rekindled: about('SX18', '舆情反复,{due}前{owner}须{duty}{clause};是否再次回应请研判'),
  rekindledBare: about('SX48', '舆情反复,请登录研判应对'),
  planRequested: about('SX14', '已报请启动应急预案,请登录审批'),
  clockFault: template('SX15', '【{sign}】{case}计时程序故障,请人工掌握本案时限并联系运维。{link}'),
};

/** What somebody has to do: from when it begins until it is done. `Above`: to those above whoever has to do it. */
const ofADuty = {
  begins: about('SX41', '{due}前须{duty}{left}{clause}'),
  atOnce: about('SX04', '请立即{duty}{left}{clause}'),
  remind: about('SX05', '{due}前须{duty}{left}{clause},尚余{rest}'),
  beforeSoft: about('SX72', '一般{target}前{duty}{left}{clause},最迟{due}'),
  soft: about('SX19', '{soft}已到,请抓紧{duty}{left}{clause},最迟{due}'),
  due: about('SX06', '{due}的时限已到,未{duty}{left}{clause},请立即办理并报告原因'),
  overdue: about('SX07', '{duty}{left}{clause}已逾期{lag}(时限{due}){next},请立即办理'),
  overdueAbove: about('SX42', '{person}逾期{lag}未{duty}{left}{clause},请督促'),
  overdueFound: about('SX68', '{duty}{left}{clause}时限{due},{found}{next},请立即办理'),
  overdueFoundAbove: about('SX69', '{person}未{duty}{left}{clause},{found},请督促'),
  chase: about('SX09', '催办:请立即{duty}{left}{clause}'),
  chaseAbove: about('SX43', '{person}尚未{duty}{left}{clause},已催办{times}次,请督促'),
  gradeAsked: about('SX21', '{late}请立即研判定级,最早时限{due}:{duty}{clause}'),
  gradeAskedBare: about('SX44', '{late}请立即研判定级'),
  gradeFirst: about('SX22', '{late}请先定级,定级后须{duty}{clause},时限{due}'),
  gradeFirstAtOnce: about('SX23', '{late}请先定级,定级后须立即{duty}{clause}'),
  gradeFirstPassed: about('SX61', '未定级,{duty}{due}时限已过{lag},请速定级办理'),
  gradeAwaited: about('SX62', '待{grader}定级,定级后须{duty}{clause},时限{due}'),
  gradeAwaitedAtOnce: about('SX63', '待{grader}定级,定级后须立即{duty}{clause}'),
  gradeAskedAbove: about('SX64', '{grader}未定级,请督促;时限{due}:{owner}{duty}{clause}'),
  gradeAskedAboveBare: about('SX65', '{late}{grader}未定级,请督促'),
  dueAbove: about('SX66', '{due}的时限已到,{person}未{duty}{left}{clause},请督促'),
  releaseAbove: about('SX67', '{person}尚未核发{warn}内容,请督促'),
  releaseWarning: about('SX24', '请立即核对并核发{warn}内容,以便{duty}{clause}'),
  instructed: about('SX34', '请{when}{duty},并报告办理情况'),
  demandGone: about('SX73', '原要求办理的{what}已撤销,不必再办'),
  holdAsked: about('SX33', '{duty}仍在暂缓,请登录确认继续暂缓或恢复办理'),
  orderToSign: about('SX08', '通知稿已拟好,请登录{duty}'),
  orderIssued: template('SX10', '【{sign}】督办通知({number}):{duty},请签收,{when}办结并报告{why}。{link}'),
};

/** Whose word about what is done already is asked for. */
const ofAnAct = {
  incomplete: about('SX26', '你录入的事项{act}要件不全,请登录补齐,补齐前不能结报'),
  confirm: about('SX27', '请登录确认或否认代你录入:{what}{act}'),
  countersign: about('SX28', '有外单位意见待会签{act},请登录核对会签'),
  unconfirmed: about('SX29', '代录或外单位意见仍未获确认{act},请登录督促'),
  denied: about('SX30', '补录、代录或外单位意见已被否认{act},请登录核查'),
  unapproved: about('SX31', '有内容未经审定已发布,请立即登录核查'),
  lateEntry: about('SX32', '时限过后补录的事项{act}待核实,请登录办理'),
  secondPerson: about('SX35', '已提请{what},请登录审批'),
};

/** Of more than one case, or of none. */
const ofMany = {
  several: aboutAll('SX49', '待办,最早时限{due}:{owner}{duty}{clause},请按职责办理'),
  severalAtOnce: aboutAll('SX50', '待办,首件请立即{duty}{clause},其余请登录逐件办理'),
  severalPassed: aboutAll('SX70', '未办,首件{duty}{clause}{due}的时限已到,请逐件办理'),
  severalAbove: aboutAll('SX71', '未办,首件{person}未{duty}{clause},请督促'),
  severalBare: aboutAll('SX51', '有新情况,请登录逐件查看'),
  digest: template(
    'SX52',
    '【{sign}】另有{count}项未单发,最早时限{due}:{case}({level}){duty},请登录办理。{link}',
  ),
  digestBare: template('SX53', '【{sign}】另有{count}项未单发,请登录查看。{link}'),
  retold: template(
    'SX54',
    '【{sign}】短信中断漏发{count}项,最早时限{due}:{case}({level}){duty},请登录办理。{link}',
  ),
  retoldBare: template('SX55', '【{sign}】短信中断漏发{count}项,请登录办理。{link}'),
  unjudged: template('SX59', '【{sign}】新收舆情信息{count}条{again},请立即登录查看研判。{link}'),
  refusedUrgent: template(
    'SX75',
    '【{sign}】有{count}条推送信息未能入库,内容可能紧急,请立即登录查看、人工录入。{link}',
  ),
  refusedItems: template(
    'SX76',
    '【{sign}】有{count}条推送信息未能入库({time}汇总),请登录查看,需要的人工录入。{link}',
  ),
  feedTrouble: template('SX77', '【{sign}】数据源“{feed}”{trouble},请联系推送单位检查。{link}'),
  /** To the vendor's own contact, who has nothing to log in to: his has no link. */
  feedTroubleVendor: template('SX78', '【{sign}】你单位推送的“{feed}”{trouble},请检查并恢复推送。{link}'),
  feedWell: template('SX79', '【{sign}】数据源“{feed}”已恢复推送({moment})。{link}'),
  rosterChanged: template(
    'SX60',
    '【{sign}】值班通讯名册中你的岗位或手机号有变动,请核对;如有不符,请联系办公室。{link}',
  ),
  telephone: template('SX56', '【{sign}】有{count}条短信未送达,请立即登录查看名单并电话告知。{link}'),
  holidayList: template(
    'SX58',
    '【{sign}】{year}年放假安排尚未录入,节假日前后按日计的时限均为暂定,请将国务院办公厅通知交系统运维录入。{link}',
  ),
  routine: template('SX16', '【{sign}】{level}舆情{count}条({time}汇总),请登录查阅。{link}'),
  /** 涉密: without number, level, limit or link. */
  urgentPaper: template('SX57', '【{sign}】有一件急件,请立即到办公室办理。'),
};

export const templates: Readonly<Record<string, Template>> = {
  ...ofTheCase,
  ...ofADuty,
  ...ofAnAct,
  ...ofMany,
};

/** The template of this name; throws for any other. */
export const templateOf = (name: string): Template => {
  const found = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (found === undefined) throw new Error(`No template named ${name}`);
  return found;
};

/** The variables of a text, in its order, each once. */
export const variablesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)),
];
