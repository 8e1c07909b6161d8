/** What of one kind a text says, each in one form. */
type Kind = (text: string) => string[];

const found =
  (pattern: RegExp): Kind =>
  (text) =>
    [...text.matchAll(pattern)].map(([, said = '']) => said);
const sorted =
  (sorts: Readonly<Record<string, RegExp>>): Kind =>
  (text) =>
    Object.keys(sorts).filter((sort) => sorts[sort]!.test(text));
const MOST = 99;
const each = (first: number, last: number): string[] =>
  Array.from({ length: Math.min(Math.max(last - first, 0), MOST) + 1 }, (_, at) => String(first + at));

/** Numbers under which one thing of many goes: a batch, a ticket. */
const LABEL =
  /(?:批号|批次号|生产批次|编号|单号|票号|房号|车牌号?|车次|航班)[:为是]?\s*([a-z\d][a-z\d-]{2,})/gu;
/** 800克婴儿配方奶粉, 2段: of what size or stage a product is. */
const SIZE = /(\d+(?:克|毫升|千克|公斤)(?:装|盒装|罐装|袋装|瓶装|规格)|\d段(?=\d|婴|幼|奶))/gu;

/** 2期: which part of what is built in parts. */
const PHASE = /(?<![第\d.])(\d{1,2})期(?![间限满待望末中初内货刊])/gu;
/** 去年9月到今年1月: each of the months for which something is owed. */
const MONTHS =
  /(?<!\d)(\d{1,2})月(?:份|底|初)?\p{sc=Han}{0,2}?[至到~-](?:今年|去年|次年|当年|\d{4}年)?(\d{1,2})月(?!\d)/gu;
const YEAR_MONTHS = 12;
const months: Kind = (text) =>
  [...text.matchAll(MONTHS)].flatMap(([, from, to]) => {
    const [first, last] = [Number(from), Number(to)];
    return each(first, last < first ? last + YEAR_MONTHS : last).map((month) =>
      String(((Number(month) - 1) % YEAR_MONTHS) + 1),
    );
  });
/** 买的冷冻虾滑, 购买1罐婴儿奶粉: what somebody bought, by the two characters that say what sort it is. */
const BOUGHT =
  /(?:买(?:到|来|回)?的|购买了?|买到)(?:(?:过期|变质)的?)?(?:[\d一两半几]+[罐盒袋箱瓶包斤份件桶块只])?\p{sc=Han}{0,6}?(\p{sc=Han}{2})(?=过期|发[霉臭黑]|变质|[里中长吃喝有是被]|[^\p{sc=Han}]|$)/gu;

const BUILDINGS =
  /(?<![\d.])((?:\d+(?:号楼)?[至到、,-])*\d+)(?:号楼|[栋幢](?!的?(?:\p{sc=Han}{0,2}[房屋墅厂宅]|\p{sc=Han}{0,2}建|\p{sc=Han}{0,2}楼(?![上下顶道梯]))|\d+层))/gu;
/** 5至9号楼 is each of the five. */
const buildings: Kind = (text) =>
  [...text.matchAll(BUILDINGS)].flatMap(([, numbers = '']) =>
    numbers.split(/[、,]/u).flatMap((part) => {
      const [first = 0, last = first] = (part.match(/\d+/g) ?? []).map(Number);
      return each(first, last);
    }),
  );

const TENS = '一二三四五六七八九';
/** 八旬, 80多岁: any year of the ten. One behind somebody's sex is that of whoever an office names, often of who did it. */
const ages: Kind = (text) => [
  ...[...text.matchAll(/(?<![\d.]|[男女],)(\d{1,3})(?:周岁|岁)/gu)].map(([, age = '']) => age),
  ...[...text.matchAll(/(?:([五六七八九])旬|(?<![\d.])(\d)0[多余几]岁)/gu)].flatMap(([, named, figure]) => {
    const ten = 10 * (named === undefined ? Number(figure) : TENS.indexOf(named) + 1);
    return each(ten, ten + 9);
  }),
];

