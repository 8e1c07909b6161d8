import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../infra/openapi/schemas/lists.ts';
import { OfficeCommand } from '../../../shared/contracts/commands.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { shortNumber } from '../../../web/model/case-number.ts';
import { actLabel, actPath, LABELS, type NameOf, questionOf } from '../../../web/model/duties/act-label.ts';

const namesOf = (bureau: string): NameOf => {
  const lists = ['reportKind', 'reportForm', 'publicationForm', 'action', 'document', 'scale'] as const;
  const names = new Map(
    lists.flatMap((list) =>
      valuesOf(regulations[bureau]!, list).map(({ id, name }) => [`${list}/${id}`, name]),
    ),
  );
  return (list, id) => names.get(`${list}/${id}`);
};
const inLeizhou = namesOf('leizhou');
const label = (
  type: string,
  carries: Record<string, string | number | string[]> = {},
  names = inLeizhou,
): string => actLabel({ type, carries }, names);

describe('what a button says', () => {
  it('every command has its words, and nothing else has', () => {
    const types = OfficeCommand.def.options.map(({ shape }) => shape.type.def.values[0] as string);
    expect(Object.keys(LABELS).sort()).toEqual([...types, 'OpenCase'].sort());
    for (const type of types) {
      expect(label(type)).toBe(LABELS[type]);
      expect(label(type)).toMatch(/^\p{Script=Han}{2,8}$/u);
    }
  });

  it.each([
    [{ kind: 'first', form: 'telephone' }, '登记电话报告'],
    [{ kind: 'first', form: 'written' }, '登记书面报告'],
    [{ kind: 'first' }, '登记初报'],
    [{ kind: 'progress' }, '登记续报'],
    [{ kind: 'progress', form: 'written' }, '登记书面续报'],
    [{ form: 'telephone' }, '登记电话报告'],
    [{ to: ['zhanjiang'] }, '登记报告'],
    [{ answers: '12' }, '登记答复'],
  ])('of a report with %j', (carries, said) => expect(label('FileReport', carries)).toBe(said));

  it.each([
    ['RecordPublication', { form: 'pressConference' }, '登记新闻发布会'],
    ['RecordPublication', { form: 'publicWarning' }, '登记发布'],
    ['RecordAction', { action: 'mechanismStarted' }, '登记启动应急处置机制'],
    ['RecordAction', { action: 'monitoringClosed' }, '登记办理'],
    ['RecordAction', { action: 'emergencyHandlingStarted' }, '登记启动应急处置'],
    ['RecordAction', { action: 'statementApproved' }, '登记回应口径审定'],
    ['RecordAction', { action: 'publicWarningApproved' }, '登记批准'],
    ['RecordAction', { action: 'superiorConsent' }, '登记办理'],
    ['RecordAction', { action: 'hotReportApproved' }, '登记热点舆情报告审定'],
    ['IssueDocument', { document: 'hotReport' }, '制发热点舆情报告'],
    ['ReleaseWarning', { duty: 'warnUnits' }, '核发预警'],
    ['ConfirmGrade', {}, '定级'],
    ['AssignUnit', {}, '转办'],
    ['RecordMeeting', {}, '登记会议'],
  ])('of %s with %j', (type, carries, said) => expect(label(type, carries)).toBe(said));

  it('uses the names of the bureau', () => {
    const inYinzhou = namesOf('yinzhou');
    expect(label('FileReport', { kind: 'first', form: 'oral' }, inYinzhou)).toBe('登记口头报告');
    expect(label('FileReport', { kind: 'feedback' }, inYinzhou)).toBe('登记追踪反馈');
    expect(label('RateCase', { scale: 'sensitivity' }, namesOf('nanning'))).toMatch(/^评定/);
  });

  it('names are not needed: without them it says less', () => {
    const none: NameOf = () => undefined;
    expect(label('FileReport', { kind: 'progress', form: 'written' }, none)).toBe('登记报告');
    expect(label('RecordPublication', { form: 'reply' }, none)).toBe('登记发布');
  });

  it('every label of every bureau fits a button', () => {
    for (const bureau of Object.keys(regulations)) {
      const names = namesOf(bureau);
      const values = (list: Parameters<typeof valuesOf>[1]) => valuesOf(regulations[bureau]!, list);
      for (const kind of values('reportKind'))
        for (const form of values('reportForm'))
          expect(label('FileReport', { kind: kind.id, form: form.id }, names).length).toBeLessThan(17);
      for (const { id } of values('action'))
        expect(label('RecordAction', { action: id }, names).length).toBeLessThan(11);
    }
  });
});

describe('a duty that asks a question', () => {
  const confirmed = { type: 'RecordAction', carries: { action: 'notCalmedConfirmed' } };
  const calm = { type: 'DeclareCalm', carries: {} };
  const asked = { name: '满一周确认是否平息', kind: 'duty', commands: [confirmed, calm] } as const;
  it('is called by what it asks, and not by one of the answers', () => {
    expect(questionOf(asked as never)).toBe('登记是否平息');
  });
  it.each([
    ['one answer is left', { commands: [confirmed] }],
    ['a decision takes either answer', { commands: [{ type: 'RecordDecision', carries: {} }, calm] }],
    ['it asks nothing', { name: '启动舆情应急处置机制' }],
    ['it has no name', { name: null }],
    ['it is another’s, to be pressed', { kind: 'climbed' }],
  ])('is called by its act where %s', (_, more) =>
    expect(questionOf({ ...asked, ...more } as never)).toBeUndefined(),
  );
});

describe('where an act leads', () => {
  const command = { type: 'FileReport', carries: { kind: 'first', to: ['a', 'b'] } };
  it('carries what is known in one parameter', () => {
    const path = actPath('LZ2026-0007', command, false);
    const { pathname, searchParams } = new URL(path, 'http://desk');
    expect(pathname).toBe('/desk/cases/LZ2026-0007/do/FileReport');
    expect(JSON.parse(searchParams.get('with') ?? '')).toEqual(command.carries);
    expect(actPath('LZ2026-0007', { type: 'AssignUnit', carries: {} }, false)).not.toContain('?');
  });
  it('of a 涉密 case no more than the number of an entry', () => {
    expect(actPath('LZ2026-0007', command, true)).toBe('/desk/cases/LZ2026-0007/do/FileReport');
    const confirm = { type: 'ConfirmAct', carries: { act: 12, person: 'a' } };
    expect(new URL(actPath('LZ2026-0007', confirm, true), 'http://desk').searchParams.get('with')).toBe(
      '{"act":12}',
    );
  });
});

describe('the number of a case in a list', () => {
  it('is short, and has its year where that is another', () => {
    expect(shortNumber('LZ2026-0007', 2026)).toBe('0007');
    expect(shortNumber('LZ2025-0007', 2026)).toBe('2025-0007');
    expect(shortNumber('other', 2026)).toBe('other');
  });
});
