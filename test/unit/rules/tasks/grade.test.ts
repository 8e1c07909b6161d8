import { expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { isStanding, openableLevels } from '../../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { tasksIn } from '../../../../shared/rules/tasks/tasks-of.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { caseFile, officer, opening, suggestion } from '../../../support/case-file.ts';

type File = ReturnType<typeof caseFile>;
const asksToGrade = (regulation: Regulation, { state }: File): number =>
  tasksIn(regulation, state).filter(({ commands }) => commands.some(({ type }) => type === 'ConfirmGrade'))
    .length;

it('常规 that was only proposed waits in the list of who may grade until somebody has said it', () => {
  const file = caseFile();
  file.give('03-02 10:00', officer, { ...opening(), grade: suggestion('routine') });
  expect(file.state).toMatchObject({ warningLevel: 'routine', provisional: true });
  const [task, ...others] = tasksIn(leizhou, file.state).filter(({ key }) => key === 'grade');
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    kind: 'confirm',
    text: '请研判定级:初判为常规舆情,尚未由人工定级',
    commands: [{ type: 'ConfirmGrade', carries: {} }],
  });
  expect(task!.to.posts.map(({ role }) => role)).toContain('dutyOfficer');
  file.give('03-02 10:05', officer, { type: 'ConfirmGrade', level: 'routine' });
  expect(asksToGrade(leizhou, file)).toBe(0);
});

it.each(Object.keys(regulations))(
  '%s: a level by proposal is asked about once, whatever level it is',
  (bureau) => {
    const regulation = regulations[bureau]!;
    for (const { id } of openableLevels(regulation).filter(({ id }) => !isStanding(regulation, id))) {
      const file = caseFile(regulation);
      const { refusal } = file.give('03-02 10:00', officer, {
        ...opening({ unit: undefined }),
        grade: suggestion(id),
      });
      if (refusal !== null || !file.state.provisional) continue;
      expect([id, asksToGrade(regulation, file)]).toEqual([id, 1]);
    }
  },
);
