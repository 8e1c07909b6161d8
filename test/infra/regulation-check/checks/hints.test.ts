import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../infra/regulation-check/check-text.ts';
import { loadRegulation } from '../../../../infra/regulation-check/checks/load.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { byId, dutyOf, fileAfter, itFinds, itTakes, termOf } from '../../../support/data-faults.ts';

const silence = (copy: Regulation, unlimited?: string): void => {
  copy.scales[0]!.levels.push({
    ...byId(copy.scales[0]!.levels, 'major'),
    id: 'grave',
    rank: 3,
    name: '特大舆情',
    unlimited,
  });
  for (const { command, levels } of copy.authorities)
    if (command === 'ApproveConclusion' && levels?.includes('major')) levels.push('grave');
  copy.duties.push({
    ...dutyOf(copy, 'oralReport'),
    id: 'followUp',
    name: '持续关注',
    terms: [
      {
        ...termOf(copy, 'oralReport'),
        levels: ['grave'],
        start: [{ instant: 'detectedAt' }],
        limit: { kind: 'ongoing', word: '持续' },
      },
    ],
  });
};
const target: Regulation['settings'][number] = {
  id: 'target',
  name: '本局目标',
  register: 'bureau',
  value: null,
  required: false,
  note: '本局自定',
  cite: ['办法 第四条'],
};

describe('what is allowed and worth a look', () => {
  itFinds(
    [
      [
        'a level whose duties have no clock',
        (copy) => silence(copy),
        'scales[severity].levels[grave](办法 第三条 重大)',
        '{',
        '级别“grave”(特大舆情):办法未规定时限',
        '制度确未规定的,请在 unlimited 中写明;也可设本局目标(ownTarget)',
      ],
      [
        'a level that says why',
        (copy) => silence(copy, '办法没有规定特大舆情的时限。'),
        'scales[severity].levels[grave](办法 第三条 重大)',
        '{',
        '级别“grave”(特大舆情):办法未规定时限',
        '已写明:办法没有规定特大舆情的时限。',
      ],
      [
        'a level whose only clock is to be done at once',
        (copy) => {
          silence(copy);
          copy.duties.at(-1)!.terms[0]!.limit = { kind: 'immediate', word: '立即' };
        },
        'scales[severity].levels[grave](办法 第三条 重大)',
        '{',
        '级别“grave”(特大舆情):办法未规定时限',
        '制度确未规定的,请在 unlimited 中写明;也可设本局目标(ownTarget)',
      ],
      [
        'a level whose only clock is an office target',
        (copy) => {
          silence(copy);
          copy.settings.push({ ...target, format: 'duration' });
          Object.assign(copy.duties.at(-1)!, { ownTarget: 'target' });
          copy.duties.at(-1)!.terms[0]!.limit = { kind: 'prompt', word: '及时' };
        },
        'scales[severity].levels[grave](办法 第三条 重大)',
        '{',
        '级别“grave”(特大舆情):办法未规定时限',
        '制度确未规定的,请在 unlimited 中写明;也可设本局目标(ownTarget)',
      ],
      [
        'a setting that the bureau has to fill in',
        (copy) => copy.settings.push({ ...target, name: '定期报告周期', required: true, format: 'duration' }),
        'settings[target].value(办法 第四条)',
        '"value": null',
        '“定期报告周期”尚未填写',
        '部署前须由本局填写(本局自定)',
      ],
      [
        'an office target whose format is not written',
        (copy) => {
          copy.settings.push(target);
          dutyOf(copy, 'oralReport').ownTarget = 'target';
        },
        'settings[target](办法 第四条)',
        '{',
        '“本局目标”用作时长,却没有写明格式,填错时不会提示',
        '请写 "format": "duration"',
      ],
    ],
    'hints',
  );

  itTakes([
    [
      'a level with a limit in numbers',
      (copy) => {
        silence(copy);
        copy.duties.at(-1)!.terms[0]!.limit = { kind: 'within', within: 'PT2H' };
      },
    ],
    [
      'a setting that the bureau has filled in',
      (copy) => copy.settings.push({ ...target, required: true, format: 'duration', value: 'P1W' }),
    ],
  ]);

  it('is no error: such a regulation can be bundled', () => {
    const text = fileAfter((copy) => silence(copy));
    expect(checkText(text).errors).toEqual([]);
    expect(loadRegulation(JSON.parse(text)).id).toBe('water');
  });
});
