import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedDocuments } from '../../../infra/docs/documents.ts';
import { GENERATED } from '../../../infra/docs/regulation/markdown.ts';
import { allSections } from '../../../infra/docs/regulation/sections.ts';
import { printSections } from '../../../infra/docs/regulation/terminal.ts';
import { regulationDocuments } from '../../../infra/docs/regulation-documents.ts';
import { viewOf } from '../../../infra/docs/views/view-of.ts';
import { loadDefinitions } from '../../../infra/local/definitions/load.ts';
import { Settings } from '../../../infra/settings/settings.ts';
import { clockedDuties } from '../../../shared/deadlines/clocks.ts';
import { templates } from '../../../shared/notices/templates.ts';
import { machineOf } from '../../../shared/pictures/workflow/machine.ts';
import { drawWorkflow } from '../../../shared/pictures/workflow/picture.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { clockedLevels, levelOf, shortClause } from '../../../shared/regulations/lookup.ts';
import { inChinese } from '../../../shared/time/instants.ts';
import { dutyTitle, OTHERS_TITLE } from '../../../statemachines/state-names.ts';
import { leizhou } from '../../support/bureaus.ts';
import { water } from '../../support/sixth-bureau.ts';
import { DEPLOYMENTS, synthesize } from '../templates.ts';

/** As they are and as they should be; made once, which synthesizes the machines of every bureau. */
const documents = generatedDocuments();
const root = new URL('../../../', import.meta.url);
const levels = clockedLevels(leizhou);
/** The alarms of every kind of deployment, without the bureau's name; those of a level without the level. */
const alarmNames = (): Set<string> =>
  new Set(
    Object.values(DEPLOYMENTS).flatMap((more) =>
      Object.values(synthesize(more).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) =>
        String(Properties.AlarmName)
          .replace(/^leizhou-/, '')
          .replace(new RegExp(`-(${levels.map(({ id }) => id).join('|')})$`), ''),
      ),
    ),
  );
const readme = readFileSync(new URL('README.md', root), 'utf8');
const page = readFileSync(new URL('docs/regulations/leizhou.md', root), 'utf8');

