/** A message is a template id plus variables (SMS to +86 must use registered templates). */
export interface Template {
  id: string;
  /** `{name}` is replaced; nothing else varies. Never the content of an item (办法第十五条 ④: 控制知悉范围). */
  text: string;
}

const template = (id: string, text: string): Template => ({ id, text });

export const templates: Readonly<Record<string, Template>> = {
  opened: template('SX01', '【{sign}】{case}({level})新案卷,请登录系统核对并办理。'),
  assigned: template('SX02', '【{sign}】{case}舆情预警({level}),转贵单位办理,请登录签收并查看研判和建议。'),
  warning: template('SX03', '【{sign}】{case}舆情预警({level}),请登录系统查看研判和建议。'),
  releaseWarning: template('SX24', '【{sign}】{case}({level})请登录核对并核发预警:{duty}。'),
  bareWarning: template('SX25', '【{sign}】{case}({level})已立案,预警内容待核发,请先登录查看。'),
  incomplete: template('SX26', '【{sign}】{case}({level})办理记录要件待补,请登录补齐。'),
  atOnce: template('SX04', '【{sign}】{case}({level})请立即办理:{duty}。'),
  begins: template('SX36', '【{sign}】{case}({level}){due}前须{duty}。'),
  unjudged: template('SX38', '【{sign}】新增待研判舆情信息{count}条,请立即查看并研判定级。'),
  rosterChanged: template(
    'SX39',
    '【{sign}】值班通讯名册中您的岗位或手机号有变动,请核对;如有不符,请联系办公室。',
  ),
  telephone: template('SX37', '【{sign}】{case}({level})有{count}条短信未送达,请立即电话告知。'),
  remind: template('SX05', '【{sign}】{case}({level})提醒:{duty},时限{due},请登录办理。'),
  soft: template('SX19', '【{sign}】{case}({level}){duty}一般应于此时办结,最迟{due},请登录办理。'),
  due: template('SX06', '【{sign}】{case}({level})到期未办:{duty},时限{due},请登录。'),
  overdue: template('SX07', '【{sign}】{case}({level})已逾期:{duty},时限{due},请督促。'),
  orderToSign: template('SX08', '【{sign}】{case}({level})请{duty},通知稿已拟好,请登录审签。'),
  chase: template('SX09', '【{sign}】{case}({level})催办:{duty}尚未办理,请登录系统。'),
  gradeAsked: template('SX21', '【{sign}】{case}({level}){late}请立即研判定级{limit}{duty}。'),
  gradeFirst: template('SX22', '【{sign}】{case}({level}){late}请先定级,定级后须{duty},时限{due}。'),
  gradeFirstAtOnce: template('SX23', '【{sign}】{case}({level}){late}请先定级,定级后须立即{duty}。'),
  orderIssued: template('SX10', '【{sign}】督办通知({number})已签发:{duty},请{when}办结并报告。'),
  instructed: template('SX34', '【{sign}】{case}({level})请{when}{duty},并报告办理情况。'),
  secondPerson: template('SX35', '【{sign}】{case}({level}){what},须第二人同意,请登录。'),
  loweringProposed: template('SX11', '【{sign}】{case}({level})有降级申请,须第二人审批,请登录。'),
  levelLowered: template('SX12', '【{sign}】{case}级别已调整为{level},请登录查看时限变化。'),
  hotter: template('SX13', '【{sign}】{case}({level})热度上升,系统建议提级,请登录研判。'),
  planRequested: template('SX14', '【{sign}】{case}({level})报请启动应急预案,请登录审批。'),
  clockFault: template('SX15', '【{sign}】{case}时钟故障,请人工盯办并联系运维。'),
  calmed: template('SX17', '【{sign}】{case}({level})已宣布平息或处置完毕,请登录查看后续时限。'),
  calmLapsed: template('SX20', '【{sign}】{case}({level})级别已升,原平息宣布不再有效,请研判是否宣布平息。'),
  rekindled: template('SX18', '【{sign}】{case}({level})再次发酵,请登录查看时限。'),
  confirm: template('SX27', '【{sign}】{case}({level})有以您名义代录的事项,请登录确认或否认。'),
  countersign: template('SX28', '【{sign}】{case}({level})有外单位意见待会签,请登录核对。'),
  unconfirmed: template('SX29', '【{sign}】{case}({level})代录或外单位意见仍未获确认,请登录督促。'),
  denied: template('SX30', '【{sign}】{case}({level})代录或外单位意见已被否认,请登录查看。'),
  unapproved: template('SX31', '【{sign}】{case}({level})有内容未经审定已发布,请登录查看。'),
  lateEntry: template('SX32', '【{sign}】{case}({level})有时限过后的补录待核实,请登录。'),
  holdAsked: template('SX33', '【{sign}】{case}({level}){duty}仍在暂缓,请登录确认是否继续。'),
  holidayList: template(
    'SX40',
    '【{sign}】{year}年放假安排尚未录入,涉及工作日的时限暂定,请录入国务院办公厅通知。',
  ),
  routine: template('SX16', '【{sign}】新增舆情信息{count}条,请登录查看,关注发展变化。'),
};

/** One part of a UCS-2 message. */
export const ONE_PART = 70;
const CUT = '…';

const fill = (text: string, variables: Record<string, string>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name] ?? '');
const lengthOf = (text: string): number => text.length;

export interface Message {
  templateId: string;
  variables: Record<string, string>;
  text: string;
}

/** So much of a duty's name is worth more than the full name of the role that nobody holds, or of those who are left. */
const WORTH_KEEPING = 8;
const namesIn = (list: string): number => list.split('、').length;
/** What stands behind a duty's name while only some of its receivers were reached: who is left, else how many. */
const leftTexts = (left: string | undefined): string[] =>
  left === undefined ? [''] : [`(尚缺${left})`, `(尚缺${namesIn(left)}方)`];

/**
 * Renders a message of at most 70 characters. The duty's name, that of an empty role and who is left (`left`) are shortened
 * if they must be; the case number, the level and the due instant never are. `why`: why somebody else is told (岗位无人),
 * when the message went up the ladder.
 */
export const render = (name: string, variables: Record<string, string>, why?: string): Message => {
  const chosen = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (chosen === undefined) throw new Error(`No template named ${name}`);
  const fullDuty = variables.duty ?? '';
  const cutTo = (kept: number): string =>
    kept >= fullDuty.length ? fullDuty : `${fullDuty.slice(0, kept)}${CUT}`;
  const suffixes =
    why === undefined ? [''] : [why, why.replace(/\(.*\)/, ''), '原岗无人'].map((each) => `(${each})`);
  const tails = leftTexts(variables.left).flatMap((left) => suffixes.map((suffix) => ({ left, suffix })));
  const textWith = ({ left, suffix }: (typeof tails)[number], kept: number): string =>
    `${fill(chosen.text, { ...variables, duty: `${cutTo(kept)}${left}` })}${suffix}`;
  const tail = tails.find((each) => lengthOf(textWith(each, WORTH_KEEPING)) <= ONE_PART) ?? tails.at(-1)!;
  let kept = fullDuty.length;
  while (kept > 0 && lengthOf(textWith(tail, kept)) > ONE_PART) kept -= 1;
  const text = textWith(tail, kept);
  if (lengthOf(text) > ONE_PART) throw new Error(`Template ${chosen.id} does not fit one part`);
  return { templateId: chosen.id, variables: { ...variables, duty: `${cutTo(kept)}${tail.left}` }, text };
};
