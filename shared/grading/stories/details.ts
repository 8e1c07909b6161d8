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

/** What a body is complained of for that supplies: what it asks for, or what it does not bring. */
const grievances = sorted({
  charge: /收费|[加多乱]收|涨价/u,
  supply: /不热|冰凉|[停断][水电气暖]|没[有了]?[水电暖]/u,
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
  grievances,
];

/** What a text, in figures, says of each kind. */
export type Details = readonly (readonly string[])[];
export const detailsOf = (text: string): Details => KINDS.map((kind) => kind(text));

/** Whether both say something of one kind, and nothing of it is the same. */
export const detailsDiffer = (one: Details, other: Details): boolean =>
  one.some((said, at) => {
    const others = other[at]!;
    return said.length > 0 && others.length > 0 && !said.some((each) => others.includes(each));
  });
