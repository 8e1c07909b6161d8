/** What a name in a report belongs to: an area of the administration, a place, a house or firm. */
export type NameKind = 'county' | 'town' | 'place' | 'house';
export interface Name {
  kind: NameKind;
  /** What it is: 镇, 小学, 期. */
  what: string;
  /** The two characters before that, by which it is known: 青禾(镇), 实验(小学), 12(期). */
  stem: string;
  /** The character before that: 白(鹭湾镇). */
  before?: string | undefined;
}

const HOUSES =
  '幼儿园|小学|中学|初中|高中|学校|大学|学院|卫生院|卫生室|医院|诊所|敬老院|养老院|福利院|加油站|客运站|客运中心|汽车站|火车站|高铁站|超市|药店|酒店|宾馆|旅社|饭店|餐厅|' +
  '公司|工厂|化工厂|食品厂|家具厂|厂(?!房)|银行|商行|商场|广场(?!舞)|农贸市场|批发市场|公馆|小区|花园|家园|新城|景区|工地|奶茶店|理发店|火锅店|烧烤店|蛋糕店|店|' +
  '服务部|信用社|影楼|驾校|健身房|网吧|ktv|公寓|楼盘';
const ESTATES = '国际|名都|名邸|名居|豪庭|华府|雅居|花苑|名苑|新苑|佳苑|嘉苑|苑|湾|城|府|庭|园|轩|居|邸|郡';
const PATTERNS: readonly [NameKind, RegExp][] = [
  ['county', /(\p{sc=Han}{2})(县|旗|市(?!场)|区)/gu],
  ['town', /(\p{sc=Han}{2})(镇(?!化|居民|职工|老旧)|(?<![家老同回下返离故])乡(?!村|镇|亲|下)|街道)/gu],
  [
    'place',
    /([\p{sc=Han}\d]{2})(新村|古[镇城街村]|村(?!民|委|支|干|里|医|口)|社区|路|街(?!道)|大道|巷|桥|公园|河|水库|湖|线|沟|隧道|高架|码头|渡口)(?![县市区镇乡]|街道)/gu,
  ],
  ['house', new RegExp(`([\\p{sc=Han}\\d]{2})(${HOUSES})`, 'gu')],
  // 滨江1号工地
  ['house', /(\p{sc=Han}{2})(\d+号(?:工地|院|地块|楼盘))/gu],
  // 碧桂苑物业, 香樟苑3栋: known by what belongs to it.
  ['house', new RegExp(`(\\p{sc=Han}{2})((?:${ESTATES})?(?:物业|业委会|\\d+(?:栋|幢|号楼|单元)))`, 'gu')],
  ['house', new RegExp(`(\\p{sc=Han}{2})((?:${ESTATES})\\d+期)`, 'gu')],
];
/** Ends of what stands before and is no name: 本县, 全镇; 一家超市, 某小区. */
const NO_AREA = /[本我全该各邻某跨一两几省县市镇乡区]$/u;
/** What is no area for all that it is called so: 小区, 施教区, 农贸市场, 己是县. */
const NO_AREAS: Readonly<Record<string, RegExp>> = {
  区: /[小社园景灾库辖学地教厂院片灌货城校山郊街病疫型禁牧林湿矿港水论务]$/u,
  市: /[超门城股夜集都贸发鲜花菜楼闹早晚]$/u,
  县: /[是在到全的]$/u,
  旗: /[红国彩锦]$/u,
};
const NO_HOUSE =
  /[本我全该各邻一某跨出到个家所座等的在名多于是县市镇乡省区这那集古小大去来往向把被让由民两几数老新找问求]$/u;
/** What a place is like, and no name: 网红奶茶店, 公路, 古镇, 下乡. */
const LIKENESSES: Readonly<Partial<Record<NameKind, RegExp>>> = {
  house:
    /中介|网红|政府|劳务|物业|总包|分包|开发|房产|供水|来水|供热|热力|供电|保洁|家政|保安|知名|连锁|大型|本地|当地|社区|镇上|县城|城区|路边|街边|门口|附近|农家|私立|民办|公立|乡镇|农村|校园|家长|涉事|无证|黑心|某某|建筑|在建|施工|[一二三123]期|安置|人民|中心|定点|国营|街头|时跳|通报|目前|责令|置房|年升|[门闭开关转上]$/u,
  place:
    /[的个等名多是这那们到把被让由个马公道铁网思半走修让堵占拦上逛沿热专无光电干农乡新城本全同天面见下开条某跑]$/u,
  town: /[冰重古小集特色]$/u,
};
const SORT_OF_HOUSE = new RegExp(`^(\\p{sc=Han}{2})(?:${HOUSES})$`, 'u');
/** 劳务公司 is a sort of firm, and nobody's name. */
export const isSortOfHouse = (words: string): boolean =>
  LIKENESSES.house!.test(SORT_OF_HOUSE.exec(words)?.[1] ?? '');
/** Words that lead to a name, and are not in one: 转县医院, 家属称店家. */
const LEADS_TO =
  /[转送往到赴经由对及与在从为于致称说讲曝叫很又也还给跟把被让请]|(?<![名成首国])都|(?<![育英成人])才/u;
/** 河湾镇卫生院 is known by 河湾, as 河湾卫生院 is. */
const houseStem = (plain: string, at: number, stem: string): string =>
  /[县镇乡市]$/u.test(stem) ? plain.slice(Math.max(0, at - 1), at + 1) : stem.replace(/^[县镇乡市]/u, '');

