import { describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf } from '../../../shared/regulations/lookup.ts';
import { grave, plain } from '../../support/office.ts';
import { caseIn, openingTriedIn } from '../../support/told.ts';
import { openTrying } from './trying.ts';

const note = {
  title: '多家学校食堂多名学生住院,家长质疑监管缺位',
  text: '多所学校学生食物中毒送医,网友热议持续发酵,涉及多个乡镇。',
  sources: [{ kind: 'monitored' }],
};

describe('an opening that is tried', () => {
  it('says the level that the table proposes with the reasons, the limits that would begin, and who determines it', async () => {
    const { attempt, bothOpen, office } = await openTrying();
    const tried = openingTriedIn(await attempt('dutyOfficer', '/v1/cases', { ...note, unit: 'food' }));
    expect(tried.proposal?.level.short).toBe('黄');
    const reasons = tried.proposal!.reasons.filter(({ clauses }) => clauses.length > 0);
    expect(reasons.length).toBeGreaterThan(3);
    expect(reasons[0]!.clauses[0]!.quote.length).toBeGreaterThan(5);
    expect(tried.after).toMatchObject({ gradingText: '初判', provisional: true });
    const [determination] = tried.toConfirm;
    expect(determination).toMatchObject({ text: '请研判定级(初判黄)', person: null, nobody: false });
    expect(determination!.roles.map(({ id }) => id)).toEqual(
      giversOf(office.system.regulation, 'ConfirmGrade', 'yellow'),
    );
    expect(tried.limits.map(({ what, name }) => `${what} ${name}`)).toEqual(
      expect.arrayContaining(['planned 召开紧急会议', 'fulfilled 转办责任股室']),
    );
    for (const { what, provisional, whatText } of tried.limits)
      expect({ what, provisional, isSaid: whatText.includes('暂定') }).toEqual(
        what === 'planned'
          ? { what, provisional: true, isSaid: true }
          : { what, provisional: false, isSaid: false },
      );
    expect(tried.duties.length).toBeGreaterThanOrEqual(tried.limits.length);
    const { told } = await bothOpen('dutyOfficer', { ...note, unit: 'food' });
    // No number was taken by any of the tries.
    expect(caseIn(told).case).toBe('LZ2026-0001');
  });

  it('calls the case new where its texts will have the number', async () => {
    const { attempt, send, office } = await openTrying();
    const { texts } = openingTriedIn(await attempt('dutyOfficer', '/v1/cases', note));
    const { case: caseId } = caseIn(await send('dutyOfficer', '/v1/cases', note));
    await office.notify(caseId);
    const sent = office.sent.map(({ message }) => message.text);
    expect(texts.length).toBeGreaterThan(0);
    for (const { text } of texts) expect(sent).toContain(text?.replace('新案卷', caseId));
  });

  it('below what the table proposes asks for a second person beside', async () => {
    const { bothOpen } = await openTrying();
    const { tried } = await bothOpen('officeHead', {
      ...note,
      factors: { severity: 4, scope: 4, heat: 4, urgency: 4, sensitivity: 4 },
      level: 'blue',
    });
    expect(tried?.after?.warningLevel.short).not.toBe('蓝');
    expect(tried?.toConfirm.map(({ text }) => text).join()).toMatch(/请研判定级.*拟定级为蓝,请审批/);
  });

  it('of what is open already names the case, and opens none', async () => {
    const { opened, bothOpen, attempt, office } = await openTrying();
    const caseId = await opened('dutyOfficer', note);
    const { tried } = await bothOpen('dutyOfficer', note);
    expect(tried).toMatchObject({ wouldBe: 'nothing', openedAs: caseId, limits: [], proposal: null });
    expect(await office.system.cases.open()).toHaveLength(1);
    // Not to whom the case is not there.
    const secret = { title: '见纸质件', sources: [{ kind: 'monitored' }], flags: ['secret'], key: 'paper-1' };
    await opened('officeHead', secret);
    const other = openingTriedIn(await attempt('unitLiaison', '/v1/cases', { ...secret, flags: [] }));
    expect(other.openedAs).toBe(null);
  });

  it('says what counts otherwise than it was written', async () => {
    const { bothOpen } = await openTrying();
    const { tried } = await bothOpen('dutyOfficer', { ...note, instants: { occurredAt: '前天下午' } });
    expect(tried?.notes).toHaveLength(1);
    expect(tried?.notes[0]).toContain('前天下午');
  });

  it('is refused as it would be: of an item that a case has, of one that is not there, in the future, by what may not be written', async () => {
    const { bothOpen, office } = await openTrying();
    await office.push([plain('a'), grave('b')]);
    const from = (id: string) => ({ items: [{ feed: 'demo', id }], sources: [{ kind: 'monitored' }] });
    const refused = async (body: object) => (await bothOpen('dutyOfficer', body)).tried?.refusal?.code;
    expect(await refused(from('b'))).toBe('ITEM_IN_CASE');
    expect(await refused(from('nothing'))).toBe('ITEM_UNKNOWN');
    expect(await refused({ ...note, instants: { detectedAt: '2026-03-09T08:00:00+08:00' } })).toBe(
      'INSTANT_IN_FUTURE',
    );
    expect(await refused({ ...note, unit: '没有的股室' })).toBe('UNIT_UNKNOWN');
    expect(await refused({ ...note, flags: ['secret'] })).toBe('SECRET_CONTENT');
    const { tried, told } = await bothOpen('dutyOfficer', from('a'));
    expect(tried?.wouldBe).toBe('done');
    expect(told.status).toBe(201);
  });

  it('wrong in its form is 422, and draws no number', async () => {
    const { attempt, opened } = await openTrying();
    expect((await attempt('dutyOfficer', '/v1/cases', { title: '某事' })).status).toBe(422);
    expect(await opened('dutyOfficer', note)).toBe('LZ2026-0001');
  });
});

it.each(Object.values(regulations))('$id: an opening at each level is what was tried', async (regulation) => {
  const { bothOpen, attempt } = await openTrying({ regulation });
  const levels = regulation.scales[0]!.levels.map(({ id }) => id);
  for (const level of [undefined, ...levels]) {
    const givers = giversOf(regulation, 'OpenCase', level);
    const body = {
      title: `某事项${level}`,
      sources: [{ kind: 'monitored' }],
      ...(level === undefined ? {} : { level }),
    };
    const { tried } = await bothOpen(givers[0]!, body);
    expect(tried?.wouldBe).toBe('done');
    const again = openingTriedIn(await attempt(givers[0]!, '/v1/cases', body));
    expect(again.wouldBe).toBe('nothing');
  }
});
