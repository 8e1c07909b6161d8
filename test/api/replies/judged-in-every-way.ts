import type { createNotedDesks } from '../../support/noted-desk.ts';
import { grave, plain } from '../../support/office.ts';

type Noted = Pick<ReturnType<typeof createNotedDesks>, 'note' | 'officeHead'>;

/** Items of which somebody has said something, with a reason and without, and of which nobody has. */
export const playJudged = async ({ note, officeHead }: Noted): Promise<void> => {
  const [office, desk] = await officeHead();
  await office.push([
    plain('open'),
    plain('read'),
    plain('not', { flags: ['specificFacts'] }),
    grave('case'),
  ]);
  const judge = async (id: string, given: object): Promise<void> => {
    const path = `/v1/items/demo/${id}/judgement`;
    note('POST /v1/items/{feed}/{item}/judgement', await office.as('dutyOfficer')('POST', path, given));
  };
  await judge('read', { as: 'read' });
  await judge('not', { as: 'notOurs', reason: '属邻市管辖' });
  await judge('open', { as: 'notOurs' });
  await judge('open', { as: 'takenBack', reason: '核对后属本局' });
  await desk.get('GET /v1/items', '/v1/items');
  for (const id of ['open', 'read', 'not', 'case']) await desk.readItem(id);
  // Who only reads them.
  note('GET /v1/items', await office.as('chiefLeader')('GET', '/v1/items'));
  note('GET /v1/items/{feed}/{item}', await office.as('chiefLeader')('GET', '/v1/items/demo/open'));
};
