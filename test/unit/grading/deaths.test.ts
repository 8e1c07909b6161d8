import { describe, expect, it } from 'vitest';
import { grade } from '../../../shared/grading/grade.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { evidenceOf, regulation, textsOf } from './regulation.ts';

const severityOf = (text: string) => grade(regulation, evidenceOf({ text })).values.severity;
const inYinzhou = (text: string) => grade(regulations.yinzhou!, evidenceOf({ text }));

describe('deaths as headlines and netizens write them', () => {
  it.each([
    '唐家塑料厂爆炸3死7伤',
    '一死三伤电梯坠落',
    '塌方12死、30余伤',
    '致2死',
    '事故已致十二死',
    '锅炉炸了死了两个人',
    '工地上死了人',
    '又没了两条人命',
    '夺走三条生命',
    '闹出人命',
    '3名工人不幸离世',
    '三人去世',
    '学生猝死',
    '孩子溺亡',
    '老人坠亡',
    '触电身故',
    '确认无生命体征',
    '已没有生命体征',
    '失去生命',
    '二人遇害',
    '当场毙命',
    '全家罹难',
    '工人殒命',
    '死伤惨重',
    '伤亡不明',
    '死者家属讨说法',
    '现场发现遗体',
    '凉菜吃死人',
  ])('%s → severity 3, as for 死亡', (text) => {
    expect(severityOf(text)).toBe(3);
  });

  it.each([
    ['食堂吃坏肚子', 1],
    ['全班上吐下泻', 1],
    ['学生被送去洗胃', 2],
    ['孩子进了ICU', 2],
    ['吃野生菌中了毒', 2],
  ])('%s → severity %i', (text, value) => {
    expect(severityOf(text)).toBe(value);
  });

  it('are quoted as they are written', () => {
    expect(textsOf(grade(regulation, evidenceOf({ text: '爆炸3死7伤' })))).toContain('提到“3死7伤”');
    expect(textsOf(grade(regulation, evidenceOf({ text: '辟谣:网传爆炸3死7伤' })))).toContain(
      '“3死7伤”(因“辟谣”)',
    );
  });

  it.each([
    '九十五岁老兵去世',
    '老艺术家因病去世,享年95岁',
    '父亲去世后预付卡难退',
    '对维权死了这条心',
    '笑死了人',
    '价格贵得吓死了几个人',
    '九死一生',
    '一死了之',
    '0死3虫',
    '事故零死零伤',
    '无人员伤亡',
    '未造成人员伤亡',
    '所幸没有任何伤亡',
    '零伤亡',
    '减少人员伤亡',
    '遗体捐献登记',
    '身故保险金怎么领',
    '企业办证遇难题',
    '这样下去迟早出人命',
    '电脑中了毒',
    'a difficult curriculum',
    '网传3死7伤系谣言',
  ])('%s → no severity', (text) => {
    expect(severityOf(text)).toBeNull();
  });

  it('of none dead and some hurt is no death', () => {
    expect(severityOf('事故0死3伤')).toBeNull();
    expect(severityOf('事故10死3伤')).toBe(3);
  });
});

describe('deaths in Yinzhou', () => {
  it.each(['养老院火灾2死5伤', '老人坠亡', '福利院致两死', '两名儿童溺亡', '三人死亡', '死了两个人'])(
    '%s is an emergency',
    (text) => {
      expect(inYinzhou(text)).toMatchObject({ level: 'major', flags: ['emergency'] });
    },
  );

  it.each([
    '办理死亡证明和火化手续',
    '老人去世后补贴停发',
    '养老机构服务遇难题',
    '火灾隐患排查,减少人员伤亡',
    '未造成人员伤亡',
    '笑死了人',
  ])('%s is none', (text) => {
    expect(inYinzhou(text).flags).toEqual([]);
  });
});
