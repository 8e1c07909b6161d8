import { apiEvent, claimsOf } from '../api-event.ts';
import type { Lambdas } from '../embedded/lambdas.ts';
import { exampleRoster, personFor } from '../people.ts';

/** The unit whose matter every case of the bench is. */
export const UNIT = 'food';

const ABOVE = ['yellow', 'orange', 'red'];
const GRAVE = ['orange', 'red'];
interface Act {
  levels: readonly string[];
  role: string;
  command: Readonly<Record<string, unknown>> & { type: string };
}
/** What a bureau does in the first minutes: after it nothing is owed 立即 any more, and the next limit is hours away. */
const ACTS: readonly Act[] = [
  { levels: ABOVE, role: 'leadingGroup', command: { type: 'StartPlan', commander: '局主要负责人' } },
  { levels: ['blue', ...ABOVE], role: 'dutyOfficer', command: { type: 'ReleaseWarning', duty: 'warnUnits' } },
  {
    levels: ABOVE,
    role: 'unitHead',
    command: { type: 'RecordMeeting', conclusion: '核查、准备口径', participants: '办公室、责任单位' },
  },
  { levels: ['blue', ...ABOVE], role: 'unitLiaison', command: { type: 'Acknowledge' } },
  {
    levels: ['blue', ...ABOVE],
    role: 'unitLiaison',
    command: {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['chiefLeader', 'deputyLeader', 'officeHead'],
      post: '值班室',
      summary: '已到现场核查',
    },
  },
  {
    levels: GRAVE,
    role: 'officeHead',
    command: {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['cityCommittee', 'cityGovernment', 'zhanjiang'],
      post: '值班室',
      summary: '已到现场核查',
    },
  },
  {
    levels: ['blue', ...ABOVE],
    role: 'unitHead',
    command: { type: 'RecordAction', action: 'verified', note: '已核实' },
  },
];

/** Does what is owed at once in a case of this level. Throws what the desk refuses. */
export const answerCase = async (lambdas: Lambdas, caseId: string, level: string): Promise<void> => {
  const roster = exampleRoster();
  for (const { role, command } of ACTS.filter(({ levels }) => levels.includes(level))) {
    const claims = claimsOf(personFor(roster, role, role.startsWith('unit') ? UNIT : undefined));
    const path = `/v1/cases/${caseId}/commands`;
    const answer = await lambdas.http(
      apiEvent({ method: 'POST', path, claims, body: JSON.stringify(command) }),
    );
    if (answer.statusCode !== 200) throw new Error(`${command.type}: ${answer.body}`);
  }
};
