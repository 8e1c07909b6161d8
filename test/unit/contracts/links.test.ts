import { expect, it } from 'vitest';
import { linkIn } from '../../../shared/contracts/plain-text.ts';
import { createOffice, plain } from '../../support/office.ts';
import { caseIn } from '../../support/told.ts';

it.each([
  ['https://www.example.com/a?b=1', 'https://www.example.com/a?b=1'],
  ['http://www.example.com', 'http://www.example.com'],
  ['www.example.com/a', 'https://www.example.com/a'],
  [' //www.example.com/a ', 'https://www.example.com/a'],
  ['www.example.com:8080/a', 'https://www.example.com:8080/a'],
  ['HTTPS://www.example.com/', 'HTTPS://www.example.com/'],
])('%j leads to %s', (text, link) => {
  expect(linkIn(text)).toBe(link);
});

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'weixin://a',
  'ftp://www.example.com/',
  'file:///etc',
  '无',
  'a b.c',
  '',
])('%j leads nowhere', (text) => {
  expect(linkIn(text)).toBeUndefined();
});

it('a publication is linked by no other address, and an item is taken with it as it came', async () => {
  const office = await createOffice();
  const note = { title: '来电', sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food' };
  const { case: id } = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', note));
  const publish = (link: string) =>
    office.as('officeHead')('POST', `/v1/cases/${id}/commands`, {
      ...{ type: 'RecordPublication', form: 'authoritative', title: '情况通报', link },
    });
  expect(await publish('javascript:alert(1)')).toMatchObject({ status: 422, body: { code: 'INVALID' } });
  expect((await publish('www.example.com/1')).status).not.toBe(422);
  await office.push([plain('j', { url: 'javascript:alert(1)' }), plain('w', { url: 'bbs.example.com/7' })]);
  const [script, bare] = await Promise.all(['j', 'w'].map((each) => office.system.items.find('demo', each)));
  expect(script).toMatchObject({ extra: { url: 'javascript:alert(1)' } });
  expect(script).not.toHaveProperty('url');
  expect(bare).toMatchObject({ url: 'https://bbs.example.com/7' });
});
