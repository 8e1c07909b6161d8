import { beforeEach, describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import { createOffice, grave, type Office } from '../../support/office.ts';
import { caseIn, caseOf, dutiesIn } from '../../support/told.ts';
import { openCase } from '../lists/desk.ts';

// Reading R26: how people hear of a 涉密 case of which no text says anything.

const ONE_HOUR = 3_600_000;
let office: Office;
beforeEach(async () => {
  office = await createOffice();
});
const open = async (more: object): Promise<string> => {
  const given = { sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food', ...more };
  return caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', given)).case;
};
const give = (caseId: string, role: string, command: object) =>
  office.as(role)('POST', `/v1/cases/${caseId}/commands`, command);

it('the head of the office is told to report it; the telephone tasks stand on top and say no more', async () => {
  const caseId = caseOf(await office.push([grave('a')]));
  await give(caseId, 'dutyOfficer', { type: 'SetFlags', add: ['secret'], reason: '见纸质件' });
  await open({ title: '另一件', level: 'orange' });
  const tasks = dutiesIn(await office.as('dutyOfficer')('GET', '/v1/duties'));
  const count = tasks.filter((task) => task.case === caseId && task.kind === 'telephone').length;
  expect(count).toBeGreaterThan(1);
  const first = tasks.slice(0, count);
  expect(first.every((task) => task.case === caseId && task.kind === 'telephone' && task.due === null)).toBe(
    true,
  );
  const texts = first.map(({ text }) => text);
  const found =
    '本系统中曾录入涉密内容,须在24小时内报告保密行政管理部门(《保守国家秘密法实施条例》第六十一条),并决定清除';
  expect(texts).toContain(`请电话通知局办公室负责人:${found}`);
  for (const text of texts.filter((each) => !each.includes(found)))
    expect(text).toMatch(/^请电话通知.+到办公室办理急件$/);
});

describe('who is on duty', () => {
  it('is called to the office until he signs for it, every hour, the head of the office from the second time on', async () => {
    const caseId = await open({ title: '见纸质件', flags: ['secret'] });
    const calls = () => office.sent.filter(({ message }) => message.text.includes('急件')).length;
    await office.notify(caseId);
    expect(calls()).toBe(1);
    for (const [minutes, expected] of [
      [59, 1],
      [1, 3],
      [60, 5],
    ] as const) {
      office.pass(minutes * 60_000);
      await office.sweep();
      await office.notify(caseId);
      expect(calls()).toBe(expected);
    }
    await give(caseId, 'dutyOfficer', { type: 'Acknowledge' });
    for (let hour = 0; hour < 3; hour += 1) {
      office.pass(ONE_HOUR);
      await office.sweep();
      await office.notify(caseId);
    }
    // What falls due after that is told again, by the same words.
    expect(office.sent.every(({ message }) => message.text.includes('急件'))).toBe(true);
  });

  it('is the head of the office while nobody is', async () => {
    const { roster, version } = (await office.system.rosters.read())!;
    await office.system.rosters.write({
      ...{ version: version + 1, changedBy: 'x', changedAt: office.now() },
      roster: { roles: { ...roster.roles, dutyOfficer: [] } },
    });
    const given = { title: '见纸质件', sources: [{ kind: 'monitored' }], level: 'yellow', flags: ['secret'] };
    const caseId = caseIn(await office.as('officeHead')('POST', '/v1/cases', given)).case;
    await office.notify(caseId);
    const head = roster.roles.officeHead![0]!.mobile;
    expect(office.sent.map(({ to, message }) => `${to} ${message.text}`)).toEqual([
      `${head} 【雷州市监】有一件急件,请立即到办公室办理。`,
    ]);
  });
});

describe.each(['leizhou', 'petition', 'yinzhou'])('%s: the address of a case', (bureau) => {
  const regulation = withSettings(regulations[bureau]!, { smsLink: 'https://yq.example.gov.cn/desk/cases/' });
  const textsOf = async (more: object): Promise<[string, string[]]> => {
    const desk = await createOffice({ regulation });
    const caseId = await openCase(desk, regulation, { unit: regulation.units[0]!.id, ...more });
    for (let hour = 0; hour < 4; hour += 1) {
      await desk.sweep();
      await desk.notify(caseId);
      await desk.notify();
      desk.pass(ONE_HOUR);
    }
    return [caseId, desk.sent.map(({ message }) => message.text)];
  };

  it('ends a text about it, and stands in none of a 涉密 one', async () => {
    const [caseId, texts] = await textsOf({});
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.some((text) => text.endsWith(`详见https://yq.example.gov.cn/desk/cases/${caseId}`))).toBe(
      true,
    );
    for (const text of texts)
      expect(text).toMatch(/详见https:\/\/yq\.example\.gov\.cn\/desk\/cases\/[\w-]*$/);
    const [secret, neutral] = await textsOf({ title: '见纸质件', flags: ['secret'] });
    expect(neutral.length).toBeGreaterThan(0);
    for (const text of neutral) {
      expect(text).not.toContain('https');
      expect(text).not.toContain(secret);
    }
  });
});
