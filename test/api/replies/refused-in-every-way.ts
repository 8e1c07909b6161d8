import {
  RefusedItemReply,
  RefusedItemsReply,
} from '../../../shared/contracts/replies/intake/refused-items.ts';
import type { createNotedDesks } from '../../support/noted-desk.ts';
import { grave, plain } from '../../support/office.ts';
import { read } from '../../support/told.ts';

type Noted = Pick<ReturnType<typeof createNotedDesks>, 'deskOf' | 'note' | 'officeHead'>;

/** What was refused: of an item and of a whole push, with and without words, 涉密, told and not, and what became of it. */
export const playRefused = async ({ note, officeHead }: Noted): Promise<void> => {
  const [office, desk] = await officeHead();
  const unnamed = { ...grave('x'), id: undefined };
  await office.push([unnamed, { title: '市民咨询' }, { id: 'a', own: 1 }, { ...unnamed, flags: ['secret'] }]);
  await office.push(null, { text: '{' });
  await office.push(null, { text: '{"title":"食堂' });
  office.pass(1000);
  await office.push([plain('a')]);
  await office.notify();
  const list = () => desk.get('GET /v1/refused-items', '/v1/refused-items', { became: 'all' });
  const { items } = read(RefusedItemsReply, await list());
  for (const { refused, secret, became } of items) {
    const path = `/v1/refused-items/${refused}`;
    const { index } = read(RefusedItemReply, await desk.get('GET /v1/refused-items/{refused}', path));
    const judge = async (given: object) =>
      note(
        'POST /v1/refused-items/{refused}/judgement',
        await office.as('dutyOfficer')('POST', `${path}/judgement`, given),
      );
    if (became !== 'open') {
      // It holds already.
      await judge({ as: 'takenBack' });
      continue;
    }
    await judge({ as: 'notNeeded', reason: '见纸质件' });
    await list();
    await desk.get('GET /v1/refused-items/{refused}', path);
    await judge({ as: 'takenBack' });
    if (secret) continue;
    const fields = index === null ? { title: '补录' } : {};
    const told = await office.as('dutyOfficer')('POST', `${path}/entry`, { fields });
    note('POST /v1/refused-items/{refused}/entry', told);
    await judge({ as: 'takenBack' });
    await desk.get('GET /v1/refused-items/{refused}', path);
    await desk.readItem(`hand-${refused}`);
  }
  await list();
};