/** How somebody was hurt. */
const harms = sorted({
  scalded: /烫(?![发头染])/u,
  fallen: /摔[断伤倒下]|跌倒|滑倒/u,
  bitten: /咬(?![牙定])/u,
});
/** When what is complained of happens again and again. */
const habits = sorted({
  early: /每[天日]?(?:凌晨|清晨|早|上午)/u,
  late: /每[天日]?(?:到?晚|傍晚|夜|下午)/u,
});
/** At which gate, in which room of one house. */
const GATE = /(?<=\p{sc=Han})([东南西北])[大侧]?门(?![路街镇桥村社子])/gu;
const ROOM = /(?<![\d.])(\d{3,4})(?:室|号房|房间)/gu;

/** Of what it is that is heard. */
const noises = sorted({
  site: /工地|混凝土|打桩|塔吊|泵车|渣土/u,
  venue: /酒吧|清吧|ktv|驻唱|夜宵|烧烤/u,
  dance: /广场舞/u,
});

/** What a body is complained of for that supplies: what it asks for, or what it does not bring. */
const grievances = sorted({
  charge: /收费|[加多乱]收|涨价/u,
  supply: /不热|冰凉|[停断][水电气暖]|没[有了]?[水电暖]/u,
});

/** 小太阳幼儿园(滨江园): which branch of one name. */
const BRANCH = /\((\p{sc=Han}{2,8}?)(?:分?[园店院校]|[校院]区|门店)\)/gu;
/** 城关二小, 市1中, 外国语学校: which school, by what is no name. 一小区 is none. */
const SCHOOL =
  /((?<=\p{sc=Han})(?<!第|实验)(?:\d{1,2}|[一二三四五六七八九十])[中小](?=[初高校的]|门口|食堂|家长|学生|老师|教师|分校|[^\p{sc=Han}]|$)|外国语(?=学校|中学|小学|实验)|实验(?=小学|中学|学校|[\d一二三四五][中小])|职教中心|职[高中](?!心)|附[中小](?=[初高校的]|[^\p{sc=Han}]|$))/gu;
/** "老渔港"一只龙虾: a name between quotation marks with which a sentence begins, and not what was said. */
const QUOTED = /(?<=^|[!?。,;\n])"(\p{sc=Han}{2,8})"(?=[\p{L}\d])/gu;
/** Who was hurt or has done something. */
const persons = sorted({
  old: /老人|大爷|大妈|老太|奶奶|爷爷|老汉|阿婆|婆婆|祖孙/u,
  young: /学生|孩子|小孩|儿童|[男女]童|女儿|儿子|幼儿|婴儿|娃|孙/u,
  rider: /外卖|骑手|快递/u,
});

/** Of each of these kinds two texts of one matter say one thing in common, where both say any. */
const KINDS: readonly Kind[] = [
  found(LABEL),
  found(SIZE),
  found(PHASE),
  months,
  found(BOUGHT),
  buildings,
  ages,
  harms,
  habits,
  found(GATE),
  found(ROOM),
  found(BRANCH),
  found(SCHOOL),
  found(QUOTED),
  persons,
  grievances,
  noises,
];

/** What a text, in figures, says of each kind. */
export type Details = readonly (readonly string[])[];
export const detailsOf = (text: string): Details => KINDS.map((kind) => kind(text));

/** Whether both say the same of one kind. */
export const sharesDetail = (one: Details, other: Details): boolean =>
  one.some((said, at) => said.some((each) => other[at]!.includes(each)));
/** Whether both say something of one kind, and nothing of it is the same. */
export const detailsDiffer = (one: Details, other: Details): boolean =>
  one.some((said, at) => {
    const others = other[at]!;
    return said.length > 0 && others.length > 0 && !said.some((each) => others.includes(each));
  });
