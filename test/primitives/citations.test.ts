import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AslDefinition, AslState } from '../../infra/local/asl.ts';
import { loadDefinitions } from '../../infra/local/definitions/load.ts';
import { quoteProblems } from '../../infra/regulation-check/checks/text/quotes.ts';
import { walk } from '../../infra/regulation-check/checks/walk.ts';
import { lengthInChinese } from '../../shared/deadlines/limits.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { citations, clockedLevels, shortClause } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { machineName } from '../../statemachines/state-names.ts';
import { BUREAUS, type Bureau, openCase } from './bureau-case.ts';

const textOf = (bureau: Bureau): string =>
  readFileSync(new URL(`../../docs/regulations/texts/${bureau}.txt`, import.meta.url), 'utf8');
/** Everything of a regulation that rules over somebody or something. */
const rulesOf = (regulation: Regulation): { cite?: string[] | undefined }[] => [
  ...regulation.duties.flatMap(({ terms }) => terms),
  ...regulation.scales,
  ...regulation.scales.flatMap(({ levels, defaults }) => [...levels, ...defaults]),
  ...[regulation.sources, regulation.instants, regulation.handling, regulation.grading.floors].flat(),
  ...[regulation.routing, regulation.contacts, regulation.authorities, regulation.gates].flat(),
  ...[regulation.forbiddenChannels, regulation.ladders, regulation.settings, regulation.documents].flat(),
  ...regulation.readings,
];
const opened = (bureau: Bureau, level: string) => {
  const isLeizhou =
    bureau === 'leizhou' && !['specialPeriod', 'monitoringRequest', 'periodic'].includes(level);
  return openCase(bureau, level, {
    instants: { occurredAt: '03-02 07:30', detectedAt: '03-02 08:00' },
    ...(isLeizhou ? { sources: { 'zhanjiang-assigned': '03-02 07:45' } } : {}),
  });
};
const levels = BUREAUS.flatMap((bureau) =>
  clockedLevels(regulations[bureau]!).map(({ id }) => [bureau, id] as const),
);

describe('P32 clause citation with its exact quote', () => {
  it.each(BUREAUS)('%s: every clause stands in the text as issued, word for word', (bureau) => {
    expect(quoteProblems(regulations[bureau]!, textOf(bureau))).toEqual([]);
    const [clause = ''] = Object.keys(regulations[bureau]!.clauses);
    expect(quoteProblems({ clauses: { [clause]: '本条无此文字' } }, textOf(bureau))).toHaveLength(1);
  });

  it.each(BUREAUS)('%s: every rule carries at least one, and none that is not there', (bureau) => {
    const regulation = regulations[bureau]!;
    for (const rule of rulesOf(regulation)) {
      expect(rule.cite, JSON.stringify(rule)).not.toHaveLength(0);
      for (const { quote } of citations(regulation, rule.cite!)) expect(quote).not.toBe('');
    }
    const cited = [...walk(regulation)].filter(
      ({ key, value }) => key === 'cite' && typeof value === 'string',
    );
    for (const { path, value } of cited) expect(regulation.clauses, path).toHaveProperty([String(value)]);
  });

  it.each(BUREAUS)('%s: every number of the law stands in the quote it cites', (bureau) => {
    const { duties, clauses } = regulations[bureau]!;
    const numbers = duties.flatMap(({ id, basis, terms }) =>
      terms.flatMap(({ cite, limit }) => {
        if (basis !== 'law') return [];
        const length = limit.kind === 'within' ? limit.within : limit.kind === 'every' ? limit.every : null;
        return typeof length === 'string'
          ? [{ id, length: lengthInChinese(length).replace(/^1周/, '周'), cite }]
          : [];
      }),
    );
    const missing = numbers.filter(
      ({ length, cite }) => !cite.some((clause) => clauses[clause]!.includes(length)),
    );
    expect(missing).toEqual([]);
  });

  it.each(levels)(
    '%s at %s: every duty of the schedule, and every one that is cancelled',
    (bureau, level) => {
      const { regulation, file } = opened(bureau, level);
      const { duties, cancelled } = file.schedule();
      expect(duties.length).toBeGreaterThan(0);
      for (const { duty, cite } of [...duties, ...cancelled]) {
        const quotes = citations(regulation, cite).map(({ quote }) => quote);
        expect(quotes, duty).not.toHaveLength(0);
        for (const quote of quotes)
          expect(textOf(bureau).replace(/\s/g, '')).toContain(quote.split('\n')[0]!.replace(/\s/g, ''));
      }
    },
  );

  it.each(levels)(
    '%s at %s: every notice of four days, by its duty or by the rule on the command that made it',
    (bureau, level) => {
      const { regulation, file } = opened(bureau, level);
      file.runTo('03-06 08:00');
      const notices = file.log.flatMap(({ command, events }) =>
        events.flatMap((event) =>
          event.type === 'NoticesMade' ? event.notices.map((notice) => ({ command, notice })) : [],
        ),
      );
      expect(notices.length).toBeGreaterThan(0);
      for (const { command, notice } of notices) {
        const cite =
          notice.duty === undefined
            ? regulation.authorities.filter((each) => each.command === command).flatMap((each) => each.cite)
            : (file.duty(notice.duty)?.cite ?? []);
        expect(citations(regulation, cite), notice.key).not.toHaveLength(0);
      }
    },
  );

  type Named = [name: string, state: AslState][];
  const statesOf = (states: Record<string, AslState>): Named =>
    Object.entries(states).flatMap(
      ([name, state]): Named => [
        [name, state],
        ...(state.Branches ?? []).flatMap((branch) => statesOf(branch.States)),
      ],
    );
  const commentsOf = ({ Comment, States }: AslDefinition): [string, string][] => [
    ['the machine', String(Comment)],
    ...statesOf(States).map(([name, state]): [string, string] => [name, String(state.Comment)]),
  ];

  it.each(BUREAUS)('%s: every state of every machine, and a quote where it waits', async (bureau) => {
    const { clauses } = regulations[bureau]!;
    const quotesOf = Map.groupBy(Object.entries(clauses), ([key]) => shortClause(regulations[bureau]!, key));
    const machines = await loadDefinitions(bureau);
    const names = clockedLevels(regulations[bureau]!).map(({ id }) => machineName(bureau, id));
    expect(Object.keys(machines).sort()).toEqual(names.sort());
    for (const definition of Object.values(machines)) {
      for (const [name, comment] of commentsOf(definition)) {
        const cited = /依据:([^。]+)/.exec(comment)?.[1]?.split(';') ?? [];
        expect(cited, name).not.toHaveLength(0);
        for (const clause of cited) expect([...quotesOf.keys()], name).toContain(clause);
        const [, quote] = /原文:“([^”…]*)/.exec(comment) ?? [];
        const among = quotesOf.get(cited[0]!)!.map(([, text]) => text.replaceAll('\n', ''));
        if (quote !== undefined) expect(among, name).toContainEqual(expect.stringContaining(quote));
        if (/·等待(时限|提醒)|·逾期等待|·立即办理/.test(name) && !name.startsWith('其余'))
          expect(quote, name).toBeTruthy();
      }
    }
  });
});
