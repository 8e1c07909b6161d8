import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../../../infra/local/definitions/load.ts';
import { rehearse } from '../../../../infra/local/rehearsal/run.ts';
import { readScenario } from '../../../../infra/local/rehearsal/scenario.ts';
import { type Banner, bannerText } from '../../../../infra/local/server/banner.ts';
import { exampleFile } from '../../../../infra/local/server/example-file.ts';
import { isNumeric } from '../../../../shared/deadlines/limits.ts';
import { regulations } from '../../../../shared/regulations/index.ts';

const START = '2026-03-02T09:00:00+08:00';

describe.each(Object.keys(regulations))('the example item of %s', (bureau) => {
  const regulation = regulations[bureau]!;

  it('opens a case with clocks under its own rule', async () => {
    const file = exampleFile(bureau)!;
    const items = JSON.parse(readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8')).items;
    const scenario = {
      title: file,
      bureau,
      start: START,
      until: START,
      steps: [{ at: START, push: { items } }],
    };
    const run = await rehearse(readScenario(JSON.stringify(scenario), file), await loadDefinitions(bureau));
    const [caseId, ...others] = Object.values(run.cases);
    expect(others).toEqual([]);
    const state = (await run.system.cases.load(caseId!))!;
    expect(state).toMatchObject({ regulation: { id: bureau }, status: 'open' });
    expect(run.timersLeft).toBeGreaterThan(0);
    const numbered = regulation.duties.filter(({ terms }) => terms.some(({ limit }) => isNumeric(limit)));
    const told = run.timeline.map(({ text }) => text).join('\n');
    expect(
      // Nobody has determined the level yet.
      numbered.some(({ name }) =>
        ['(时限', '(暂定时限', '(参照时限'].some((when) => told.includes(`${name}${when}`)),
      ),
      told,
    ).toBe(true);
  });

  it('is what the start offers, for every shell', () => {
    const banner: Banner = {
      url: 'http://127.0.0.1:8787',
      folder: '.data',
      regulation,
      people: [],
    };
    const said = bannerText(banner, '.data/tokens.env');
    expect(said.split('\n')).toContain(`npm run push -- examples/${bureau}.json`);
    const elsewhere = bannerText({ ...banner, url: 'http://127.0.0.1:9000', folder: 'my data' }, 'x');
    expect(elsewhere.split('\n')).toContain(
      `npm run push -- examples/${bureau}.json --data "my data" --port 9000`,
    );
  });
});

it('a bureau that has no example yet is told how to push one', () => {
  const regulation = { ...regulations.leizhou!, id: 'water' };
  const banner = { url: 'http://127.0.0.1:8787', folder: '.data-water', regulation, people: [] };
  const said = bannerText(banner, 'x').split('\n');
  expect(said).toContain('npm run push -- <文件.json> --data .data-water');
});