/** The names in a text that has figures. */
export const namesIn = (plain: string): Name[] => {
  const found: Name[] = [];
  for (const [kind, pattern] of PATTERNS)
    for (const match of plain.matchAll(pattern)) {
      const [, stem = '', what = ''] = match;
      const named = kind === 'house' ? houseStem(plain, match.index, stem) : stem;
      const isNone = kind === 'house' ? NO_HOUSE : NO_AREA;
      if (
        !NO_AREAS[what]?.test(named) &&
        !isNone.test(named) &&
        !LEADS_TO.test(named) &&
        !LIKENESSES[kind]?.test(named)
      )
        found.push({ kind, what, stem: named, before: plain[match.index - 1] });
    }
  return found;
};

const SERIES: readonly RegExp[] = [
  /第(?<number>\d+)(?<what>[期批季届号周轮次辑场集章回]|\p{sc=Han}{1,2})/gu,
  /(?<![\d.])(?<number>\d+)(?<what>期|批|路|号线|号楼|栋|季度|中(?=\p{sc=Han})|小(?=[学门食操]))/gu,
  /(?<what>科目|类别|版本)(?<number>\d{1,3})(?=\p{sc=Han})/gu,
  /(?<what>[(])(?<number>\d{1,3})(?=[)])/gu,
  /(?<number>[上下])(?<what>半年)/gu,
  /[(](?<number>[上中下])(?<what>[)篇])/gu,
];
/** Which one of a series a text says it is: `期 12`, `小学 2`, `路 3`. */
export const ordinalsIn = (plain: string): string[] =>
  SERIES.flatMap((pattern) => [...plain.matchAll(pattern)]).map(
    ({ groups = {} }) => `${groups.what} ${groups.number}`,
  );

/** 今早8点38分: a clock's time of today. */
const TODAY = /今[早晨天日](?=(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)?\d{1,2}[时点:])/gu;
const [MONTH, DAY] = ['(0?[1-9]|1[0-2])', '(0?[1-9]|[12]\\d|3[01])'];
const PART = '凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜';
/** 2024.7.15; 3.12 before an hour or at the end of a line, where it is no figure. */
const DOTTED: readonly RegExp[] = [
  new RegExp(`(?<![\\d.])\\d{4}[./-]${MONTH}[./-]${DAY}(?![\\d.])`, 'gu'),
  new RegExp(`(?<![\\d.])${MONTH}\\.${DAY}(?=\\s*(?:${PART}|$))`, 'gmu'),
];
const withDays = (text: string): string =>
  DOTTED.reduce((so, pattern) => so.replace(pattern, '$1月$2日'), text);
const withToday = (text: string, today: string | undefined): string =>
  withDays(today === undefined ? text : text.replace(TODAY, today));
/** Days that a text names: `9-5`; one without a month is of the month before it. `today`: 6月7日, when it was published. */
export const daysIn = (given: string, today?: string): string[] => {
  const plain = withToday(given, today);
  const days = new Set<string>();
  let month: number | undefined;
  for (const [, named, day] of plain.matchAll(
    /(?:(?<!\d)(\d{1,2})月)?(?<![\d.])(\d{1,2})[日号](?!楼|线|机|店|院)/gu,
  )) {
    month = named === undefined ? month : Number(named);
    if (month !== undefined) days.add(`${month}-${Number(day)}`);
  }
  return [...days];
};

const MOMENT =
  /(\d{1,2})月(\d{1,2})日(?:[(]\p{sc=Han}{1,3}[)])?(凌晨|清晨|早上?|上午|中午|下午|傍晚|晚上?|夜[里间]?)?(\d{1,2})[时点:]/gu;
/** Hours that a text names with their day, counted on through the year, each month as of 31 days. */
export const momentsIn = (given: string, today?: string): number[] =>
  [...withToday(given, today).matchAll(MOMENT)].map(([, month, day, part = '', hour]) => {
    const isLate = /[下傍晚夜]/u.test(part) && Number(hour) < 12;
    return (Number(month) * 31 + Number(day)) * 24 + Number(hour) + (isLate ? 12 : 0);
  });

/** 12345, 12315: whom one telephones. */
const HOTLINE = /(?<!\d)(?:12[1-9]\d{2}|1[12]\d|96\d{3,4})(?!\d)/g;
const NUMBER = /(?<![\d.])(\d{2,}(?:\.\d+)?(?:\p{sc=Han}|%)|\d路)/gu;
/** One of three figures and more is seldom the same by chance, whatever it counts; a year or a round one may be. */
const LARGE = /(?<![\d.])(?!(?:19|20)\d\d(?!\d))\d*[1-9]\d[1-9](?![\d.])/g;
const SIGN = /(?<![a-z\d])[a-z]{1,2}-?\d{2,}/g;
/** Of days, hours and round sums (罚款5万元) there are too few to tell anything. */
const OF_MANY = /[年月日号时点分周岁]|^\d0{3,}\D/u;
/** Numbers of two figures and more with what they count, and signs. */
export const numbersIn = (given: string): Set<string> => {
  const text = given.replace(HOTLINE, ' ');
  return new Set([
    ...(text.match(NUMBER) ?? []).filter((number) => !OF_MANY.test(number)),
    ...(text.match(LARGE) ?? []),
    ...(text.match(SIGN) ?? []),
  ]);
};
