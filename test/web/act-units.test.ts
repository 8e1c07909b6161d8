import { expect, it } from 'vitest';
import type { TriedReply } from '../../shared/contracts/replies/try.ts';
import { linesOf } from '../../web/model/forms/does.ts';
import { NOW } from './forms/bureau-forms.ts';

const food = { id: 'food', name: '食品安全监管股' };
const liaison = { id: 'unitLiaison', name: '股室舆情联络员' };
const tried = {
  limits: [
    {
      duty: 'instruction-4',
      occurrence: '1',
      what: 'planned',
      whatText: '“落实批示:查清进货渠道”开始计时,时限3月2日12时',
      responsible: liaison,
      unit: food,
    },
  ],
  late: [],
  toConfirm: [],
  missing: [],
  log: [],
  textsAtOnce: [],
  notes: ['所选的食品安全监管股(股室舆情联络员)不是本案承办单位'],
  texts: [
    {
      to: liaison,
      toText: '股室舆情联络员(食品安全监管股)',
      unit: food,
      instead: null,
      nobody: false,
      text: '请抓紧',
      notBefore: null,
    },
  ],
} as unknown as TriedReply;

it('what an act would do names unit and post in full, and where the unit may not be the one that is meant', () => {
  const words = linesOf(tried, undefined, NOW).map(({ text }) => text);
  expect(words[0]).toMatch(/，由食品安全监管股舆情联络员办$/);
  expect(words[1]).toBe('请核对：所选的食品安全监管股（股室舆情联络员）不是本案承办单位');
  expect(words).toContain('短信发给：食品安全监管股舆情联络员');
});
