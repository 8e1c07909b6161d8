import { describe, expect, it } from 'vitest';
import { compose, saysNothingNew } from '../../../shared/notices/compose.ts';
import { type Part, partOf } from '../../../shared/notices/words.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, officer, opening, suggestion } from '../../support/case-file.ts';

// The first text that somebody has of a case says what he has to do at once, before the number that comes first.

const opened = (level: string) => {
  const file = caseFile();
  const detected = { instants: { detectedAt: at('11-30 13:20') } };
  file.give('11-30 13:36', officer, opening({ level, unit: undefined, ...detected }));
  return file;
};
/** What is told in the entry that was last made. */
const partsTo = (file: ReturnType<typeof caseFile>, role: string, regulation = leizhou): Part[] =>
  file.log
    .at(-1)!
    .events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
    .filter((notice) => notice.role === role)
    .map((notice) => partOf(regulation, file.state, notice, { now: file.state.lastAt }));
const handedOver = (level: string) => {
  const file = opened(level);
  file.give('11-30 13:37', officer, { type: 'ReleaseWarning', duty: 'warnUnits' });
  file.give('11-30 13:38', officer, { type: 'AssignUnit', unit: 'food' });
  return file;
};

describe('what opens a case', () => {
  it('names what is 立即 for its reader before the first number', () => {
    expect(compose(leizhou, partsTo(opened('red'), 'dutyOfficer')).text).toBe(
      '【雷州市监】LZ2026-0001(红)新立案,请签收并立即转办责任股室;11月30日18时20分前须发布权威信息(办法第21条(二))。',
    );
  });

  it('while the level is only proposed asks for that alone', () => {
    const yinzhou = regulations.yinzhou!;
    const file = caseFile(yinzhou);
    const given = opening({ level: 'larger', unit: undefined, instants: { detectedAt: at('11-30 13:20') } });
    file.give('11-30 13:36', officer, { ...given, grade: suggestion('larger') });
    expect(compose(yinzhou, partsTo(file, 'dutyOfficer', yinzhou)).text).toContain(
      '新立案,请签收并立即研判定级',
    );
  });
});

describe('what hands a case over', () => {
  it('names the first report, which begins with this very text', () => {
    expect(compose(leizhou, partsTo(handedOver('red'), 'unitLiaison').slice(0, 1)).text).toBe(
      '【雷州市监】LZ2026-0001(红)已转你股办理并预警,请签收并立即向局主要负责人报告初步…;12月1日13时20分前报送每日书面报告。',
    );
  });

  it('leaves out a number that is another one’s for what is its reader’s own', () => {
    expect(compose(leizhou, partsTo(handedOver('blue'), 'unitLiaison')).text).toBe(
      '【雷州市监】LZ2026-0001(蓝)已转你股办理并预警,请签收并立即向局主要负责人报告初步处置情况(办法第16条)。',
    );
  });

  it('asks each post of a unit for its own', () => {
    expect(compose(leizhou, partsTo(handedOver('red'), 'unitHead').slice(0, 1)).text).toContain(
      '请签收并立即召开紧急会议;',
    );
  });

  it('does not count again what it asks for, nor is that said a second time a minute later', () => {
    const [lead] = partsTo(handedOver('red'), 'unitHead');
    const about = lead!.asks!.split('#');
    const variables = { case: lead!.caseId, level: '红', duty: '召开紧急会议', clause: '(办法第24条)' };
    const meeting: Part = {
      ...{ caseId: lead!.caseId, template: 'atOnce', variables },
      ...{ duty: about[0]!, occurrence: about[1]! },
    };
    const said = compose(leizhou, [lead!, meeting]).text;
    expect(said).not.toContain('另有');
    expect(saysNothingNew(meeting, said)).toBe(true);
    expect(saysNothingNew({ ...meeting, template: 'chase' }, said)).toBe(false);
    expect(saysNothingNew({ ...meeting, caseId: 'LZ2026-0002' }, said)).toBe(false);
    const other = {
      ...meeting,
      duty: 'emergencyPlan',
      variables: { ...variables, duty: '报请启动应急预案' },
    };
    expect(saysNothingNew(other, said)).toBe(false);
    expect(compose(leizhou, [lead!, other]).text).toContain('另有1项待办');
  });
});
