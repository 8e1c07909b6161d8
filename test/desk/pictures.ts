// The pictures of docs/pictures, taken anew: npx node test/desk/pictures.ts. Example people and example cases.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { closeBrowser, type Size } from './support/browser.ts';
import { personAt } from './support/person.ts';
import { openScene } from './support/scene.ts';

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
const REPORT = encodeURIComponent(JSON.stringify({ kind: 'first', form: 'telephone', to: ['zhanjiang'] }));

const { bureau, cases } = await openScene();
const SHOWN: readonly (readonly [name: string, who: string, size: Size, path: string])[] = [
  ['duties-phone', 'dutyOfficer', 'phone', '/desk/duties'],
  ['case-phone', 'dutyOfficer', 'phone', `/desk/cases/${cases.orange}`],
  ['act-phone', 'dutyOfficer', 'phone', `/desk/cases/${cases.orange}/do/FileReport?with=${REPORT}`],
  ['duties-pc', 'officeHead', 'pc', '/desk/duties'],
  ['regulation-pc', 'officeHead', 'pc', '/desk/regulation'],
  ['clocks-pc', 'officeHead', 'pc', `/desk/cases/${cases.orange}/clocks`],
];

mkdirSync(FOLDER, { recursive: true });
for (const [name, who, size, path] of SHOWN) {
  const person = await personAt(bureau, who, { size, path });
  await person.page.getByRole('heading', { level: 1 }).first().waitFor();
  await person.settles();
  if (name === 'act-phone') {
    await person.pick('刚刚');
    await person.sees(/^电话报告湛江市局按时完成/);
    await person.page.getByText('登记后', { exact: true }).scrollIntoViewIfNeeded();
  }
  await person.page.screenshot({ path: `${FOLDER}/${name}.png` });
  await person.leave();
}
await closeBrowser();
await bureau.close();
