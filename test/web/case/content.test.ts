import { describe, expect, it } from 'vitest';
import { logView } from '../../../functions/serve-desk/views/log.ts';
import { CONTENT } from '../../../shared/case/events/content.ts';
import { entryOf } from '../../../shared/records/log/chain.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { contentOf } from '../../../web/model/case/content.ts';
import { documentsOf, type Entry, reportsOf, shortSentencesOf } from '../../../web/model/case/log.ts';
import { piecesOf } from '../../../web/model/case/paper/file.ts';
import { readEvidence, recordings } from '../../upgrades/recorded-logs.ts';
import { formsIn } from '../forms/bureau-forms.ts';
import { entry, found } from './found.ts';

// What people typed can be read again: on the page and on paper, under the names that the forms have.

const stories = recordings.at(-1)!.logs.map(({ name, entries }) => {
  const evidence = entries.map(readEvidence);
  const [opened] = entryOf(evidence[0]!).events;
  const bureau = opened?.type === 'CaseOpened' ? opened.regulation.id : '';
  const read = { evidence, findings: [], kept: [], isProved: true };
  const log = logView(regulations[bureau]!, '', read as never, { numbers: true } as never);
  return { name, bureau, names: formsIn(bureau).log, log: log as typeof log & { entries: Entry[] } };
});
const textsOf = ({ texts }: Entry): string[] =>
  Object.values(texts)
    .map(({ text }) => text)
    .filter((text) => text !== '');
/** An entry as the page shows it. */
const onPage = (each: Entry, names: Record<string, string>): string => {
  const said = shortSentencesOf(each).join('；');
  return [said, ...contentOf(each, names, said).map(({ name, text }) => `${name}：${text}`)].join('\n');
};
/** What stands in the last column of the log on paper, entry by entry, its rows put together again. */
const onPaper = (entries: readonly Entry[], names: Record<string, string>): Map<number, string> => {
  const pieces = piecesOf({
    found: found(),
    items: [],
    texts: [],
    log: { intact: true, findings: [], earlier: [], entries },
    names,
    now: Date.parse('2026-03-03T01:08:00+08:00'),
  });
  const whole = new Map<number, string>();
  let version = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'row' || piece.table !== 'log') continue;
    const number = Number(piece.cells[0]![0]!.text);
    version = Number.isNaN(number) ? version : number;
    whole.set(version, `${whole.get(version) ?? ''}${piece.cells[3]![0]!.text}`);
  }
  return whole;
};

it('has stories of several bureaus, with what people wrote', () => {
  expect(new Set(stories.map(({ bureau }) => bureau)).size).toBeGreaterThan(2);
  expect(stories.flatMap(({ log }) => log.entries.flatMap(textsOf)).length).toBeGreaterThan(200);
});

describe.each(stories)('of $bureau: $name', ({ log, names }) => {
  it('every text of the log is on the page, whole', () => {
    for (const each of log.entries) {
      const shown = onPage(each, names);
      for (const text of textsOf(each)) expect(shown).toContain(text);
    }
  });
  it('and on paper', () => {
    const whole = onPaper(log.entries, names);
    for (const each of log.entries)
      for (const text of textsOf(each)) expect(whole.get(each.version)).toContain(text);
  });
  it('has a name in plain Chinese', () => {
    for (const each of log.entries)
      for (const { name } of contentOf(each, names, '')) {
        expect(name).toMatch(/^[^a-zA-Z]+$/);
        expect(name).not.toBe('内容');
      }
  });
  it('has every report and document with what it says', () => {
    const made = [...reportsOf(log.entries, names), ...documentsOf(log.entries, names)];
    const events = log.entries.flatMap((each) => each.events.map(({ type }) => type));
    const count = events.filter((type) => type === 'ReportFiled' || type === 'DocumentIssued').length;
    expect(made).toHaveLength(count);
    for (const { title, by, fields } of made) {
      expect(title).not.toBe('');
      expect(by).not.toBe('');
      for (const { text } of fields) expect(text).not.toBe('');
    }
  });
});

describe('the names', () => {
  const { log } = formsIn('leizhou');
  it('are there for every text that an event may hold', () => {
    for (const [type, paths] of Object.entries(CONTENT))
      for (const path of paths) {
        const place = path
          .split('.')
          .filter((step) => step !== '*')
          .join('.');
        expect(log[`${type}.${place}`], `${type}.${place}`).toMatch(/[\u4e00-\u9fff]/);
      }
  });
  it('are those of the form where it has its own', () => {
    expect(log['ReportFiled.spokeTo']).toBe('接听人姓名');
    expect(log['ReportFiled.summary']).toBe('报告要点');
    expect(log['ReportFiled.text']).toBe('报告全文');
    expect(log['InstructionRecorded.text']).toBe('批示内容');
  });
});

describe('what was written', () => {
  const names = formsIn('leizhou').log;
  const filed = (texts: Entry['texts']): Entry =>
    entry({
      version: 3,
      command: 'FileReport',
      events: [{ type: 'ReportFiled', summary: { saltedHash: 'a' }, spokeTo: { saltedHash: 'b' } }],
      labels: ['书面报告'],
      texts,
    });
  it('says where it was purged, and that nobody sees why a number is kept back', () => {
    const purged = filed({ b: { salt: '', text: '张科长' } });
    expect(contentOf(purged, names, '')).toEqual([
      { name: '报告要点', text: '内容已清除' },
      { name: '接听人姓名', text: '张科长' },
    ]);
    const called = entry({ events: [{ type: 'CaseOpened', call: { number: { saltedHash: 'n' } } }] });
    expect(contentOf(called, names, '')).toEqual([]);
  });
  it('is not said twice, but a short word that stands in the sentence by chance is', () => {
    const texts = { a: { salt: '', text: '已封存涉事食品' }, b: { salt: '', text: '张' } };
    expect(contentOf(filed(texts), names, '报告：已封存涉事食品，张店')).toEqual([
      { name: '接听人姓名', text: '张' },
    ]);
  });
  it('is with a report what was completed later, and says that it was taken back', () => {
    const all = [
      filed({ a: { salt: '', text: '已封存涉事食品' }, b: { salt: '', text: '张科长' } }),
      entry({
        version: 4,
        events: [{ type: 'ActCompleted', act: 3, given: { reference: { saltedHash: 'c' } } }],
        texts: { c: { salt: '', text: '雷市监〔2026〕1号' } },
      }),
      entry({ version: 5, events: [{ type: 'ActWithdrawn', act: 3, reason: { saltedHash: 'd' } }] }),
    ];
    const [report] = reportsOf(all, names);
    expect(report).toMatchObject({ title: '书面报告', by: '值班员甲', gone: '已撤回' });
    expect(report!.fields.map(({ text }) => text)).toEqual(['已封存涉事食品', '张科长', '雷市监〔2026〕1号']);
    expect(reportsOf(all.slice(0, 2), names)[0]!.gone).toBe('');
    const denied = entry({ version: 5, events: [{ type: 'ActConfirmed', act: 3, agree: false }] });
    expect(reportsOf([...all.slice(0, 2), denied], names)[0]!.gone).toBe('被否认，不再计入');
    const agreed = entry({ version: 5, events: [{ type: 'ActConfirmed', act: 3, agree: true }] });
    expect(reportsOf([...all.slice(0, 2), agreed], names)[0]!.gone).toBe('');
  });
});
