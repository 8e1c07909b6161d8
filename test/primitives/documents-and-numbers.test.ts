import { describe, expect, it } from 'vitest';
import { caseIdOf } from '../../shared/office/numbering.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import { createNumbers } from '../../shared/records/numbers/numbers.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { incompleteActs } from '../../shared/rules/parts/incomplete.ts';
import { concludeCase } from '../support/conclude.ts';
import { createOffice } from '../support/office.ts';
import { caseIn, refusalIn } from '../support/told.ts';
import {
  act,
  BUREAUS,
  type Bureau,
  type Case,
  calm,
  conclude,
  issue,
  openCase,
  rate,
  report,
} from './bureau-case.ts';

const fieldsOf = (bureau: Bureau, document: string): string[] =>
  regulations[bureau]!.documents.find(({ id }) => id === document)!.fields;
const pointsOf = (bureau: Bureau): Record<string, string> =>
  Object.fromEntries(fieldsOf(bureau, 'review').map((point) => [point, '略']));

describe('P28 documents as templates with required fields', () => {
  const level = {
    leizhou: 'blue',
    nanning: 'general',
    hohhot: 'medium',
    petition: 'general',
    yinzhou: 'general',
  };
  // A 督办通知 goes out by its signature alone, and a 热点舆情报告 when it has been 审定.
  const OTHERWISE = ['supervisionOrder', 'hotReport'];
  const documents = BUREAUS.flatMap((bureau) =>
    regulations[bureau]!.documents.filter(({ id }) => !OTHERWISE.includes(id)).map(
      ({ id, name, fields }) => [bureau, id, name, fields] as const,
    ),
  );

  it.each(documents)(
    '%s %s: all fields and no others, each missing one is asked for',
    (bureau, id, name, fields) => {
      const opened = openCase(bureau, level[bureau]);
      const give = (...given: string[]) => opened.give('03-02 09:00', 'dutyOfficer', issue(id, given));
      const told = (...given: string[]) => opened.told('03-02 09:00', 'dutyOfficer', issue(id, given));
      for (const missing of fields) {
        const rest = fields.filter((field) => field !== missing);
        expect(give(...rest)).toBe('done');
        const [lacking] = incompleteActs(regulations[bureau]!, opened.file.state).slice(-1);
        expect(lacking).toMatchObject({ name, missing: [missing] });
      }
      expect(give(...fields, '联系电话')).toBe('DOCUMENT_FIELD_UNKNOWN');
      expect(told(...fields, '联系电话')).toContain('联系电话');
      expect(give(...fields)).toBe('done');
      expect(opened.give('03-02 09:00', 'dutyOfficer', issue('poem', fields))).toBe('DOCUMENT_UNKNOWN');
    },
  );

  it.each<[Bureau, string, number, string[]]>([
    // 核稿 and 审定 are approvals.
    ['leizhou', 'hotReport', 8, ['年度', '期号', '编辑']],
    ['nanning', 'report', 7, ['媒体与网络平台', '网上跟贴的言论倾向']],
    ['hohhot', 'warningIssue', 7, ['预警级别', '发布机关']],
    ['yinzhou', 'feedback', 4, ['原因', '处置结果']],
  ])('%s %s has the %i fields of its clause, %o among them', (bureau, id, count, some) => {
    expect(fieldsOf(bureau, id)).toHaveLength(count);
    expect(fieldsOf(bureau, id)).toEqual(expect.arrayContaining(some));
  });

  it.each<[Bureau, string, string, string, string]>([
    ['nanning', 'general', 'report', 'composeReport', 'dutyOfficer'],
    ['leizhou', 'monitoringRequest', 'riskNote', 'riskNote', 'unitLiaison'],
    ['hohhot', 'medium', 'warningIssue', 'issueWarning', 'commandGroup'],
    ['yinzhou', 'general', 'statement', 'draftStatement', 'unitHead'],
  ])('%s at %s: %s meets %s, and lacks what was left out', (bureau, at, document, duty, role) => {
    const opened = openCase(bureau, at, bureau === 'leizhou' ? { sources: { 'request-risk': null } } : {});
    if (bureau === 'hohhot') opened.give('03-02 08:30', role, rate('warning', 'blue'));
    const fields = fieldsOf(bureau, document);
    expect(opened.give('03-02 09:00', role, issue(document, fields.slice(1)))).toBe('done');
    expect(opened.outcome(duty)).toBe('fulfilled');
    expect(incompleteActs(regulations[bureau]!, opened.file.state)).toMatchObject([{ missing: [fields[0]] }]);
  });

  it.each([
    ['', 1],
    [' ', 1],
    ['。', 1],
    ['快报', 0],
  ])('a field that says “%s” leaves %i to be filled in', (text, count) => {
    const opened = openCase('hohhot', 'medium');
    opened.give('03-02 09:00', 'commandGroup', {
      type: 'IssueDocument',
      document: 'bulletin',
      fields: { 标题: text, 正文: '略' },
    });
    expect(incompleteActs(regulations.hohhot!, opened.file.state)).toHaveLength(count);
  });
});

