import { describe, expect, it } from 'vitest';
import { rowView } from '../../functions/serve-desk/views/row.ts';
import { scheduleView } from '../../functions/serve-desk/views/schedule.ts';
import { clockedDuties } from '../../shared/deadlines/clocks.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { dutyStateNames } from '../../statemachines/state-names.ts';
import { assigned, confirm, give, open } from '../readings/given.ts';
import { at, leader } from '../support/case-file.ts';

// 督办通知 is 雷州's alone (办法 第三十三条): where the text has none, what is overdue is 催办.

const CASES = {
  leizhou: {
    level: 'orange',
    duty: 'zhanjiangTelephone',
    due: '03-02 13:00',
    sources: [assigned('03-02 10:00')],
  },
  nanning: { level: 'major', duty: 'reportImportant', due: '03-02 14:00' },
  yinzhou: { level: 'major', duty: 'oralReport', due: '03-02 10:15' },
} as const;

describe.each(['leizhou', 'nanning', 'hohhot', 'petition', 'yinzhou'])('%s', (bureau) => {
  const regulation = regulations[bureau]!;
  const word = bureau === 'leizhou' ? '逾期督办' : '逾期催办';

  it(`every state that chases is called ${word}`, () => {
    const levels = regulation.scales.flatMap((scale) => scale.levels.filter(({ clocked }) => clocked));
    const names = levels.flatMap(({ id }) =>
      clockedDuties(regulation, id).map((each) => dutyStateNames(regulation, each).chaseOverdue),
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(new RegExp(`·${word}$`));
  });
});

describe.each(['leizhou', 'nanning', 'yinzhou'] as const)('%s: the next step of what is late', (bureau) => {
  const { level, duty, due, ...more } = CASES[bureau];
  const word = bureau === 'leizhou' ? '逾期督办' : '逾期催办';
  it.each([
    ['a second before', '', -1000],
    ['at the limit', word, 0],
    ['a second after', word, 1000],
  ])('%s: %s', (_, said, milliseconds) => {
    const file = open({
      bureau,
      level,
      ...more,
      instants: { detectedAt: '03-02 10:00' },
      sources: [...('sources' in more ? more.sources : [{ kind: 'monitored' }])],
    });
    if (bureau === 'yinzhou') expect(give(file, '03-02 10:01', leader, confirm(level))).toBe('done');
    const when = new Date(Date.parse(at(due)) + milliseconds).toISOString();
    file.runTo(when);
    const next = scheduleView(regulations[bureau]!, file.state, when).duties.find(
      (each) => each.duty === duty,
    )?.next;
    if (said === '') expect(next?.stageText).not.toMatch(/^逾期/);
    else expect(next?.stageText).toBe(said);
    const row = rowView(regulations[bureau]!, file.state, when);
    expect(row.next?.stageText).not.toBe(bureau === 'leizhou' ? '逾期催办' : '逾期督办');
  });
});
