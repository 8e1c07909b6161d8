import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../../infra/regulation-check/check-text.ts';

describe('the text of a data file', () => {
  const errorsOf = (text: string): string[] => checkText(text).errors;

  it.each([
    [
      'a comma after the last member',
      '{\n  "a": 1,\n}',
      '第3行第1列 JSON:这里缺少名称;请写成 "名称": 内容;最后一项之后不能有逗号',
    ],
    [
      'a missing comma',
      '{\n  "a": 1\n  "b": 2\n}',
      '第3行第3列 JSON:两项之间缺少逗号;请在前一项之后加英文逗号',
    ],
    [
      'Chinese quotation marks',
      '{\n  "a": “甲”\n}',
      '第2行第8列 JSON:有不认识的符号;文字须加英文双引号,标点须用英文半角;另可写 true、false、null 和数字',
    ],
    [
      'a text that does not end',
      '{\n  "a": "甲\n}',
      '第2行第8列 JSON:文字没有结束;请补上英文双引号;文字里的换行写 \\n',
    ],
    [
      'a comment',
      '{\n  // 说明\n  "a": 1\n}',
      '第2行第3列 JSON:数据文件里不能写注释;请删去注释;说明可写入职责的 note',
    ],
    ['a bracket that is not closed', '{\n  "a": [1\n', '第3行第1列 JSON:缺少与“[”配对的“]”;请补上'],
    [
      'something after the end',
      '{}\n{}',
      '第2行第1列 JSON:数据结束之后还有内容;请删去多余的内容,或核对前面的括号',
    ],
    ['nothing', '', '第1行第1列 JSON:这里缺少内容;请填写内容;最后一项之后不能有逗号'],
  ])('is told of %s', (_, text, message) => {
    expect(errorsOf(text)).toContain(message);
  });

  it('is told of a key that stands twice, at the second, beside all other problems', () => {
    const text = '{\n  "id": "water",\n  "roles": [{ "id": "operator", "id": "chief" }],\n  "id": "other"\n}';
    const errors = errorsOf(text);
    expect(errors).toContain('第4行第3列 id:“id”写了不止一次(第2行第3列已有);请只留一处');
    expect(errors).toContain('第3行第33列 roles[chief].id:“id”写了不止一次(第3行第15列已有);请只留一处');
    expect(errors.some((each) => each.includes('缺少“duties”'))).toBe(true);
  });

  it('counts lines and columns as editors do, after Windows line ends too', () => {
    expect(errorsOf('{\r\n  "a": 1\r\n  "b": 2\r\n}')[0]).toMatch(/^第3行第3列 /);
  });
});
