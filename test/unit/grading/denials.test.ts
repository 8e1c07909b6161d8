import { describe, expect, it } from 'vitest';
import { grade } from '../../../shared/grading/grade.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { evidenceOf, regulation } from './regulation.ts';

const severityOf = (text: string) => grade(regulation, evidenceOf({ text })).values.severity;
const nanningFlags = (text: string) => grade(regulations.nanning!, evidenceOf({ text })).flags;

describe('a denial of the dead', () => {
  it.each([
    '辟谣:网传雷城某校学生死亡',
    '【辟谣】雷城某校学生死亡',
    '官方辟谣学生死亡',
    '网传学生死亡,官方辟谣',
    '网传学生死亡,警方辟谣:该生已返校',
    '警方辟谣称,网传学生死亡',
    '辟谣:网传雷城某校食物中毒,多人死亡',
    '网传某校学生死亡系谣言',
    '网传某校有学生死亡,家长围堵校门,均系谣言',
    '网传学生死亡——系谣言',
    '网传学生死亡,该消息不属实',
    '网传学生死亡,经核实为谣言',
    '关于学生死亡的说法不属实',
    '网民编造“学生死亡”的不实信息被查处',
    '发布不实信息称学生死亡',
    '警方证实网传学生死亡系谣言',
    '网民承认编造学生死亡的不实信息',
    '未经证实的学生死亡消息系谣言',
    '经核实,无人员死亡,网传消息不属实',
    '经核查,无人员死亡,该信息不属实',
    '辟谣:无人员死亡',
    '辟谣:网传有人死亡不属实,目前无人员死亡',
    '事故没有造成一人死亡',
    '无一人死亡',
    '未发现死亡病例',
    '未接到学生死亡的报告',
    '未发现有人死亡的情况',
    '不会造成人员死亡',
    '死亡人数:0',
    '死亡人数为0',
    '死亡人数:0人',
    '死亡0人,受灾3户',
    '0人死亡',
    '零死亡',
    '事故零死亡',
    '不存在学生死亡',
    '校方否认学生死亡',
    '严防死守,避免人员死亡',
    '没有死亡,没有失联',
    '并非死亡',
  ])('%s → no severity', (text) => {
    expect(severityOf(text)).toBeNull();
  });

  it.each([
    ['puts a number right', '辟谣:仅三名学生死亡,不是五名'],
    ['puts a number right', '辟谣:死亡的不是五人,而是三人'],
    ['puts a number against a number', '并非一人死亡而是五人'],
    ['puts a number against a number', '不是一人死亡,是三人死亡'],
    ['puts a number against a number', '不是死亡一人,是死亡三人'],
    ['is of the cause', '派出所辟谣:学生死亡与食堂无关'],
    ['is of the cause', '辟谣:学生死亡系意外'],
    ['is of the cause', '网传学生死亡系他杀的说法不属实'],
    ['is of the cause', '未发现学生死亡与食堂有关'],
    ['is of the cause', '不是食物中毒致死'],
    ['is of the cause', '并非食物中毒导致死亡'],
    ['is of the cause', '警方否认学生死亡系他杀'],
    ['is of another matter', '学生死亡,网传被割器官系谣言'],
    ['is of another matter', '学生死亡,警方辟谣:被霸凌系谣言'],
    ['is of another matter', '学生死亡——被霸凌系谣言'],
    ['is of another matter', '学生死亡,警方辟谣割器官'],
    ['is of another matter', '辟谣:网传食堂用地沟油不属实,学生死亡正在调查'],
    ['is of another matter', '网传食堂用地沟油系谣言,但学生死亡'],
    ['is of another matter', '不实信息满天飞,学生死亡属实'],
    ['is taken back', '官方辟谣后又改口承认学生死亡'],
    ['is taken back', '辟谣来了又删:学生死亡确有其事'],
    ['is taken back', '此前辟谣,现证实学生死亡'],
    ['is taken back', '曾辟谣的学生死亡,家属今日公布死亡证明'],
    ['is taken back', '校方起初称无人死亡'],
    ['is rejected', '“系谣言”的说法站不住,学生死亡'],
    ['is rejected', '官方称系谣言,学生死亡,没人信'],
    ['is rejected', '网传学生死亡不属实,随后镇里改口'],
    ['is rejected', '官方把学生死亡定性为谣言,家属不服'],
    ['is rejected', '无一人死亡是骗局'],
    ['is rejected', '所谓“无人死亡”'],
    ['is rejected', '镇里说无人死亡,这是谎言'],
    ['is rejected', '网友质疑通报里的无人死亡'],
    ['is denied', '官方称“无人死亡”的消息不属实'],
    ['is denied', '网传“没有学生死亡”是谣言'],
    ['is denied', '厂方声称无人死亡,系谣言'],
    ['is denied', '并非死亡0人'],
    ['is denied', '不是零死亡'],
    ['is denied', '不可能没有人死亡'],
    ['is wanting', '学生死亡两天,无人辟谣'],
    ['is wanting', '学生死亡,官方未辟谣'],
    ['is wanting', '学生死亡,求官方辟谣'],
    ['is wanting', '要求辟谣:学生死亡'],
    ['is asked', '难道没有学生死亡吗'],
    ['is asked', '谁说没有人死亡'],
    ['is asked', '无人死亡才怪'],
    ['is asked', '是不是有人死亡'],
    ['is asked', '有没有人死亡'],
    ['is asked', '有无人员死亡尚不清楚'],
    ['is asked', '没有人死亡?'],
    ['is asked', '学生死亡是谣言?'],
    ['is of who noticed', '家属称没有人发现学生死亡,直到次日'],
    ['is of something that goes with it', '没有发现有人死亡的原因'],
    ['is of something that goes with it', '未发现死亡原因'],
    ['is of something that goes with it', '没有发生死亡的真相'],
    ['is no denial but a condition', '不是有人死亡就了事'],
    ['is no denial but a condition', '早点送医就不会死亡'],
    ['is no denial but a condition', '本可避免死亡'],
    ['is a prevention that failed', '预防学生死亡不力'],
    ['is a figure of more', '死亡10人'],
    ['is a figure of more', '10人死亡'],
    ['is a figure of more', '死亡人数:05人'],
    ['is behind them', '孩子没了,死亡证明还没开'],
  ])('that %s leaves them: %s', (_, text) => {
    expect(severityOf(text)).toBe(3);
  });
});

