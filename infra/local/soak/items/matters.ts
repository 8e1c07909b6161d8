import type { Random } from './random.ts';

/** What one post says, before anybody writes it in a way of his own. */
export interface Words {
  title: string;
  content: string;
}
/** A made-up matter, as it can be told again and again. */
export interface Matter extends Words {
  /** The same in other words. */
  reworded: Words;
  /** What becomes known later. */
  later: string;
  counts: { reposts: number; views: number; comments: number };
}

const TOWNS = [
  '城东',
  '城西',
  '新桥',
  '河口',
  '沙岭',
  '白沙',
  '龙塘',
  '石塘',
  '南湖',
  '青松',
  '东里',
  '望江',
];
const ENDS = ['镇', '街道', '村', '社区', '开发区'];
const NAMES = [
  '惠民',
  '育才',
  '康宁',
  '兴隆',
  '和平',
  '百姓',
  '金湖',
  '阳光',
  '安居',
  '远航',
  '春晖',
  '同心',
];

/** What happens, where, in words of one who was there and of one who heard of it. */
interface Kind {
  places: readonly string[];
  said: readonly (readonly [one: string, other: string])[];
  more: readonly string[];
  later: readonly string[];
  /** How many have read it, at most. */
  views: number;
}
const QUIET: readonly Kind[] = [
  {
    places: ['政务服务大厅', '市场监管所', '便民服务站', '信访接待室', '养老院'],
    said: [
      ['周末是否办公', '星期六、星期日上不上班'],
      ['办理营业执照需要哪些材料', '开店办证要带什么'],
      ['电话一直占线打不通', '热线老是没人接'],
      ['停车位不够用', '车没有地方停'],
    ],
    more: ['请有关部门答复。', '网上没有查到说明。', '上次去时没有赶上。', '希望延长服务时间。'],
    later: ['工作人员已经回电说明。', '网友补充:工作日正常办理。'],
    views: 400,
  },
  {
    places: ['公园', '图书馆', '文化广场', '菜市场', '老年活动中心'],
    said: [
      ['举办新春活动', '办起了迎春的活动'],
      ['更换了路灯和座椅', '路灯、长椅换成新的'],
      ['志愿者清扫环境', '志愿者来搞卫生'],
    ],
    more: ['现场秩序良好。', '不少居民前来参加。', '活动持续三天。', '附近交通正常。'],
    later: ['活动顺利结束。', '下周还有一场。'],
    views: 900,
  },
];
const MIDDLING: readonly Kind[] = [
  {
    places: ['超市', '餐馆', '药店', '水果店', '奶茶店'],
    said: [
      ['销售过期食品', '把过了保质期的东西摆出来卖'],
      ['短斤缺两', '称不足,少了好几两'],
      ['拒绝退换货', '买了不让退'],
      ['价格没有明示', '结账时才知道价钱'],
    ],
    more: ['消费者拍下了照片。', '店员称是疏忽。', '已向12315反映。', '多名顾客表示遇到过。'],
    later: ['店方已经道歉并退款。', '市场监管所已派人到场。'],
    views: 4000,
  },
  {
    places: ['小区', '工地', '物业', '公租房', '敬老院'],
    said: [
      ['电梯多次困人', '电梯又把人关在里面'],
      ['夜间施工扰民', '半夜还在施工,吵得睡不着'],
      ['拖欠工资', '干了活拿不到钱'],
    ],
    more: ['居民多次投诉没有结果。', '老人出行不便。', '网友质疑监管不力。', '视频被多人转发。'],
    later: ['负责人称正在处理。', '街道已经介入调解。'],
    views: 4800,
  },
];
const GRAVE: readonly Kind[] = [
  {
    places: ['小学', '中学', '幼儿园', '职业学校'],
    said: [
      ['食堂多名学生食物中毒住院', '多名学生在食堂吃饭后中毒送医'],
      ['多名学生集体发热送医', '几十名学生发烧被送到医院'],
    ],
    more: ['网友热议持续发酵。', '监管不力引发热议。', '家长聚集要求说明。', '多家媒体赶到现场。'],
    later: ['住院学生增加。', '校方发布情况说明。'],
    views: 900_000,
  },
  {
    places: ['化工厂', '仓库', '加油站', '液化气站'],
    said: [
      ['发生爆炸造成人员伤亡', '爆炸了,有人死伤'],
      ['起火浓烟滚滚,多人被困', '大火冒黑烟,有人没有跑出来'],
    ],
    more: ['多名群众聚集围观,拉横幅。', '现场视频大量转发。', '消防和医护人员到场。', '网友质疑监管缺位。'],
    later: ['伤亡人数有更新。', '明火已经扑灭。'],
    views: 2_000_000,
  },
];

const makeMatter = (random: Random, { places, said, more, later, views }: Kind): Matter => {
  const where = `${random.pick(TOWNS)}${random.pick(ENDS)}`;
  const who = `${random.pick(NAMES)}${random.pick(places)}`;
  const [one, other] = random.pick(said);
  const month = 1 + random.below(12);
  const when = `${month}月${1 + random.below(28)}日`;
  const first = random.pick(more);
  const second = random.pick(more);
  const seen = random.below(views);
  return {
    title: `${where}${who}${one}`,
    content: `${when},有网友反映${where}${who}${one}。${first}${second}登记号${random.digits(6)}。`,
    reworded: {
      title: `网传${who}${other}(${where})`,
      content: `${where}的${who},${other},是${when}的事。${second}大家都在问怎么回事。`,
    },
    later: random.pick(later),
    counts: { reposts: seen >> 6, views: seen, comments: seen >> 7 },
  };
};

/** One in a hundred is grave: each of these is a case, and a bureau that has hundreds of them has no more memory to be measured. */
export const newMatter = (random: Random): Matter => {
  const drawn = random.below(100);
  return makeMatter(random, random.pick(drawn < 1 ? GRAVE : drawn < 12 ? MIDDLING : QUIET));
};