const actor = (role: string) => ({ id: `p-${role}`, name: role, role });

describe('P29 numbers of a year, archive and closure checklist', () => {
  it('counts each series by the year without gaps, and a repeat keeps its number', async () => {
    const numbers = createNumbers(createMemoryTable());
    const take = (series: string, year: number, key: string) =>
      numbers.allocate(series, year, key, { now: '2026-03-02T00:00:00.000Z', isUsed: async () => false });
    expect([
      await take('case', 2026, 'a'),
      await take('case', 2026, 'b'),
      await take('case', 2026, 'a'),
    ]).toEqual([1, 2, 1]);
    expect([
      await take('supervision', 2026, 'a'),
      await take('case', 2027, 'c'),
      await take('case', 2026, 'c'),
    ]).toEqual([1, 1, 3]);
  });

  it.each<[Bureau, string]>([
    ['leizhou', 'LZ2026-0001'],
    ['nanning', 'NN2026-0001'],
    ['hohhot', 'HS2026-0001'],
    ['petition', 'XF2026-0001'],
    ['yinzhou', 'YZ2026-0001'],
  ])('%s files its first case of the year as %s', (bureau, id) => {
    expect(caseIdOf(regulations[bureau]!, 2026, 1)).toBe(id);
  });

  it('雷州: cases and supervision orders get the next number; a repeat and a refusal burn none', async () => {
    const office = await createOffice();
    const open = async (key: string) =>
      caseIn(
        await office.as('officeHead')('POST', '/v1/cases', {
          key,
          title: key,
          level: 'blue',
          unit: 'food',
          sources: [{ kind: 'monitored' }],
        }),
      ).case;
    expect([await open('a'), await open('b'), await open('a')]).toEqual([
      'LZ2026-0001',
      'LZ2026-0002',
      'LZ2026-0001',
    ]);
    const give = async (role: string, command: object) => {
      const told = await office.as(role)('POST', '/v1/cases/LZ2026-0001/commands', command);
      return told.status === 200 ? caseIn(told).orders.at(-1)! : refusalIn(told).code;
    };
    const draft = async (reason: string): Promise<number> => {
      const drafted = await give('dutyOfficer', { type: 'DraftSupervisionOrder', reason });
      return typeof drafted === 'string' ? 0 : drafted.order;
    };
    const sign = (role: string, order: number) =>
      give(role, { type: 'SignSupervisionOrder', order, answerBy: '2026-03-09T18:00:00+08:00' });
    const first = await draft('处置不当');
    expect(await sign('officeHead', first)).toMatchObject({ number: '雷市监舆督〔2026〕1号' });
    expect(await sign('officeHead', first)).toMatchObject({ number: '雷市监舆督〔2026〕1号' });
    const second = await draft('仍未反馈');
    expect(await sign('dutyOfficer', second)).toBe('ROLE_NOT_ALLOWED');
    expect(await sign('officeHead', second)).toMatchObject({ number: '雷市监舆督〔2026〕2号' });
  });

  it('雷州: the five libraries of 办法第三十一条 are kept by the office, and the software says so', () => {
    const { clauses, informs } = regulations.leizhou!;
    for (const library of [
      '舆情事件案例库',
      '舆情回应口径库',
      '应急处置预案库',
      '媒体库',
      '辟谣案例及数据库',
    ])
      expect(clauses['办法 第三十一条']).toContain(library);
    expect(informs.map(({ clause }) => clause)).toContain('办法 第三十一条');
  });

  const conditions = ['handledProperly', 'mediaQuiet', 'publicCalm'];
  it.each(conditions)(
    '南宁: the work is not over without %s, in whatever order the three are found',
    (last) => {
      const opened = openCase('nanning', 'general');
      for (const action of conditions.filter((each) => each !== last).reverse()) {
        expect(opened.give('03-04 09:00', 'officeHead', conclude)).toBe('CONCLUSION_NOT_CLEARED');
        opened.give('03-04 09:00', 'officeHead', act(action));
      }
      expect(opened.told('03-04 09:01', 'officeHead', conclude)).toContain(
        '《南宁市工商局突发事件舆情应对预案》四(五)',
      );
      expect(opened.give('03-04 09:02', 'unitHead', act(last))).toBe('ROLE_NOT_ALLOWED');
      expect(opened.give('03-04 09:02', 'officeHead', act(last))).toBe('done');
      expect(opened.give('03-04 09:03', 'officeHead', conclude)).toBe('done');
    },
  );

  it('呼和浩特: a warning that was given is lifted before the end; what is owed is named and answered for', () => {
    const opened = openCase('hohhot', 'medium');
    opened.give('03-02 08:10', 'commandGroup', rate('warning', 'blue'));
    expect(opened.told('03-03 09:00', 'officeHead', conclude)).toContain('“预警信息(解除)”');
    opened.give('03-03 09:01', 'commandGroup', issue('warningLift', fieldsOf('hohhot', 'warningLift')));
    expect(opened.told('03-03 09:02', 'officeHead', conclude)).toContain('启动应急预案和应急响应机制');
    expect(concludeCase(opened.file, '03-03 09:03', actor('officeHead')).refusal).toBeNull();
  });

  const end = (opened: Case): void => {
    opened.give('03-06 09:00', 'leadingGroup', calm);
    expect(concludeCase(opened.file, '03-06 09:10', actor('officeHead')).refusal).toBeNull();
    opened.give('03-06 09:10', 'officeHead', { type: 'Archive' });
  };

  it('a concluded case is archived at once where no review is owed, and takes nothing more', () => {
    const opened = openCase('leizhou', 'blue');
    end(opened);
    expect(opened.file.state.status).toBe('archived');
    expect(opened.give('03-06 10:00', 'dutyOfficer', report('final', 'written', 'zhanjiang'))).toBe(
      'CASE_CONCLUDED',
    );
  });

  it.each<[Bureau, string]>([
    ['leizhou', 'orange'],
    ['hohhot', 'medium'],
    ['yinzhou', 'general'],
  ])('%s at %s: it waits for the review with every point of its document', (bureau, level) => {
    const opened = openCase(bureau, level);
    // What is owed outside would keep the case from the archive.
    if (bureau === 'hohhot')
      opened.give('03-03 07:00', 'commandGroup', report('feedback', 'written', 'propagandaCyberspace'));
    end(opened);
    expect(opened.file.state.status).toBe('concluded');
    const points = pointsOf(bureau);
    for (const point of Object.keys(points)) {
      const { [point]: _, ...rest } = points;
      const short = openCase(bureau, level);
      end(short);
      expect(short.give('03-07 09:00', 'officeHead', { type: 'FileReview', points: rest })).toBe('done');
      expect(short.file.state.status).toBe('concluded');
    }
    expect(opened.give('03-07 09:01', 'officeHead', { type: 'FileReview', points })).toBe('done');
    expect(opened.file.state.status).toBe('archived');
  });
});
