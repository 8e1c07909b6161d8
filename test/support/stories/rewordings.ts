/** One matter as its tellers put it: each item has one of the headlines, and mostly one of the contents. */
interface Matter {
  headlines: readonly string[];
  contents: readonly string[];
}

/** Matters that have nothing in common but the county. */
export const MATTERS = {
  poisoning: {
    headlines: [
      '央视曝光雷州某中学食堂食物中毒,23名学生住院',
      '雷州某中学食堂食物中毒 23名学生住院被央视曝光',
      '【突发】雷州某中学食堂食物中毒,学生23人住院!',
      '网传雷州某中学学生食堂食物中毒住院,央视关注',
    ],
    contents: [
      '3月1日晚,雷州某中学23名学生在食堂就餐后食物中毒,被送往人民医院住院治疗,家长质疑监管缺位。',
      '转:3月1日晚,雷州某中学23名学生在食堂就餐后食物中毒,被送往人民医院住院治疗。家长质疑监管缺位,网友热议。',
      '雷州某中学食堂出事:二十三名学生吃了晚饭食物中毒,都在人民医院住院,家长要说法。',
    ],
  },
  lift: {
    headlines: [
      '雷州一小区电梯坠落致5人受伤,业主称多次报修',
      '电梯从12楼坠落5人受伤 雷州一小区业主讨说法',
      '【电梯坠落】雷州某小区5人受伤,物业被指拖延维修',
    ],
    contents: [
      '3月1日傍晚,雷州附城镇一小区电梯从12楼坠落,5名住户受伤,业主称此前已多次向物业报修无果。',
      '附城镇某小区电梯3月1日从十二楼坠落,五名业主受伤送医。业主说报修多次物业都不处理。',
    ],
  },
  cylinder: {
    headlines: [
      '雷州一烧烤店煤气罐爆炸,7人烧伤',
      '雷州烧烤店煤气罐突然爆炸 7人被烧伤',
      '煤气罐爆炸!雷州某烧烤店7名食客烧伤送医',
    ],
    contents: [
      '3月1日夜里,雷州沈塘镇一家烧烤店煤气罐爆炸,7名食客烧伤,附近居民称气罐疑似过期未检。',
      '沈塘镇一烧烤店煤气罐爆炸,七名食客被烧伤,网友质疑过期钢瓶流入市场。',
    ],
  },
  scales: {
    headlines: [
      '游客在雷州海鲜市场买虾,半斤变一斤,鬼秤引众怒',
      '雷州海鲜市场鬼秤曝光:半斤虾称成一斤',
      '海鲜市场“鬼秤”!雷州游客买半斤虾被称成一斤',
    ],
    contents: [
      '游客发视频称在雷州乌石镇海鲜市场买虾,摊主的电子秤动了手脚,半斤称成一斤,评论区众怒。',
      '乌石镇海鲜市场被指鬼秤坑人,游客买的半斤虾摊主称成一斤,视频播放量过百万。',
    ],
  },
} as const satisfies Record<string, Matter>;
export type MatterName = keyof typeof MATTERS;

/** The telling with this number of a matter: an item of its own, under an address of its own, that so many have read that a case is owed. */
export const reworded = (number: number, matter: MatterName = 'poisoning') => {
  const { headlines, contents }: Matter = MATTERS[matter];
  const name = matter === 'poisoning' ? 'w' : matter;
  return {
    id: `${name}${number}`,
    title: headlines[number % headlines.length]!,
    ...(number % 5 === 4 ? {} : { content: contents[number % contents.length]! }),
    url: `https://news.example.com/2026/${name}${10_000 + number}.html`,
    metrics: { reposts: 6000, views: 600_000, comments: 6000 },
  };
};
