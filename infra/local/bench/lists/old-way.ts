import { rowView } from '../../../../functions/serve-desk/views/row.ts';
import type { System } from '../../../../functions/system.ts';
import { rosterIn } from '../../../../shared/records/roster.ts';
import { mapEach } from '../../../../shared/records/some-at-once.ts';
import { regulationOfCase } from '../../../../shared/regulations/index.ts';
import { whoIs } from '../../../../shared/rules/persons.ts';
import { tasksOf } from '../../../../shared/rules/tasks/tasks-of.ts';
import { exampleRoster, personFor } from '../../people.ts';

/** The list as it was made before there were lists: every open case is loaded, scheduled and shown. */
export const listTheOldWay = async ({ cases, rosters, now }: System): Promise<number> => {
  const open = await cases.open();
  const loaded = await mapEach(open, ({ caseId }) => cases.load(caseId));
  const states = loaded.flatMap((state) => state ?? []);
  const roster = rosterIn(await rosters.read());
  const who = whoIs(roster, personFor(exampleRoster(), 'dutyOfficer'));
  const mine = states.map((state) => ({ regulation: regulationOfCase(state), state }));
  const tasks = tasksOf(who, mine, { roster, now: now() });
  const rows = mine.map(({ regulation, state }) => rowView(regulation, state, now()));
  return JSON.stringify({ tasks: tasks.map(({ text, due }) => [text, due]), rows }).length;
};