describe('the generated documents', () => {
  it('are up to date, the state machines among them', () => {
    expect(documents.map(({ path }) => path)).toContain('statemachines/generated/yinzhou/major.json');
    const stale = documents.filter(({ present, wanted }) => present !== wanted);
    expect(stale.map(({ path }) => path)).toEqual([]);
  });

  const numeric = leizhou.duties.flatMap((duty) =>
    duty.terms.flatMap(({ name = duty.name, levels, limit, cite }) => {
      if (limit.kind === 'within') return [{ name, levels, text: `${inChinese(limit.within)}内`, cite }];
      if (limit.kind === 'every' && typeof limit.every === 'string')
        return [{ name, levels, text: `每${inChinese(limit.every)}`, cite }];
      return [];
    }),
  );
  it.each(numeric)(
    'the page says $text for $name at $levels, with its clauses',
    ({ name, levels, text, cite }) => {
      const short = levels.map((id) => levelOf(leizhou, id).short).join('');
      const row = page
        .split('\n')
        .find((line) => line.startsWith(`| ${short} | ${name} |`) && line.includes(text));
      expect(row).toBeDefined();
      for (const clause of cite) expect(row).toContain(`[${shortClause(leizhou, clause)}]`);
    },
  );

  it('show every setting', () => {
    for (const { id } of leizhou.settings) expect(page).toContain(`| ${id} |`);
  });

  it('can draw every level', async () => {
    const definitions = await loadDefinitions('leizhou');
    for (const { id } of levels) {
      const [first] = clockedDuties(leizhou, id);
      const shown = first === undefined ? OTHERS_TITLE : dutyTitle(first);
      expect(drawWorkflow(machineOf(definitions[`leizhou-${id}`]!), 'x', shown)).toContain('移交新级别');
    }
  });

  /** What a program prints for a thing that is not there; pages that people write speak of what may be `null`. */
  const NOTHING = /undefined|NaN|\[object|\bnull\b/;
  it('print nothing for what is not there, in no bureau', () => {
    const written = documents.filter(
      ({ path }) =>
        path.startsWith('docs/') &&
        !['docs/api.md', 'docs/operations.md', 'docs/openapi.json'].includes(path),
    );
    // In JSON null is a value; nothing else is printed there either.
    const { wanted } = documents.find(({ path }) => path === 'docs/openapi.json')!;
    expect(wanted!.split('\n').filter((line) => /undefined|NaN|\[object/.test(line))).toEqual([]);
    const printed = Object.values(regulations).map((each) =>
      printSections(allSections(viewOf(each), 'full')),
    );
    const lines = [...written.map(({ wanted }) => wanted ?? ''), ...printed].flatMap((text) =>
      text.split('\n'),
    );
    expect(lines.filter((line) => NOTHING.test(line))).toEqual([]);
  });
  it('say of a duty that a decision begins which decision that is', () => {
    const pictures = regulationDocuments([leizhou]).filter(({ path }) => path.endsWith('orange.svg'));
    expect(pictures[0]?.wanted).toContain('自决定“是否向湛江市局或市委、市政府报告”起');
  });

  it('name what was generated for a bureau that is no more, and nothing that a person wrote', () => {
    const others = Object.keys(regulations).filter((id) => id !== leizhou.id);
    const gone = regulationDocuments([leizhou]).filter(({ wanted }) => wanted === null);
    const paths = gone.map(({ path }) => path);
    for (const id of others) expect(paths).toContain(`docs/regulations/${id}.md`);
    expect(paths.filter((path) => /leizhou|README|texts/.test(path))).toEqual([]);
    expect(gone.every(({ present }) => present.includes(GENERATED))).toBe(true);
  });

  it('have a page for every bureau, which the list of them names', () => {
    const documents = regulationDocuments(Object.values(regulations));
    const index = documents.find(({ path }) => path === 'docs/regulations/README.md');
    for (const { id, bureau } of Object.values(regulations)) {
      expect(documents.map(({ path }) => path)).toContain(`docs/regulations/${id}.md`);
      expect(index?.wanted).toContain(`[${bureau}](${id}.md)`);
    }
  });

  it('have the page and pictures of a bureau as soon as it is registered', () => {
    const paths = regulationDocuments([leizhou, water]).flatMap(({ path, wanted }) =>
      wanted?.includes(GENERATED) ? [path] : [],
    );
    expect(paths).toContain(`docs/regulations/${water.id}.md`);
    for (const { id } of clockedLevels(water))
      expect(paths).toContain(`docs/regulations/${water.id}-${id}.svg`);
  });

  it('show every picture that is made, and no other', () => {
    const documents = regulationDocuments(Object.values(regulations));
    const made = documents.filter(({ path, wanted }) => wanted !== null && path.endsWith('.svg'));
    const shown = documents.flatMap(({ wanted }) =>
      [...(wanted ?? '').matchAll(/!\[[^\]]*\]\(([^)]+\.svg)\)/g)].map(
        ([, file]) => `docs/regulations/${file}`,
      ),
    );
    expect(shown.sort()).toEqual(made.map(({ path }) => path).sort());
  });
});

describe('the README', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const BUILT_IN = ['ci', 'start', 'test', 'run'];

  it('names only npm scripts that exist', () => {
    const run = [...readme.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name!);
    expect(run.length).toBeGreaterThan(3);
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
    const direct = [...readme.matchAll(/npm (?!run\b)([a-z]+)/g)].map(([, name]) => name!);
    expect(direct.filter((name) => !BUILT_IN.includes(name) && scripts[name] === undefined)).toEqual([]);
  });

  it('names only files that exist', () => {
    const folders = 'docs|examples|functions|infra|rehearsals|shared|statemachines|test';
    const paths = [...readme.matchAll(new RegExp(`(?<![\\w./-])(?:${folders})/[\\w./-]*[\\w/]`, 'g'))].map(
      ([path]) => path,
    );
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});

describe('the handbook', () => {
  const handbook = readFileSync(new URL('docs/operations.md', root), 'utf8');

  it.each([
    ['an alarm', [...alarmNames()]],
    ['a setting', Object.keys(Settings.shape)],
    ['a template of a message', Object.values(templates).map(({ id }) => id)],
    ['an output', Object.keys(synthesize().findOutputs('*'))],
  ])('leaves out no %s', (_, names) => {
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => !handbook.includes(name))).toEqual([]);
  });
});
