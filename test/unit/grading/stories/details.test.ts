import { describe, expect, it } from 'vitest';
import { compareTellings, measureOf } from '../../../../shared/grading/stories/compare.ts';
import { type Details, detailsDiffer, detailsOf } from '../../../../shared/grading/stories/details.ts';
import { daysIn, momentsIn } from '../../../../shared/grading/stories/names.ts';
import { tellingOf } from '../../../../shared/grading/stories/telling.ts';
import { plainTextOf } from '../../../../shared/grading/stories/told-text.ts';
import { regulations } from '../../../../shared/regulations/index.ts';

const differ = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((text) => detailsOf(plainTextOf(text))) as [Details, Details];
  const differs = detailsDiffer(a, b);
  expect(detailsDiffer(b, a)).toBe(differs);
  return differs;
};

describe('what tells of another', () => {
  it.each([
    ['batch', '批号20260309C的奶粉召回', '召回批号:20260214A奶粉'],
    ['size', '450克装的酱菜胀袋', '召回900克装酱菜'],
    ['stage', '3段奶粉结块', '2段婴儿奶粉结块'],
    ['building', '锦绣家园2号楼没热水', '锦绣家园5至9号楼没热水'],
    ['building, called otherwise', '电梯坏了,在7幢', '3、4号楼的电梯坏了'],
    ['building from which something fell', '3幢楼上扔烟头', '12幢楼上扔花盆'],
    ['room', '1203室漏水', '803室漏水'],
    ['age', '81岁的父亲摔倒', '92岁的奶奶摔倒'],
    ['age, by tens', '81岁老人摔倒', '九旬老人摔倒'],
    ['harm', '老人洗澡被烫伤', '老人起夜摔断股骨'],
    ['hour', '每早5点半放音乐', '每晚7点到9点放音乐'],
    ['gate', '市场东门起火', '市场西门起火'],
    ['grievance', '暖气费加收不合理', '暖气片冰凉'],
    ['part of what is built in parts', '翠湖里二期欠薪', '翠湖里三期欠薪'],
    ['months', '从去年9月干到今年1月没发工资', '2月到6月的工资没发'],
    ['what was bought', '购买一罐婴儿奶粉,已过期', '昨天买的冷冻虾滑,一开袋就臭'],
    ['branch', '小太阳幼儿园(滨江园)打手心', '小太阳幼儿园(学府园)贴嘴'],
    ['school', '枫溪市一中高二的卷子泄露', '枫溪市外国语学校的卷子泄露'],
    ['school by its number', '城关二小的家长看看', '实验小学的家长看看'],
    ['name between quotation marks', '避雷!“老渔港”一只龙虾三斤二', '避雷!“阿婆海鲜加工”加工费比海鲜贵'],
    ['who was hurt', '狗咬了送外卖的小哥', '狗咬了买菜的老太太'],
    ['what is heard', '南边工地连着四晚浇混凝土', '楼下清吧天天驻唱'],
  ])('%s', (_, one, other) => {
    expect(differ(one, other)).toBe(true);
  });
});

describe('what may be the same', () => {
  it.each([
    ['a batch that only one names', '批号20260309C的奶粉召回', '奶粉召回'],
    ['a part of which another says nothing', '翠湖里二期欠薪', '翠湖里欠薪'],
    ['an issue', '第2期简报说欠薪', '第3期简报说欠薪'],
    ['months that both name', '9月到12月的工资没发', '从去年10月到今年2月没发工资'],
    ['what was bought, told otherwise', '买到过期奶粉', '超市买的奶粉过期47天'],
    ['a building among several', '5至9号楼没暖气', '7号楼没暖气'],
    ['one of two buildings', '3、4号楼停工', '4号楼停工'],
    ['a count of houses', '3栋房屋被埋', '5栋房屋被埋'],
    ['an age within its ten', '奶奶86岁被护工打', '八旬老人被护工打'],
    ['the age of whom an office names', '奶奶86岁被打', '护理员张某(女,52岁)被行拘'],
    ['one of two ages', '9岁女童被狗咬伤', '9岁女孩被咬,狗主人61岁'],
    ['both hours', '每早每晚放音乐', '每晚放音乐'],
    ['a curl', '烫发过敏', '在理发店滑倒'],
    ['a figure of something else', '400克盐', '救出400人'],
    ['a house that is not named', '一小区电梯坠落,实验小学旁边', '二小区电梯坠落'],
    ['a second experimental school, either way', '实验二小食堂霉变', '第二实验小学食堂霉变'],
    ['what was said', '他说“别发网上”', '园长让我们“不要截图”'],
    ['who was hurt, of two', '祖孙三人被困', '婆婆带俩娃被困'],
  ])('%s', (_, one, other) => {
    expect(differ(one, other)).toBe(false);
  });
});

it.each([
  ['7月4日(星期六)下午1时', undefined, ['7月4日13:00']],
  ['今早8点10分', '6月7日', ['6月7日8时']],
  ['8点', '6月7日', []],
] as const)('the hours of %s', (text, today, hours) => {
  expect(momentsIn(text, today)).toEqual(hours.flatMap((hour) => momentsIn(hour)));
});

