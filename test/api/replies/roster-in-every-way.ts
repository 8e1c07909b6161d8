import type { createNotedDesks } from '../../support/noted-desk.ts';
import { createOffice } from '../../support/office.ts';

type DeskOf = ReturnType<typeof createNotedDesks>['deskOf'];

/** A roster as it is written, where there is none yet and where there is one. */
export const playRoster = async (deskOf: DeskOf): Promise<void> => {
  const person = { id: 'a', name: '甲', mobile: '+8613800000001' };
  await deskOf(await createOffice()).putRoster({
    ...{ version: 1, reason: '换岗', confirmEmpty: true },
    roles: { officeHead: [person], dutyOfficer: [{ ...person, id: 'b', landline: '0759-1234567' }] },
  });
  const [empty, desk] = [await createOffice({ roster: null }), deskOf(await createOffice())];
  for (const each of [deskOf(empty), desk]) await each.get('GET /v1/roster', '/v1/roster');
};

/** A roster that was changed in every way, by somebody who stands in it and by somebody who does not. */
export const playRosterChanges = async (deskOf: DeskOf): Promise<void> => {
  const office = await createOffice();
  const desk = deskOf(office);
  const { roles } = (await office.system.rosters.read())!.roster;
  const [officer] = roles.dutyOfficer!;
  const written = { reason: '换岗', confirmEmpty: true };
  const first = { ...officer!, name: '新名', landline: '0759-1234567', available: true };
  const second = { ...roles.dutyOfficer![0]!, id: 'night', mobile: '+8613800000098' };
  await desk.putRoster({ version: 1, ...written, roles: { ...roles, dutyOfficer: [first, second] } });
  const { landline: _, ...without } = first;
  const third = { ...without, mobile: '+8613800000097', available: false };
  const roster = { roles: { ...roles, dutyOfficer: [third, second], unitHead: [] } };
  await office.system.rosters.write({
    ...{ version: 3, roster, changedBy: 'import', changedAt: office.now(), reason: '换岗' },
  });
  for (const limit of ['1', '200']) await desk.get('GET /v1/roster/changes', '/v1/roster/changes', { limit });
};
