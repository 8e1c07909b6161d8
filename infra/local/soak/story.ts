import type { PersonName, Traffic } from './traffic.ts';
import { UNIT } from './traffic.ts';

/** Who does what in a case of 蓝, from the warning to its end; in this order (rehearsals/blue-assigned.json). */
const STEPS: readonly { as: PersonName; command: Record<string, unknown> }[] = [
  { as: 'dutyOfficer', command: { type: 'ReleaseWarning', duty: 'warnUnits' } },
  { as: 'dutyOfficer', command: { type: 'RecordAction', action: 'verificationOrdered' } },
  { as: 'unitLiaison', command: { type: 'Acknowledge' } },
  {
    as: 'unitLiaison',
    command: {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['chiefLeader', 'deputyLeader', 'officeHead'],
      summary: '已到店,正在调取记录',
      post: '值班室',
    },
  },
  {
    as: 'dutyOfficer',
    command: {
      type: 'FileReport',
      kind: 'first',
      form: 'written',
      to: ['zhanjiang'],
      reference: '雷市监函〔2026〕12号',
      signedBy: '局主要负责人',
    },
  },
  { as: 'officeHead', command: { type: 'Conclude', summary: '药店已整改并公示,湛江市局已阅' } },
];

interface Told {
  caseId: string;
  step: number;
}

/** Cases that are opened, worked on and concluded, so many open at a time; one more that nobody works on. */
export const createStory = (traffic: Traffic, most: number) => {
  const open: Told[] = [];
  let opened = 0;
  let concluded = 0;

  const begin = async (level: string) => {
    opened += 1;
    const answer = await traffic.post('/v1/cases', 'dutyOfficer', {
      key: `soak-${opened}`,
      title: `某药店阴凉柜温度记录被质疑(第${opened}件)`,
      unit: UNIT,
      level,
      sources: [{ kind: 'zhanjiang-assigned' }],
    });
    if (answer.status !== 201) throw new Error(`opening answered ${answer.status}: ${answer.text}`);
    return { answer, caseId: (JSON.parse(answer.text) as { case: string }).case };
  };

  /** The next command of the case whose turn it is. What is refused as things stand now (409) has its turn again. */
  const goOn = async (told: Told) => {
    const { as, command } = STEPS[told.step]!;
    const answer = await traffic.post(`/v1/cases/${told.caseId}/commands`, as, command);
    if (answer.status === 200) told.step += 1;
    else if (answer.status !== 409)
      throw new Error(`${JSON.stringify(command)}: ${answer.status} ${answer.text}`);
    if (told.step < STEPS.length) open.push(told);
    else concluded += 1;
    return answer;
  };

  return {
    leaveAlone: () => begin('red'),
    act: async () => {
      const told = open.length < most ? undefined : open.shift();
      if (told !== undefined) return goOn(told);
      const { answer, caseId } = await begin('blue');
      open.push({ caseId, step: 0 });
      return answer;
    },
    /** One of the cases that are open, if there is any. */
    anyCase: (): string | undefined => open[0]?.caseId,
    counts: () => ({ opened, concluded }),
  };
};
export type Story = ReturnType<typeof createStory>;
