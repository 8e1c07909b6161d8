import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../../shared/case/events.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { Outcome } from '../../../../shared/rules/decide.ts';
import { texted } from '../../../support/bridge-message.ts';
import { at, caseFile, head, officer, opening, suggestion, system } from '../../../support/case-file.ts';
import { textOf } from '../../notices/texts.ts';
import type { File } from './given.ts';

// 办法第十六条: the unit is warned. Whoever was told in its place before it had the case is not the unit, and another unit is neither.

interface Bureau {
  bureau: string;
  level: string;
  opener: string;
  duty: string;
  units: [string, string];
  says: string;
}
const BUREAUS: Bureau[] = [
  {
    bureau: 'leizhou',
    level: 'red',
    opener: 'dutyOfficer',
    duty: 'warnUnits',
    units: ['food', 'drugs'],
    says: '已转你股办理并预警,请签收',
  },
  {
    bureau: 'hohhot',
    level: 'major',
    opener: 'commandGroup',
    duty: 'warnUnits',
    units: ['services', 'correction'],
    says: '办理并预警,请签收',
  },
  {
    bureau: 'nanning',
    level: 'general',
    opener: 'dutyOfficer',
    duty: 'informUnit',
    units: ['business', 'inspection'],
    says: '办理并通报,请签收',
  },
  {
    bureau: 'yinzhou',
    level: 'larger',
    opener: 'dutyOfficer',
    duty: 'notifyUnit',
    units: ['welfareHome', 'elderly'],
    says: '办理并通知,请签收',
  },
];
const noticesIn = ({ events }: Outcome): Notice[] =>
  events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));

describe.each(BUREAUS)('$bureau: a warning before 转办', ({ bureau, level, opener, duty, units, says }) => {
  const regulation = regulations[bureau]!;
  const giver = { ...officer, role: opener };
  const handToNobody = (file: File, when: string) =>
    file.give(when, system, {
      type: 'RecordHandOvers',
      handOvers: Object.values(file.state.pendingNotices).map(({ key, role }) => ({
        ...{ key, role, ...texted('p'), at: at(when) },
        status: 'handedOver',
        ...(role === 'unitLiaison' || role === 'unitHead' ? { unassigned: true } : {}),
      })),
    });
  const released = (): File => {
    const file = caseFile(regulation);
    const given = opening({ level, unit: undefined, instants: { detectedAt: at('03-02 10:20') } });
    expect(file.give('03-02 10:30', giver, { ...given, grade: suggestion(level) }).refusal).toBe(null);
    expect(file.give('03-02 10:31', giver, { type: 'ReleaseWarning', duty }).refusal).toBe(null);
    handToNobody(file, '03-02 10:32');
    return file;
  };
  const assign = (file: File, when: string, unit: string): Notice[] => {
    const outcome = file.give(when, giver, { type: 'AssignUnit', unit });
    expect(outcome.refusal).toBe(null);
    return noticesIn(outcome);
  };
  const warnings = (notices: Notice[], unit: string) =>
    notices.filter((notice) => notice.duty === duty && notice.role === 'unitLiaison' && notice.unit === unit);

  it('was told to others, and is owed until the text of the 转办, which warns, has told the unit', () => {
    const file = released();
    expect(file.duty(duty)?.status).toBe('open');
    const [warning, ...others] = warnings(assign(file, '03-02 10:50', units[0]), units[0]);
    expect(others).toEqual([]);
    expect(textOf(regulation, file.state, warning!, { now: at('03-02 10:50') })).toContain(says);
    expect(file.duty(duty)?.status).toBe('open');
    file.handOver(at('03-02 10:51'));
    expect(file.duty(duty)).toMatchObject({
      status: 'fulfilled',
      current: { completedAt: at('03-02 10:51') },
    });
  });

  it('goes to the next unit too, with a receipt of its own, and stays met as it was', () => {
    const file = released();
    assign(file, '03-02 10:50', units[0]);
    file.handOver(at('03-02 10:51'));
    const [warning, ...others] = warnings(assign(file, '03-02 11:20', units[1]), units[1]);
    expect(others).toEqual([]);
    expect(textOf(regulation, file.state, warning!, { now: at('03-02 11:20') })).toContain(says);
    file.handOver(at('03-02 11:21'));
    expect(file.duty(duty)?.current.completedAt).toBe(at('03-02 10:51'));
    const back = warnings(assign(file, '03-02 11:40', units[0]), units[0]);
    expect(back).toHaveLength(1);
    const made = file.log.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : [])),
    );
    // What has a key that was there before would be taken for sent.
    expect(made.filter(({ key }) => key === back[0]!.key)).toHaveLength(1);
  });

  it('that nobody has released hands the case over without a warning', () => {
    const file = caseFile(regulation);
    const given = opening({ level, unit: undefined, instants: { detectedAt: at('03-02 10:20') } });
    file.give('03-02 10:30', giver, { ...given, grade: suggestion(level) });
    const [told] = warnings(assign(file, '03-02 10:40', units[0]), units[0]);
    expect(textOf(regulation, file.state, told!, { now: at('03-02 10:40') })).toMatch(/已转你.+办理,请签收/);
    file.handOver(at('03-02 10:41'));
    expect(file.duty(duty)?.status).toBe('open');
  });
});

describe('leizhou: a call before 转办', () => {
  const called = (): File => {
    const file = caseFile();
    file.give('03-02 10:30', officer, opening({ level: 'red', unit: undefined }));
    file.give('03-02 10:31', officer, { type: 'ReleaseWarning', duty: 'warnUnits' });
    const { key, role } = Object.values(file.state.pendingNotices).find(
      (notice) => notice.duty === 'warnUnits',
    )!;
    file.give('03-02 10:32', system, {
      type: 'RecordHandOvers',
      handOvers: [{ key, role, ...texted('p'), at: at('03-02 10:32'), status: 'failed', unassigned: true }],
    });
    const answered = file.give('03-02 10:35', officer, {
      type: 'AnswerNotice',
      notice: key,
      how: 'telephoned',
      madeAt: at('03-02 10:34'),
    });
    expect(answered.refusal).toBe(null);
    return file;
  };

  it('has not told the unit, whoever was called', () => {
    const file = called();
    expect(file.duty('warnUnits')?.status).toBe('open');
    file.give('03-02 10:50', head, { type: 'AssignUnit', unit: 'food' });
    file.handOver(at('03-02 10:51'));
    expect(file.duty('warnUnits')?.current.completedAt).toBe(at('03-02 10:51'));
  });
});
