import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSettings, type Settings } from '../../../infra/settings/settings.ts';

const example = () => JSON.parse(readFileSync('deployment.example.json', 'utf8'));
/** The intake of the example with its feeds watched so. */
const intakeWith = (watch: unknown, feeds = ['demo']): Settings['intake'] =>
  parseSettings({ ...example(), intake: { authorization: 'iam', feeds, watch } }, 'deployment.json').intake;
/** A feed that is expected so. */
const watching = (...expected: object[]) => ({ name: '微博', expected });

describe('the settings by which feeds are watched', () => {
  it('say how a feed is watched, to 5 minutes and to a week, in periods that touch', () => {
    const demo = {
      name: '微博监测',
      expected: [
        { hours: '08:00-22:00', within: 'PT5M' },
        { hours: '22:00-08:00', within: 'P7D' },
      ],
      signatureFailures: 5,
      contact: { name: '值班工程师', mobile: '138 0000 9999' },
    };
    expect(intakeWith({ demo }).watch).toEqual({
      demo: { ...demo, contact: { name: '值班工程师', mobile: '+8613800009999' } },
    });
    expect(intakeWith({ demo: { name: '微博' } }).watch).toEqual({ demo: { name: '微博', expected: [] } });
  });

  it('refuse to watch in more words than a function can be told', () => {
    const feeds = Array.from({ length: 20 }, (_, index) => `feed${index}`);
    const watch = Object.fromEntries(
      feeds.map((feed) => [
        feed,
        { name: '名'.repeat(12), contact: { name: '名'.repeat(12), mobile: '13800009999' } },
      ]),
    );
    expect(() => intakeWith(watch, feeds)).toThrow(/intake\.watch:各数据源的看管设置合计\d+字节,最多2000/);
  });

  it.each([
    ['other', { name: '微博' }, '没有登记这个数据源;已登记:demo'],
    ['demo', {}, '缺少这个设置'],
    ['demo', { name: '' }, '须填写名称'],
    ['demo', { name: '名'.repeat(13) }, '不超过12个字'],
    ['demo', { name: '微博', every: 'PT1H' }, '不认识的设置“every”;可用的设置:name、expected'],
    ['demo', watching({ within: '两小时' }), '应为5分钟至7日的 ISO 8601 时长'],
    ['demo', watching({ within: 'PT4M59S' }), '应为5分钟至7日的 ISO 8601 时长'],
    ['demo', watching({ within: 'P7DT1S' }), '应为5分钟至7日的 ISO 8601 时长'],
    ['demo', watching({ hours: '8-22', within: 'PT1H' }), '应为一天中的时段,如 08:00-22:00'],
    ['demo', watching({ within: 'PT1H' }, { within: 'PT2H' }), '时段互相重叠'],
    [
      'demo',
      watching({ hours: '08:00-22:00', within: 'PT1H' }, { hours: '21:59-08:00', within: 'PT8H' }),
      '时段互相重叠',
    ],
    ['demo', { name: '微博', signatureFailures: 0 }, '至少为1'],
    ['demo', { name: '微博', signatureFailures: 101 }, '最多为100'],
    ['demo', { name: '微博', contact: { name: '甲', mobile: '123' } }, '手机号应为11位号码'],
  ])('name the feed %s when it is watched by %j', (feed, watch, told) => {
    expect(() => intakeWith({ [feed as string]: watch })).toThrow(`intake.watch.${feed}`);
    expect(() => intakeWith({ [feed as string]: watch })).toThrow(told as string);
  });
});
