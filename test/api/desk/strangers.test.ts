import { expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf, isPerUnit, mayGive } from '../../../shared/regulations/lookup.ts';
import { createOffice } from '../../support/office.ts';
import { caseIn } from '../../support/told.ts';

// Reading R32: who has no business with a case writes nothing into its file, whatever he sends.

const COMMANDS = [
  { type: 'Acknowledge' },
  { type: 'RecordMeeting', participants: '办公室', conclusion: '核查' },
  { type: 'ConfirmGrade', level: '最高级' },
  { type: 'SetFlags', add: ['secret'], remove: [], reason: '误以为涉密' },
  { type: 'DeclareCalm', reason: '平息' },
  { type: 'Conclude', summary: '该舆情已经处置完毕' },
  { type: 'AssignUnit', unit: '没有的股室' },
];

it.each(Object.values(regulations))(
  '$id: a stranger changes no file, and stands in the day’s refusals',
  async (regulation) => {
    const office = await createOffice({ regulation });
    const [own, other] = regulation.units;
    const level = regulation.scales[0]!.levels.at(-1)!.id;
    const opener = giversOf(regulation, 'OpenCase', level).find(
      (role) => !isPerUnit(regulation, role) && mayGive(regulation, role, 'AssignUnit', level),
    )!;
    const opening = {
      title: '来电',
      sources: [{ kind: regulation.sources.find(({ from }) => from === null)!.id }],
      level,
      unit: own!.id,
    };
    const told = await office.as(opener)('POST', '/v1/cases', opening);
    expect(told.body).toMatchObject({ title: opening.title });
    const { case: caseId } = caseIn(told);
    const before = await office.system.cases.log(caseId);
    const strangers = [
      office.as('unitLiaison', other!.id),
      office.as('unitHead', other!.id),
      office.as('mayor'),
    ];
    for (const by of [...strangers, office.as('operator')])
      for (const command of COMMANDS)
        expect(await by('POST', `/v1/cases/${caseId}/commands`, command)).toMatchObject({
          status: 403,
          body: { code: expect.stringMatching(/^(NOT_YOUR_UNIT|ROLE_UNKNOWN|ROLE_NOT_ALLOWED)$/) },
        });
    expect(await office.system.cases.log(caseId)).toEqual(before);
    const refused = await office.system.refusals.list(office.now().slice(0, 10));
    expect(refused.reduce((sum, { count }) => sum + Number(count), 0)).toBe(4 * COMMANDS.length);
  },
);
