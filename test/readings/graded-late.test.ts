import { describe, expect, it } from 'vitest';
import { rowView } from '../../functions/serve-desk/views/row.ts';
import { scheduleView } from '../../functions/serve-desk/views/schedule.ts';
import { regulationOfCase, regulations } from '../../shared/regulations/index.ts';
import { labelOf } from '../../shared/rules/labels/labels.ts';
import { at, leader, officer } from '../support/case-file.ts';
import { textOf } from '../unit/notices/texts.ts';
import { confirm, type File, give, open, person, pushed } from './given.ts';

// 定级 has the office's own target of 30 minutes: what came after it, or has not come when it is full, is 定级迟延.

const BUREAUS = {
  leizhou: { level: 'red', by: officer, duty: '确定警示级别', grader: null },
  nanning: { level: 'major', by: officer, duty: '评估并确定舆情等级', grader: null },
  hohhot: { level: 'medium', by: person('commandGroup'), duty: '确定舆情类别', grader: '局舆情信息指挥小组' },
  petition: { level: 'major', by: officer, duty: '研判确定舆情等级', grader: null },
  yinzhou: { level: 'major', by: leader, duty: '研判并确定等级', grader: '局分管领导' },
} as const;
type Bureau = keyof typeof BUREAUS;
const names = Object.keys(BUREAUS) as Bureau[];
const found = (bureau: Bureau) =>
  pushed({
    bureau,
    proposed: BUREAUS[bureau].level,
    instants: { detectedAt: '03-02 10:00' },
  });
const labelsAt = (file: File, bureau: string, when: string): string[] =>
  file.log
    .filter((entry) => entry.at === at(when))
    .flatMap(({ events }) => events.map((event) => labelOf(regulations[bureau]!, event)));
/** What is shown of 定级 at an instant: by the list, by the schedule, and by its duty there. */
const shown = (file: File, bureau: Bureau, when: string) => {
  const schedule = scheduleView(regulations[bureau]!, file.state, at(when));
  const row = rowView(regulations[bureau]!, file.state, at(when));
  expect(row.gradingText).toBe(schedule.gradingText);
  return [
    schedule.gradingText,
    schedule.duties.find(({ duty }) => duty === 'confirmGrade')?.statusText,
    row.gradedLate,
  ];
};
const textsAt = (file: File, when: string, duty: string) =>
  file.log
    .filter((entry) => entry.at === at(when))
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
    .filter((notice) => notice.duty === duty)
    .map((notice) => textOf(regulationOfCase(file.state), file.state, notice, { now: at(when) }));

describe.each(names)('%s: determined', (bureau) => {
  const { level, by, duty, grader } = BUREAUS[bureau];
  it.each([
    ['03-02 10:29:59', false],
    ['03-02 10:30:00', false],
    ['03-02 10:30:01', true],
    ['03-02 12:00:00', true],
  ])('at %s, found at 10:00: 定级迟延 %s', (when, isLate) => {
    const file = found(bureau);
    expect(give(file, when, by, confirm(level))).toBe('done');
    const settled = labelsAt(file, bureau, when)
      .join(';')
      .split(';')
      .find((label) => label.startsWith(`${duty}已办`));
    expect(settled).toBe(isLate ? `${duty}已办(定级迟延)` : `${duty}已办`);
    expect(shown(file, bureau, when)).toEqual(
      isLate ? ['已定级(定级迟延)', '已完成·定级迟延', true] : ['已定级', '已完成', false],
    );
  });

  it.each([
    ['03-02 10:29:59', false],
    ['03-02 10:30:00', true],
    ['03-02 10:30:01', true],
  ])('not yet at %s: 定级迟延 %s', (when, isLate) => {
    expect(shown(found(bureau), bureau, when)).toEqual([
      isLate ? '初判·定级迟延' : '初判',
      isLate ? expect.stringMatching(/·定级迟延$/) : expect.not.stringContaining('定级迟延'),
      isLate,
    ]);
  });

  it('the log says so when the target is full, and whenever it is asked for again', () => {
    const file = found(bureau);
    file.runTo('03-02 10:45');
    expect(labelsAt(file, bureau, '03-02 10:30')).toContain(
      `超过本局目标(3月2日10时30分)仍未${duty}:定级迟延`,
    );
    expect(labelsAt(file, bureau, '03-02 10:45')).toContain(`催办“${duty}”(定级迟延)`);
    const asked = /\(初判[^)]+\)定级迟延,请立即研判定级/;
    expect(textsAt(file, '03-02 10:30', 'confirmGrade')).toEqual([expect.stringMatching(asked)]);
    // Who may not determine the level there is told who has to, and asked to press.
    const above = grader === null ? asked : new RegExp(`\\(初判[^)]+\\)(定级迟延,)?${grader}未定级,请督促`);
    expect(textsAt(file, '03-02 10:45', 'confirmGrade')).toEqual([
      expect.stringMatching(above),
      expect.stringMatching(asked),
    ]);
  });
});

