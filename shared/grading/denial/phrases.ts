/**
 * How Chinese denies, asks, concedes and affirms: of the language, whatever bureau reads. The words that deny are the regulation's. All is
 * looked for in letters that are comparable and have no signs within.
 */
const FIGURE = '[0-9〇零一二两三四五六七八九十百千几数多]+';
const COUNTED = '[个名位人例家起宗具条处所户]';
const NUMBER = `${FIGURE}${COUNTED}`;
/** 死亡一人, 死亡一人而是… */
export const BEGINS_WITH_NUMBER = new RegExp(`^${NUMBER}`);
export const HAS_NUMBER = new RegExp(NUMBER);
/** A number put in the place of another: 仅三名, 不是五名, 并非五家, 而是五人. */
export const CORRECTS_NUMBER = new RegExp(
  `(仅仅?|只|仅有|只有|实为|实际上?[为是有])[^,:]{0,6}${NUMBER}|(不是|并非|而非|而是)${NUMBER}`,
);
/** 死亡0人, 死亡人数:0, 死亡为零 */
export const IS_NONE_AFTER =
  /^(人数|人员|病例|例数)?(均为|仍为|为|是|:)?[0零〇](人|例|名|起|宗|件)?(?![0-9.%〇零一二三四五六七八九十])/;
/** 0人死亡, 0死亡; 10人死亡 is none of it. */
export const IS_NONE_BEFORE = /(?<![0-9.〇零一二三四五六七八九十百千])[0〇](人|例|名|起|宗|件)?$/;

export const ASKS =
  /难道|谁说|谁敢|岂|哪里|何曾|怎么|怎会|怎能|凭什么|为何|为什么|是不是|有没有|有无|是否|会不会|能不能|才怪|[吗么呢]$/;
const DISBELIEVED = '站不住|不成立|不攻自破|自欺欺人|谁信|没人信|改口|不服|不认可|不买账|不接受';
/** What becomes of a denial that is not believed. */
export const IS_DISBELIEVED = new RegExp(DISBELIEVED);
/** What a claim is called by who does not believe it; of a rumour, a denial says the same (系谎言). */
export const REJECTS = new RegExp(
  `${DISBELIEVED}|谎[言话]|撒谎|说谎|谎称|假话|骗[人局]|是假的|不可信|鬼话|所谓`,
);
/** A claim that was made once: 起初称, 曾否认. */
const ONCE = '(曾|一度|此前|之前|先前|早前|起初|最初|当初|原先)';
export const CLAIMED_ONCE = new RegExp(`${ONCE}[^,:]{0,8}(称|说|表示|通报|宣称|回应|坚称|否认)$`);
export const DENIED_ONCE = new RegExp(`${ONCE}(?![^,:]*传)[^,:]{0,6}$`);
/** 没有人发现学生死亡: nobody noticed it. */
export const NOBODY_NOTICES =
  /^(有|任何)?(人员?|群众|学生|消费者|一人|一名)(发现|接到|收到|接获|见|察觉|注意)/;
/** 就不会死亡, 本可避免死亡: it came about. */
export const WOULD_HAVE_BEEN = /(就|本|原|才)(来|可以?|能够?|应该?)?$/;
const AS_REPORTED =
  '报告|报道|消息|信息|情[况形]|病?例|案例|反映|投诉|迹象|证据|现象|事[件故]|人员?|说法|记录|后果|可能';
/** 没有死亡的原因: what is denied is something else that goes with it. */
export const IS_OF_SOMETHING = new RegExp(
  `^(的(?!${AS_REPORTED})[^,:]|(一事|事件|事故)?的?(原因|真相|责任|过程|经过|名单|赔偿|家属|者家属|证明|之前|以前|前))`,
);
/** 学生死亡与食堂无关, 学生死亡系意外, 学生死亡正在调查: it is spoken of as what has happened. */
const COPULA = '(系|是|为|因|由|缘于|源于)';
const AS_A_FACT = [
  /^(一事|事件|事故|案)?(与|和|跟|同)[^,:]*(无关|有关|关联|没有?关系)/,
  new RegExp(`^(一事|事件|事故|案)?${COPULA}(?![^,:]*(谣|不实|虚假|假消息|编造|捏造|旧闻))[^,:]`),
  new RegExp(`^(一事|事件|事故|案)?${COPULA}[^,:]+?(均?[系是为属](谣言|不实)|不属实)`),
  /^(一事|事件|事故|案)?(的?(原因|时间|地点|人数|名单|家属|善后|赔偿)|(已|仍|还|尚)?在?(正在|调查|立案|尸检|善后))/,
];
export const isSpokenOfAsFact = (after: string): boolean => AS_A_FACT.some((each) => each.test(after));
export const RELATES = AS_A_FACT[0]!;
const NOT_YET = '(?<!未经?|尚未|没有?|无法|有待|待|不|拒|能|是)';
/** 学生死亡属实, 改口承认学生死亡. 承认编造 and 未经证实 affirm nothing. */
export const AFFIRMS = new RegExp(
  `(?<![不未非否])属实|确有其事|(?<![没不])确有|千真万确|实锤|坐实|${NOT_YET}(证实|承认)(?!(其|是|为|系|属)?(编造|造谣|散布|虚构|捏造|杜撰|谣|不实|假)|[^,:]*(不属实|谣言|不实|假消息|没有|未))`,
);
export const BEGINS_AFFIRMED = /^(情况|此事|该事|后)?(属实|确有其事|千真万确|被?证实$)/;
export const FAILS = /不力|不到位|不及时|失败|不当|流于形式|缺位|形同虚设/;

/** What is told of others: 网传, 传言. */
export const IS_TOLD = /网传|传言|传闻|谣传|流传|疯传|误传|有传|传播|散布|编造|造谣|网帖|网曝|网友|网民|帖/;
/** 称, 网传: somebody claims it. */
export const IS_CLAIMED = /称|说|传|表示|通报|回应/;
/** 经核实: what follows was found. */
export const IS_FOUND = /经[^,:]{0,4}(核实|核查|调查|查证|了解|排查|查)/;
/** 未辟谣, 求辟谣, 等官方辟谣: nothing is denied. */
export const NOT_DENIED = /([不非未]|(未|没|无|拒绝|迟迟|求|请|等|期待|呼吁|希望|要求)[^,:]{0,4})$/;
/** 辟谣后又改口, 辟谣来了又删, 辟谣遭疑 */
export const UNDONE = /^(之?后|过后|又|再|来了|遭|被|不|未|失败|无效)/;
/** The verb of who denies: what it denies stands behind it or, without an object, before. */
export const IS_ACT = /辟谣|澄清/;
/** 辟谣:, 辟谣称: what follows is what is denied, or the right version of it. */
export const ENDS_TELLING = /(称|说|表示|说明|通报|如下)$/;
/** Without a subject of its own: 均系谣言, 该消息不属实, 官方回应不属实. What it denies stands before. */
const LIGHT =
  /该|此|这|上述|以上|相关|有关|网传|网上|网络|流传|的|传言|传闻|流言|帖[文子]?|信息|消息|说法|视频|内容|言论|报道|情况|事件|其|均|都|全|纯|完|皆|实|已|经|为|是|系|属|官方|警方|公安|派出所|校方|学校|当地|部门|回应|通报|表示|称|核实|核查|调查|查证|了解/g;
export const hasNoSubject = (head: string): boolean => head.replace(LIGHT, '') === '';
export const isItself = (head: string): boolean => head.replace(/均|都|全|纯|完|皆|实|已/g, '') === '';
