import { describe, expect, it } from 'vitest';
import { grade } from '../../../shared/grading/grade.ts';
import { evidenceOf, regulation, textsOf } from './regulation.ts';

const graded = (text: string) => grade(regulation, evidenceOf({ text }));
const severityOf = (text: string) => graded(text).values.severity;

describe('words in the text', () => {
  it.each([
    ['消费者称买到假冒伪劣白酒', 1],
    ['多名食客食物中毒', 2],
    ['一名工人死亡', 3],
    ['事故造成多人死亡', 4],
    ['一家三口死 亡', 3],
  ])('%s → severity %i', (text, value) => {
    expect(severityOf(text)).toBe(value);
  });

  it('take the highest value and name the words and the clause', () => {
    const result = graded('雷州多地学生食物中毒,家长指责市场监管局不作为、乱收费。');
    expect(result.values).toMatchObject({ sensitivity: 2, severity: 2, scope: 2, urgency: null });
    const sensitivity = result.reasons.find(({ text }) => text.startsWith('敏感程度'))!;
    expect(sensitivity.text).toContain('提到“不作为”、“乱收费”');
    expect(sensitivity.text).not.toContain('假设');
    expect(sensitivity.cite).toContain('办法 第九条');
  });

  it('give no evidence when none occurs, which counts as nought in the score and is said', () => {
    const result = graded('今天天气很好');
    expect(result.values).toEqual({
      sensitivity: null,
      severity: null,
      urgency: null,
      scope: null,
      heat: null,
    });
    expect(result).toMatchObject({ score: 0, level: 'routine' });
    expect(textsOf(result)).toContain('敏感程度、严重程度、紧急程度、影响范围、热度无依据,按0计');
  });

  it('match in full-width and half-width forms alike', () => {
    expect(graded('登上３１５晚会').flags).toEqual(['centralMedia']);
    expect(graded('登上315晚会').flags).toEqual(['centralMedia']);
  });
});

describe('negation', () => {
  it.each([
    '事故未造成死亡',
    '事故未造成人员死亡',
    '事故未造成人员死亡、住院',
    '目前无人死亡',
    '没有住院',
    '没有人因此住院',
    '暂未发现食物中毒',
    '未接到食物中毒报告',
    '学校预防食物中毒',
    '死亡0人',
    '辟谣:网传雷城某校学生食物中毒',
    '网传某校有学生死亡,系谣言。',
    '有人中毒的说法不属实',
    '开展打击假冒伪劣专项行动',
    '举行食物中毒应急演练',
    '全县宣传销售新规',
  ])('%s → no severity', (text) => {
    expect(severityOf(text)).toBeNull();
  });

  it.each([
    ['未成年人死亡', 3],
    ['无证经营致食客死亡', 3],
    ['无良商家售卖假酒', 2],
    ['未及时处理食物中毒', 2],
    ['未能有效防止学生死亡', 3],
    ['不排除食物中毒', 2],
    ['没有住院,但已有一人死亡', 3],
    ['此前称无人死亡。今日证实两人死亡', 3],
    ['官方辟谣遭质疑,学生食物中毒属实', 2],
    ['昨天辟谣。今天有人住院', 2],
    ['甲校无人中毒,乙校多人中毒', 3],
  ])('%s → severity %i', (text, value) => {
    expect(severityOf(text)).toBe(value);
  });

  it('is shown, with what says so', () => {
    expect(textsOf(graded('事故未造成人员死亡'))).toContain(
      '原文中被否定、未计入的词:“死亡”(因“未造成人员”)',
    );
  });

  it('holds for the words of floors too', () => {
    expect(graded('辟谣:人民日报没有报道此事').flags).toEqual([]);
    expect(graded('在人民网领导留言板反映').flags).toEqual([]);
    expect(graded('据人民网报道').flags).toEqual(['centralMedia']);
  });

  it.each([
    '户外媒体广告',
    '一台独立电梯',
    '香港独特风味',
    '西藏独家代理',
    '跨市场主体',
    '政务服务跨省通办',
    '领导到中央视察点',
  ])('%s suggests no flag', (text) => {
    expect(graded(text).flags).toEqual([]);
  });
});
