import { claimsFor, type createNotedDesks } from '../../support/noted-desk.ts';
import { createOffice } from '../../support/office.ts';

type Note = ReturnType<typeof createNotedDesks>['note'];

/** Somebody of the bureau, somebody of a unit, and somebody with several posts who has chosen none ask who they are. */
export const playSpeakers = async (note: Note): Promise<void> => {
  const office = await createOffice();
  const liaison = claimsFor(office, 'unitLiaison');
  const several = { ...liaison, role: ['unitLiaison', 'dutyOfficer'] };
  for (const claims of [claimsFor(office, 'officeHead'), liaison, several])
    note('GET /v1/me', await office.http({ method: 'GET', path: '/v1/me', claims }));
};