describe('the texts', () => {
  it('leizhou: name the shortest limit that runs as 暂定', () => {
    const file = pushed({
      proposed: 'red',
      instants: { detectedAt: '03-02 10:00', publishedAt: '03-02 09:00' },
    });
    file.runTo('03-02 10:30');
    expect(textsAt(file, '03-02 10:30', 'confirmGrade')).toEqual([
      expect.stringMatching(/\(初判红\)定级迟延,请立即研判定级,最早时限暂定3月2日14时:/),
    ]);
  });

  it('hohhot: where no number runs they name none', () => {
    const file = pushed({ bureau: 'hohhot', proposed: 'major', instants: { detectedAt: '03-02 10:00' } });
    file.runTo('03-02 10:30');
    const [text] = textsAt(file, '03-02 10:30', 'confirmGrade');
    expect(text).toMatch(/\(初判重大\)定级迟延,请立即研判定级(,最早时限.*)?。$/);
  });

  it('hohhot: what asks for 定级 before a report upwards says so from the target on', () => {
    const file = pushed({ bureau: 'hohhot', proposed: 'major', instants: { detectedAt: '03-02 10:00' } });
    file.runTo('03-02 12:00');
    const asked = file.log.flatMap(({ at: when, events }) =>
      events.flatMap((event) =>
        event.type === 'NoticesMade'
          ? event.notices
              .filter(({ template }) => template === 'gradeFirstAtOnce')
              .map(({ variables }) => [when < at('03-02 10:30'), variables.late])
          : [],
      ),
    );
    expect(asked).toContainEqual([true, '']);
    expect(asked).toContainEqual([false, '定级迟延,']);
    expect(asked).not.toContainEqual([true, '定级迟延,']);
    expect(asked).not.toContainEqual([false, '']);
  });
});

describe('what a level brings that is only proposed', () => {
  it.each([
    ['leizhou', 'red', officer],
    ['petition', 'major', officer],
    ['yinzhou', 'major', leader],
  ] as const)('%s: is 暂定 with a number or without, and not once it is determined', (bureau, level, by) => {
    const file = found(bureau);
    const lawOf = () =>
      scheduleView(regulations[bureau]!, file.state, at('03-02 10:00')).duties.filter(
        ({ basisText, duty }) =>
          basisText.includes('规定') && !basisText.startsWith('本局') && duty !== 'confirmGrade',
      );
    expect(lawOf().some(({ limitKind }) => limitKind !== 'within')).toBe(true);
    for (const { provisional, basisText } of lawOf()) {
      expect(provisional).toBe(true);
      expect(basisText).toMatch(/规定\(暂定,待定级\)$/);
    }
    give(file, '03-02 10:10', by, confirm(level));
    for (const { basisText } of lawOf()) expect(basisText).toMatch(/规定$/);
  });

  it('leizhou: the log says so of what has no number', () => {
    const file = found('leizhou');
    file.runTo('03-02 10:30');
    const labels = file.log.flatMap(({ events }) =>
      events.map((event) => labelOf(regulations.leizhou!, event)),
    );
    expect(labels.join('\n')).toMatch(/应(?:立即|及时)办理“[^”]+”\(暂定\)/);
  });
});

describe('a level that who may determine it opens the case with', () => {
  it.each([
    ['03-02 09:30:00', false],
    ['03-02 09:29:59', true],
  ])('leizhou: found at %s and opened at 10:00: 定级迟延 %s', (detectedAt, isLate) => {
    const file = open({ instants: { detectedAt } });
    expect(shown(file, 'leizhou', '03-02 10:00')[0]).toBe(isLate ? '已定级(定级迟延)' : '已定级');
    expect(labelsAt(file, 'leizhou', '03-02 10:00').join(';').includes('定级迟延')).toBe(isLate);
  });
});
