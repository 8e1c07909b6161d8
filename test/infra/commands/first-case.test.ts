import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { requestFor } from '../../../infra/desk-command/request.ts';
import { loadDefinitions } from '../../../infra/local/definitions/load.ts';
import { exampleRoster } from '../../../infra/local/people.ts';
import { rehearse } from '../../../infra/local/rehearsal/run.ts';
import { Scenario } from '../../../infra/local/rehearsal/scenario.ts';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('docs/terminal.md', root), 'utf8');
const story = page.slice(page.indexOf('## A case from beginning to end'));
/** The lines of the first block that is typed, up to what the push sends. */
const typed = /```sh\n([\s\S]*?)```/.exec(story)![1]!.trim().split('\n');
const shown = [...story.matchAll(/^\[短信\] .* → (\S+) (【.*)$/gm)].map(([, to, text]) => ({ to, text }));

it('the messages that the page of the terminal shows are those that its first case brings', async () => {
  const start = Date.parse('2026-11-20T02:00:00Z');
  const { items } = JSON.parse(readFileSync(new URL('examples/leizhou.json', root), 'utf8')) as {
    items: unknown[];
  };
  const steps = typed.flatMap((line, index): object[] => {
    const at = new Date(start + (index + 1) * 5000);
    if (line.includes('run push')) return [{ at: at.toISOString(), push: { items }, case: 'A' }];
    const [as, ...words] = line.replace('npm run desk -- ', '').split(' ');
    const { body } = requestFor(words, at);
    return body === undefined ? [] : [{ at: at.toISOString(), as, do: body }];
  });
  expect(steps.length).toBeGreaterThan(6);
  const scenario = Scenario.parse({
    title: 'terminal',
    start: new Date(start).toISOString(),
    until: new Date(start + 120_000).toISOString(),
    steps,
  });
  const { timeline } = await rehearse(scenario, await loadDefinitions('leizhou'));
  expect(timeline.filter(({ kind }) => kind === 'refused')).toEqual([]);
  const sent = timeline.flatMap(({ kind, text, data }) =>
    kind === 'sms' ? [`${text} → ${String(data?.to)}`] : [],
  );
  const people = Object.values(exampleRoster().roles).flat();
  expect(shown.length).toBe(2);
  for (const { to, text } of shown)
    expect(sent).toContain(`${text} → ${people.find(({ mobile }) => mobile === to)?.name}`);
});
