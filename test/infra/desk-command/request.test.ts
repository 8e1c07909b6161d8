import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asField, commands, elementOf, type Field } from '../../../infra/desk-command/fields.ts';
import { requestFor } from '../../../infra/desk-command/request.ts';

const NOW = new Date('2026-03-02T08:00:00Z');
const CASE = 'LZ2026-0001';
const bodyOf = (...words: string[]) => requestFor(words, NOW).body;

/** The places of a command's content that take one value, with their fields. */
const leavesOf = (field: Field, path = ''): [place: string, field: Field][] => {
  const element = field.type === 'array' ? elementOf(field) : field;
  if (element.properties === undefined) return [[path, field]];
  return Object.entries(element.properties).flatMap(([name, inner]) =>
    leavesOf(asField(inner) ?? {}, path === '' ? name : `${path}.${name}`),
  );
};

const folder = mkdtempSync(join(tmpdir(), 'shixian-desk-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const fileOf = (text: string): string => {
  files += 1;
  const path = join(folder, `content-${files}.json`);
  writeFileSync(path, text);
  return `@${path}`;
};

const REPORT = {
  type: 'FileReport',
  kind: 'first',
  form: 'telephone',
  to: ['chiefLeader', 'deputyLeader'],
};

describe('a command’s content', () => {
  it.each([
    ['commas', ['to=chiefLeader,deputyLeader']],
    ['Chinese commas', ['to=chiefLeader、deputyLeader']],
    ['blanks, as PowerShell leaves them', ['to=chiefLeader deputyLeader']],
    ['words of their own, as PowerShell may leave them', ['to=chiefLeader', 'deputyLeader']],
  ])('is read from 名称=值, a list by %s', (_, to) => {
    expect(bodyOf('FileReport', CASE, 'kind=first', 'form=telephone', ...to)).toEqual(REPORT);
  });

  it('is read from JSON on the command line or in a file, also one that Windows wrote', () => {
    const text = JSON.stringify({ ...REPORT, type: undefined });
    expect(bodyOf('FileReport', CASE, text)).toEqual(REPORT);
    expect(bodyOf('FileReport', CASE, fileOf(text))).toEqual(REPORT);
    expect(bodyOf('FileReport', CASE, fileOf(`\uFEFF${text}`))).toEqual(REPORT);
  });

  it('may be nothing', () => {
    expect(bodyOf('Acknowledge', CASE)).toEqual({ type: 'Acknowledge' });
  });

  it('keeps text as it is, with what a shell has parted and signs of its own', () => {
    expect(bodyOf('Conclude', CASE, 'summary=当事人和解,', '已下架')).toMatchObject({
      summary: '当事人和解, 已下架',
    });
    expect(
      bodyOf('RecordPublication', CASE, 'form=authoritative', 'link=https://a.example/?b=c&d=1'),
    ).toMatchObject({ link: 'https://a.example/?b=c&d=1' });
    expect(bodyOf('DeclareCalm', CASE, 'reason=12345678')).toMatchObject({ reason: '12345678' });
  });

  it('goes down by points: into an object, a record, a list', () => {
    expect(bodyOf('AddSource', CASE, 'source.kind=zhanjiang-assigned', 'source.receivedAt=now')).toEqual({
      type: 'AddSource',
      source: { kind: 'zhanjiang-assigned', receivedAt: NOW.toISOString() },
    });
    expect(bodyOf('FileReview', CASE, 'points.起因=食品过期', 'points.1.责任=经营者')).toEqual({
      type: 'FileReview',
      points: { 起因: '食品过期', '1.责任': '经营者' },
    });
    expect(bodyOf('open', 'title=甲', 'sources.kind=a', 'sources.1.kind=b', 'factors.heat=3')).toEqual({
      type: 'OpenCase',
      title: '甲',
      sources: [{ kind: 'a' }, { kind: 'b' }],
      factors: { heat: 3 },
    });
  });

  it('needs no point where one thing is enough', () => {
    expect(bodyOf('open', 'title=甲', 'sources=a,b', 'sources.receivedAt=now')).toMatchObject({
      sources: [{ kind: 'a', receivedAt: NOW.toISOString() }, { kind: 'b' }],
    });
    expect(bodyOf('AddSource', CASE, 'source=a')).toMatchObject({ source: { kind: 'a' } });
  });

  it.each([
    ['now', '2026-03-02T08:00:00.000Z'],
    ['now-30m', '2026-03-02T07:30:00.000Z'],
    ['now-2h', '2026-03-02T06:00:00.000Z'],
    ['now+9d', '2026-03-11T08:00:00.000Z'],
    ['2026-03-02 08:05', '2026-03-02 08:05'],
  ])('takes %s for an instant', (text, at) => {
    expect(bodyOf('SetDeadline', CASE, 'duty=periodEnd', `due=${text}`, 'reason=now')).toMatchObject({
      due: at,
      reason: 'now',
    });
  });
});

describe('a time that counts from now', () => {
  /** The places of a command that take a time: by their names, as the contracts have them. */
  const TIMES = /(?:^|\.)(?:at|due|until|deadline|answerBy|\w+At)$/;
  const places = [...commands.values()].flatMap(({ id, content }) =>
    leavesOf(content).flatMap(([place, field]) => (TIMES.test(place) ? [{ id, place, field }] : [])),
  );
  it.each(places)('is read at $place of $id', ({ field }) => {
    expect(field.format).toBe('date-time');
  });

  it('is read for 事发 and 舆情发生 too, and what is none stays as it is', () => {
    const words = ['instants.eventAt=now-5h', 'instants.occurredAt=now-2h', 'instants.publishedAt=昨天'];
    expect(bodyOf('open', 'title=甲', 'sources=a', ...words)).toMatchObject({
      instants: {
        eventAt: '2026-03-02T03:00:00.000Z',
        occurredAt: '2026-03-02T06:00:00.000Z',
        publishedAt: '昨天',
      },
    });
  });
});

describe('refused, with what is allowed', () => {
  it.each([
    ['what is missing', ['FileReport', CASE, 'kind=first'], ['form:没有填写', 'to:没有填写']],
    ['an unknown name', ['Conclude', CASE, 'sumary=甲'], ['sumary:没有这一项', 'summary(必填)']],
    [
      'an unknown name further down',
      ['AddSource', CASE, 'source.knd=a'],
      ['source.knd:没有这一项', 'source.kind(必填)'],
    ],
    [
      'a wrong choice',
      ['RecordInstruction', CASE, 'from=me', 'text=甲'],
      ['from:只能是 bureau、superior', '可填:from(必填:bureau|superior)'],
    ],
    [
      'no instant',
      ['SetDeadline', CASE, 'duty=a', 'due=明天', 'reason=甲'],
      ['due:不是有效的日期时间', '时间可写 now'],
    ],
    ['no number', ['ConfirmGrade', CASE, 'level=red', 'factors.heat=高'], ['factors.heat:应为数字']],
    ['too much', ['ConfirmGrade', CASE, 'level=red', 'factors.heat=5'], ['factors.heat:不能超过 4']],
    ['a record without names', ['FileReview', CASE, 'points=甲'], ['points.<项目>(必填)']],
    ['a list as text', ['FileReport', CASE, '{"kind":"a","form":"b","to":"c"}'], ['to:应为一组值']],
    ['the same twice', ['Conclude', CASE, 'summary=甲', 'summary=乙'], ['“summary”写了两次']],
    ['the same again from above', ['AddSource', CASE, 'source.kind=a', 'source=b'], ['“source”写了两次']],
    ['a word that is none', ['Conclude', CASE, '已办结'], ['“已办结”应写作 名称=值,或写 @文件.json']],
    ['JSON that PowerShell has robbed', ['Conclude', CASE, '{summary:甲}'], ['第1行第2列', '在 PowerShell']],
    ['a file that is not there', ['Conclude', CASE, '@none.json'], ['找不到文件:none.json']],
    ['JSON that is no object', ['Conclude', CASE, fileOf('[1]')], ['内容应是一个 JSON 对象']],
    ['words after a file', ['Conclude', CASE, '@a.json', 'summary=甲'], ['@a.json 之后不能再写内容']],
    ['an unknown command', ['Report', CASE], ['没有命令“Report”', 'FileReport', '报告']],
    ['no case', ['FileReport'], ['没有写案卷', 'kind(必填)']],
    ['no case to show', ['show'], ['没有写案卷']],
    ['nothing to do', [], ['没有写要做什么', 'ConfirmGrade']],
    ['a case without a source', ['open', 'title=甲'], ['OpenCase(立案)的内容有误', 'sources:没有填写']],
  ])('%s', (_, words, said) => {
    const attempt = () => requestFor(words, NOW);
    for (const each of said) expect(attempt).toThrow(each);
    expect(attempt).not.toThrow(/[Ii]nvalid|[Ee]xpected|undefined|ENOENT/);
  });

  it('names the line and the column of broken JSON in a file', () => {
    const file = fileOf('{\n  "summary": "甲"\n  "acknowledgeUnmet": "乙"\n}');
    expect(() => requestFor(['Conclude', CASE, file], NOW)).toThrow('第3行第3列 两项之间缺少逗号');
  });
});

it('asks for what is read', () => {
  expect(requestFor(['list'], NOW)).toMatchObject({ method: 'GET', path: '/v1/cases', shownAs: 'list' });
  expect(requestFor(['show', '甲'], NOW)).toMatchObject({ path: '/v1/cases/%E7%94%B2', shownAs: 'case' });
  expect(requestFor(['log', CASE], NOW)).toMatchObject({ path: `/v1/cases/${CASE}/log`, shownAs: 'log' });
});
