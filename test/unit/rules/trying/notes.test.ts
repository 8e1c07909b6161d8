import { describe, expect, it } from 'vitest';
import { foresee } from '../../../../shared/case/evolve.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { handle } from '../../../../shared/rules/decide.ts';
import { foretell } from '../../../../shared/rules/trying/foretell.ts';
import { at, caseFile, officer, opening, suggestion } from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';
import { whole } from '../../../support/whole-acts.ts';

type File = ReturnType<typeof caseFile>;
const notesOn = (file: File, when: string, command: CaseCommand, bureau = 'leizhou', role = officer.role) => {
  const regulation = regulations[bureau]!;
  const actor = { ...officer, role };
  const context = { regulation, now: at(when), actor, roster: rosterOf([actor]) };
  const { events, refusal } = handle(context, file.state, whole(regulation, command));
  expect(refusal).toBe(null);
  const foretold = foretell(context, file.state, events);
  const after = foresee(file.state, events, { at: at(when), actor, version: file.state.version + 1 });
  expect(foretold.state).toEqual(after);
  return foretold.notes;
};
const telephoned = (madeAt: string | undefined, to = 'zhanjiang'): CaseCommand => ({
  ...{ type: 'FileReport', kind: 'first', form: 'telephone', to: [to] },
  ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
});

describe('an act that is said to have been made before what a duty counts from', () => {
  const assigned = (): File => {
    const file = caseFile();
    const sources = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 13:20') }];
    file.give(
      '03-02 13:36',
      officer,
      opening({ level: 'red', sources, instants: { detectedAt: at('03-02 12:30') } }),
    );
    return file;
  };

  it('雷州: does not meet it, and says why', () => {
    const file = assigned();
    expect(notesOn(file, '03-02 13:39', telephoned('03-02 13:00'))).toEqual([
      '所填时间3月2日13时早于起算时间3月2日13时20分,不算办结“电话报告湛江市局”',
    ]);
  });

  it('雷州: says nothing of what it meets, or would not meet at any time', () => {
    const file = assigned();
    expect(notesOn(file, '03-02 13:39', telephoned('03-02 13:20'))).toEqual([]);
    expect(notesOn(file, '03-02 13:39', telephoned(undefined))).toEqual([]);
    expect(notesOn(file, '03-02 13:39', telephoned('03-02 13:00', 'deputyLeader'))).toEqual([]);
  });

  it('呼和浩特: the same of what counts from a prompt', () => {
    const hohhot = regulations.hohhot!;
    const file = caseFile(hohhot);
    const giver = { ...officer, role: 'commandGroup' };
    const [source] = hohhot.sources.filter(({ from }) => from !== null);
    const sources = [{ kind: source!.id, receivedAt: at('03-02 13:20'), reference: '1号' }];
    const opened = file.give('03-02 13:36', giver, {
      ...opening({ level: 'major', unit: 'services', sources, instants: { detectedAt: at('03-02 12:30') } }),
      grade: suggestion('major'),
    });
    expect(opened.refusal).toBe(null);
    const owed = file
      .schedule()
      .duties.find(
        ({ start, ways, status }) =>
          status === 'open' &&
          start?.answeredFrom === at('03-02 13:20') &&
          ways.some(({ act }) => act === 'report'),
      )!;
    const way = owed.ways.find((each) => each.act === 'report')!;
    const { kinds = [], forms = [] } = way as { kinds?: string[]; forms?: string[] };
    const report = (madeAt: string): CaseCommand => ({
      type: 'FileReport',
      kind: kinds[0] ?? hohhot.reportKinds[0]!.id,
      form: forms[0] ?? hohhot.reportForms[0]!.id,
      to: [...owed.receivers],
      madeAt: at(madeAt),
    });
    const notes = notesOn(file, '03-02 13:39', report('03-02 13:00'), 'hohhot', owed.responsible);
    expect(notes).toEqual([`所填时间3月2日13时早于起算时间3月2日13时20分,不算办结“${owed.name}”`]);
    expect(notesOn(file, '03-02 13:39', report('03-02 13:30'), 'hohhot', owed.responsible)).toEqual([]);
  });
});

describe('a warning that is released before any unit has the case', () => {
  it.each([
    ['leizhou', 'red', 'dutyOfficer', 'warnUnits', 'food'],
    ['yinzhou', 'larger', 'dutyOfficer', 'notifyUnit', 'welfareHome'],
  ] as const)('%s: says that the unit is told with the 转办', (bureau, level, role, duty, unit) => {
    const regulation = regulations[bureau]!;
    const open = (of: string | undefined) => {
      const file = caseFile(regulation);
      const given = opening({ level, unit: of, instants: { detectedAt: at('03-02 10:20') } });
      file.give('03-02 10:30', { ...officer, role }, { ...given, grade: suggestion(level) });
      return file;
    };
    const release: CaseCommand = { type: 'ReleaseWarning', duty };
    expect(notesOn(open(undefined), '03-02 10:31', release, bureau, role)[0]).toContain('转办时由系统另发');
    expect(notesOn(open(unit), '03-02 10:31', release, bureau, role)).toEqual([]);
  });
});
