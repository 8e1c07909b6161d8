import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bannerText } from '../../../infra/desk-server/banner.ts';
import { readServing } from '../../../infra/desk-server/options.ts';

const folder = mkdtempSync(join(tmpdir(), 'shixian-serve-'));
afterAll(() => rmSync(folder, { recursive: true }));
const api = 'https://api.example.invalid/prod';
const read = (given: object, variable?: string) => readServing({ api, ...given }, variable);
const TLS = { certificate: 'c.pem', key: 'k.pem' };

describe('where the desk is served', () => {
  it('is this machine alone, unless it is told otherwise', () => {
    expect(read({})).toMatchObject({
      ...{ host: '127.0.0.1', port: 8080, address: 'http://127.0.0.1:8080', api },
      ...{ certificate: undefined, secret: undefined, shiftHours: undefined },
    });
  });

  it.each([
    [{ listen: '10.0.0.8:80' }, 'http://10.0.0.8'],
    [{ listen: '[fd00::8]:8080' }, 'http://[fd00::8]:8080'],
    [{ listen: '10.0.0.8:443', ...TLS }, 'https://10.0.0.8'],
    [{ listen: '0.0.0.0:8080', address: 'http://desk.office' }, 'http://desk.office'],
    [{ address: 'https://desk.example.gov.cn' }, 'https://desk.example.gov.cn'],
  ])('%j is asked for as %s', (given, address) => expect(read(given).address).toBe(address));

  it.each([
    [{ api: undefined }, '请用 --api 写明接口的地址'],
    [{ api: 'http://api.example.invalid' }, '--api 应为 https 地址(本机的可为 http)'],
    [{ api: 'https://user@api.example.invalid' }, '--api 应为 https 地址'],
    [{ api: 'here' }, '--api 应为 https 地址'],
    [{ listen: '8080' }, '--listen 应写作 地址:端口,如 127.0.0.1:8080,现为“8080”'],
    [{ listen: '127.0.0.1:0' }, '--listen 应写作'],
    [{ listen: '127.0.0.1:65536' }, '--listen 应写作'],
    [{ listen: '0.0.0.0:80' }, '请用 --address 写明办公室访问所用的网址'],
    [{ listen: '[::]:80' }, '请用 --address 写明办公室访问所用的网址'],
    [{ address: 'https://desk.office/path' }, '--address 应为不带路径的网址'],
    [{ address: 'desk.office' }, '--address 应为不带路径的网址'],
    [{ address: 'http://desk.office', ...TLS }, '有证书的,--address 应为 https 网址'],
    [{ certificate: 'c.pem' }, '--certificate 和 --key 一起写'],
    [{ key: 'k.pem' }, '--certificate 和 --key 一起写'],
    [{ exchange: 'proxy' }, '--exchange 应为 browser 或 server,现为“proxy”'],
    [{ 'shift-hours': '0' }, '--shift-hours 应为大于0、不超过24的数'],
    [{ 'shift-hours': 'x' }, '--shift-hours 应为大于0'],
    [{ 'shift-hours': '25' }, '--shift-hours 应为大于0'],
    [{ 'secret-file': join(folder, 'none') }, '读不到客户端密钥文件'],
  ])('%j is refused: %s', (given, said) => expect(() => read(given)).toThrow(said));
});

describe('who makes the login', () => {
  it.each([
    ['plain http of an office', { listen: '10.0.0.8:80' }, 'server'],
    ['https', { listen: '10.0.0.8:443', ...TLS }, 'browser'],
    ['https of a proxy before it', { address: 'https://desk.office' }, 'browser'],
    ['this machine, which browsers trust', {}, 'browser'],
    ['https, where it is told', { ...TLS, exchange: 'server' }, 'server'],
  ])('%s', (_, given, exchange) => expect(read(given).exchange).toBe(exchange));

  it('is this process wherever there is a secret, which a browser cannot keep', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, 'of the file\n');
    expect(read(TLS, 'of the environment')).toMatchObject({
      exchange: 'server',
      secret: 'of the environment',
    });
    expect(read({ ...TLS, 'secret-file': file }, 'other')).toMatchObject({
      exchange: 'server',
      secret: 'of the file',
    });
    expect(read(TLS, '')).toMatchObject({ exchange: 'browser', secret: undefined });
    expect(() => read({ ...TLS, exchange: 'browser' }, 'x')).toThrow('浏览器不能保管客户端密钥');
    writeFileSync(file, '\n');
    expect(() => read({ 'secret-file': file })).toThrow('是空的');
  });

  it('cannot be the browser over plain http', () => {
    expect(() => read({ listen: '10.0.0.8:80', exchange: 'browser' })).toThrow(
      '浏览器在 http://10.0.0.8 不能自行登录(不是 https):请写 --exchange server',
    );
  });
});

describe('what the console says', () => {
  const now = new Date('2026-11-29T00:00:00Z');
  const say = (given: object, certificateUntil?: string) =>
    bannerText({ ...read(given, 'hidden'), bureau: '某局', issuer: 'https://sso', certificateUntil, now });
  it('warns of plain http that others can read, and of nothing else; and has no secret', () => {
    const open = say({ listen: '10.0.0.8:80' });
    expect(open).toContain('不加密传送');
    expect(open).toContain('登录后 http://10.0.0.8/desk/session/back,退出后 http://10.0.0.8/desk/login');
    for (const given of [{}, { address: 'https://desk.office' }, TLS])
      expect(say(given)).not.toContain('不加密');
    expect(open).not.toContain('hidden');
  });

  it.each([
    ['2027-11-29T00:00:00Z', '更换文件后自动启用'],
    ['2026-12-28T23:59:59Z', '不足30天,请更换'],
    ['2026-11-28T23:59:59Z', '已经过期,请更换'],
  ])('tells until when the certificate holds: %s', (until, said) => expect(say(TLS, until)).toContain(said));
});
