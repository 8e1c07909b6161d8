import { describe, expect, it } from 'vitest';
import { grade } from '../../../shared/grading/grade.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { evidenceOf, regulation, textsOf } from './regulation.ts';

const graded = (text: string) => grade(regulation, evidenceOf({ text }));
const severityOf = (text: string) => graded(text).values.severity;

describe('signs between the characters of a word', () => {
  it.each([
    '发生重大食.品.安.全事故',
    '发生重大食-品安全事故',
    '发生重大食 品 安 全 事 故',
    '发生重大“食品安全”事故',
    '发生【重大】食品/安全事故',
    '发生重大食🔥品👨‍👩‍👧安★全事故',
    '發生重大食品安全*事*故',
    '发生重大<b>食·品</b>安_全事故',
  ])('%s is found', (text) => {
    expect(severityOf(text)).toBe(4);
    expect(textsOf(graded(text))).toContain('提到“重大食品安全事故”');
  });

  it.each([
    '发生重大食品。安全事故',
    '发生重大食品\n安全事故',
    '发生重大食品<br>安全事故',
    '发生重大食品</p><p>安全事故',
    '发生重大食品;安全事故',
    '发生重大食品!安全事故',
    '发生重大食品、安全事故',
    '发生重大食品,安全事故',
    '发生重大食品:安全事故',
  ])('%s is two words', (text) => {
    expect(textsOf(graded(text))).not.toContain('重大食品安全事故');
  });

  it('between figures are read', () => {
    expect(graded('登上3·15晚会').flags).toEqual(['centralMedia']);
    expect(graded('登上3・15晚会').flags).toEqual(['centralMedia']);
    expect(graded('登上31.5晚会').flags).toEqual([]);
  });

  it('that the regulation has itself are asked for, of whatever kind', () => {
    const flagsOf = (text: string) => graded(text).reasons.filter(({ text: said }) => said.includes('台独'));
    expect(flagsOf('鼓吹“台独”')).not.toEqual([]);
    expect(flagsOf('鼓吹「臺獨」')).not.toEqual([]);
    expect(flagsOf('一台独立电梯')).toEqual([]);
    expect(flagsOf('一台独立的“电梯”')).toEqual([]);
    expect(textsOf(graded('并非“台独”'))).toContain('“台独””(因“并非”)');
  });
});

describe('signs elsewhere', () => {
  it.each([
    ['没有道歉——死亡三人', 3],
    ['无人……死亡三人', 3],
    ['未造成(据说)死亡', 3],
    ['未造成-人员死亡', 3],
    ['死亡-0人', 3],
    ['未能-防止学生死亡', 3],
    ['官方辟-谣,一人死亡', 3],
    ['宣传/销售传-销产品', 2],
  ])('part what denies from what is denied: %s → severity %i', (text, value) => {
    expect(severityOf(text)).toBe(value);
  });

  it.each([
    '未造成 人员 死亡',
    '未造<b>成</b>人員死\u200b亡',
    '未造成人员死-亡',
    '全县宣传-销售新规',
    '打击假冒伪劣行动',
  ])('%s → no severity', (text) => {
    expect(severityOf(text)).toBeNull();
  });

  it('leave a reason the words of the regulation', () => {
    expect(textsOf(graded('事故未<i>造</i>成人員死-亡'))).toContain(
      '原文中被否定、未计入的词:“死亡”(因“未造成人员”)',
    );
  });
});

describe('in other bureaus', () => {
  it.each([
    ['yinzhou', '某养老院發生火災致多人死亡', '某养老院发生火灾致多人死亡'],
    ['hohhot', '某<b>司法所</b>人員被指吃拿卡要', '某司法所人员被指吃拿卡要'],
    ['nanning', '網民稱工商局不作為', '网民称工商局不作为'],
    ['petition', '多人集體上訪', '多人集体上访'],
  ])('%s: %s is graded as %s', (id, text, plain) => {
    const [one, other] = [text, plain].map((each) => grade(regulations[id]!, evidenceOf({ text: each })));
    expect(one).toEqual(other);
  });
});
