import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { longestTexts } from '../../../infra/regulation-check/longest-words.ts';
import { chosenSettings } from '../../../infra/settings/desk-address.ts';
import { exampleSettings } from '../../../infra/settings/example-settings.ts';
import { parseSettings } from '../../../infra/settings/settings.ts';
import { linkOf } from '../../../shared/notices/phrases.ts';
import { ONE_PART, render } from '../../../shared/notices/render.ts';
import { regulationInForce, regulations } from '../../../shared/regulations/index.ts';
import { settingFaults } from '../../../shared/regulations/settings.ts';
import { synthesize } from '../templates.ts';

const ADDRESS = 'https://yq.example.gov.cn';
/** As long as one may be. */
const LONGEST = `https://${'y'.repeat(17)}.gov.cn`;
/** Of several parts each has three characters less, for which part it is. */
const TWO_PARTS = 2 * (ONE_PART - 3);

const refusal = (more: object): unknown => {
  const example = JSON.parse(readFileSync('deployment.example.json', 'utf8'));
  try {
    return parseSettings({ ...example, ...more }, 'deployment.json');
  } catch (error) {
    return (error as Error).message;
  }
};

it('by default there is none, and the bureau’s own choices are as they were', () => {
  const settings = exampleSettings({});
  expect(settings.deskAddress).toBeUndefined();
  expect(chosenSettings(settings)).toBe(settings.regulationSettings);
  expect(linkOf(regulationInForce(settings.regulation, chosenSettings(settings)), 'LZ2026-0001')).toBe('');
});

it.each(Object.keys(regulations))('%s: with one, every part of the deployment has it in its texts', (id) => {
  const chosen = chosenSettings(exampleSettings({ deskAddress: ADDRESS }));
  expect(linkOf(regulationInForce(id, chosen), 'LZ2026-0001')).toBe(
    '详见https://yq.example.gov.cn/desk/cases/LZ2026-0001',
  );
  // Of several cases the list of all.
  expect(linkOf(regulationInForce(id, chosen))).toBe('详见https://yq.example.gov.cn/desk/cases/');
  const template = synthesize({ bureau: id, regulation: id, deskAddress: ADDRESS });
  const told = Object.values(template.findResources('AWS::Lambda::Function')).map(
    ({ Properties }) => Properties.Environment?.Variables?.REGULATION_SETTINGS,
  );
  const [first] = told.filter((each) => each !== undefined);
  expect(first).toContain('https://yq.example.gov.cn/desk/cases/');
});

it.each(Object.keys(regulations))('%s: with the longest, a text takes two parts at most', (id) => {
  const chosen = chosenSettings({ regulationSettings: {}, deskAddress: LONGEST });
  const regulation = regulationInForce(id, chosen);
  expect(settingFaults(regulations[id]!, chosen)).toEqual([]);
  const link = linkOf(regulation, 'LZ2026-1234');
  for (const { name, words } of longestTexts(regulation)) {
    const { text, variables } = render(name, { ...words, link });
    expect(text.length, text).toBeLessThanOrEqual(TWO_PARTS);
    // It is told whole, or the text has no place for it.
    expect(variables.link ?? link).toBe(link);
  }
});

it.each([
  'http://yq.example.gov.cn',
  'https://yq.example.gov.cn/',
  'https://yq.example.gov.cn/yq',
  'https://yq.example.gov.cn?a=1',
  'https://user@yq.example.gov.cn',
  'https://舆情.example.gov.cn',
  `${LONGEST}x`,
  'yq.example.gov.cn',
  '',
])('is refused as %s', (deskAddress) => {
  expect(refusal({ deskAddress })).toContain('deskAddress:应为 https:// 开头的网址');
});

it('is refused beside an address that is chosen otherwise', () => {
  const regulationSettings = { smsLink: 'https://yq.example.gov.cn/' };
  expect(refusal({ deskAddress: ADDRESS, regulationSettings })).toContain(
    'deskAddress:已填 regulationSettings.smsLink,两者只填其一',
  );
  expect(refusal({ regulationSettings })).toMatchObject({ regulationSettings });
  expect(refusal({ deskAddress: ADDRESS })).toMatchObject({ deskAddress: ADDRESS });
});