describe('in Nanning', () => {
  it.each([
    '辟谣:南国早报没有报道两家超市售假',
    '网传南国早报曝光超市售假,系谣言',
    '未被南国早报曝光',
    '不存在工商局不作为',
    '网传工商局不作为不属实',
    '经核实,未发现工商局不作为,网传信息不属实',
  ])('%s suggests nothing', (text) => {
    expect(nanningFlags(text)).toEqual([]);
  });

  it.each([
    ['mainstreamExposed', '辟谣:南国早报只报道了两家超市售假,并非五家'],
    ['mainstreamExposed', '南国早报曝光超市售假,商家称系谣言已遭质疑'],
    ['mainstreamExposed', '难道没有被南国早报曝光'],
    ['mainstreamExposed', '“南国早报曝光系谣言”的说法站不住'],
    ['greatImpact', '未见工商局不作为的说法不属实,全市多地确有'],
    ['greatImpact', '工商局不作为属实,所谓辟谣已删'],
    ['greatImpact', '有没有工商局不作为'],
    ['greatImpact', '工商局不作为,网传收受红包系谣言'],
    ['greatImpact', '不是工商局不作为就是监管不力'],
  ])('%s holds for %s', (flag, text) => {
    expect(nanningFlags(text)).toContain(flag);
  });
});