const LIFT = {
  title: '江北镇金麟府小区电梯骤停',
  content: '江北镇金麟府小区2号楼电梯骤停,三名业主被困半小时,消防人员将人救出,物业称已更换控制板。',
};
const compare = (
  one: Parameters<typeof tellingOf>[0],
  other: Parameters<typeof tellingOf>[0],
  bureau: keyof typeof regulations,
) => compareTellings(tellingOf(one), tellingOf(other), measureOf(regulations[bureau]!));
const again = (text: string) => ({ title: '电梯又坏了', content: text });

describe.each(Object.keys(regulations))('in the bureau %s', (bureau) => {
  it('what names another building is left to a person, what names the same one is joined', () => {
    const told = (building: number) =>
      again(`江北镇金麟府小区${building}号楼电梯骤停,三名业主被困,消防救出,物业换了控制板。`);
    expect(compare(LIFT, told(2), bureau).outcome).toBe('same');
    expect(compare(LIFT, told(7), bureau)).toMatchObject({ outcome: 'suspected', ground: 'detail' });
    expect(compare(told(7), LIFT, bureau)).toMatchObject({ outcome: 'suspected', ground: 'detail' });
  });

  it('an advert that borrows what has happened is not a telling of it', () => {
    const text = '江北镇金麟府小区电梯骤停,业主被困,消防救出,物业换了控制板。';
    const advert = again(`${text}电梯险限时特惠,扫码投保,前100名送米一袋。`);
    expect(compare(LIFT, again(text), bureau).outcome).toBe('same');
    expect(compare(LIFT, advert, bureau)).toMatchObject({ outcome: 'suspected', ground: 'few' });
  });

  it.each([
    ['7月3日上午9时', '7月3日晚9时', 'same'],
    ['7月3日上午9时', '7月3日晚10时', 'suspected'],
    ['7月3日晚11时', '7月4日上午11时', 'same'],
    ['7月3日晚11时', '7月4日中午12时', 'suspected'],
    ['12月31日晚11时', '1月1日上午10时', 'same'],
    ['12月31日晚11时', '1月1日下午1时', 'suspected'],
  ] as const)('on one road at %s and at %s: %s', (one, other, outcome) => {
    const told = (when: string) => ({
      title: '江北镇安东路车祸',
      content: `${when},江北镇安东路与红日大道交叉口一辆轿车与电动车相撞,电动车驾驶人受伤送医。`,
    });
    expect(compare(told(one), told(other), bureau).outcome).toBe(outcome);
    const later = told(other);
    const more = { ...later, content: `${later.content}最新进展:已脱离危险。` };
    expect(compare(told(one), more, bureau).outcome).toBe('same');
  });

  it("a clock's time of today is of the day on which it was published, in China", () => {
    const event = {
      title: '江北镇一考生忘带身份证',
      content: '6月8日上午8时10分,江北镇一名考生到考点后发现身份证落在家中,民警护送取证,顺利入场。',
    };
    const today = (publishedAt: string) => ({
      title: '民警护送考生取身份证',
      content: '今早8点10分,江北镇一名考生身份证落在家中,民警护送取证,考生顺利进考点。',
      publishedAt,
    });
    // 23:59:59 and 00:00:00 in Beijing.
    expect(compare(event, today('2026-06-07T15:59:59.000Z'), bureau)).toMatchObject({
      outcome: 'suspected',
      ground: 'day',
    });
    expect(compare(event, today('2026-06-07T16:00:00.000Z'), bureau).outcome).toBe('same');
    expect(compare(event, today('2026-06-08T15:59:59.000Z'), bureau).outcome).toBe('same');
    expect(compare(event, today('2026-06-08T16:00:00.000Z'), bureau).outcome).toBe('suspected');
  });
});

describe('a text that says itself that there is another like it', () => {
  const fire = {
    title: '赛罕区一烧烤店煤气罐爆炸 4人受伤',
    content: '10月2日晚7点,赛罕区大学东路一烧烤店煤气罐爆炸,4人受伤送医。',
  };
  it.each([
    ['不是大学东路炸的那家!', 'suspected'],
    ['和大学东路的不是同一家', 'suspected'],
    ['跟大学东路是两码事', 'suspected'],
    ['大学东路那家真吓人', 'same'],
  ])('%s: %s', (says, outcome) => {
    const post = { title: '大学东路烧烤店又爆炸了', content: `10月2日晚赛罕区烧烤店煤气罐爆炸,${says}` };
    for (const bureau of Object.keys(regulations)) expect(compare(fire, post, bureau).outcome).toBe(outcome);
  });
});

describe('days as they are written', () => {
  it.each([
    ['2024.7.15', ['7-15']],
    ['2024/7/15 下午', ['7-15']],
    ['3.12下午三点着火', ['3-12']],
    ['又停水了 11.22', ['11-22']],
    ['水位3.12米', []],
    ['花了39.9', []],
    ['得分8.5分', []],
    ['版本1.2.3', []],
  ])('%s', (text, days) => {
    expect(daysIn(plainTextOf(text))).toEqual(days);
  });
});
