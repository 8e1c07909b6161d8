import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const entry = fileURLToPath(new URL('../../../infra/commands/cost.ts', import.meta.url));

it.each([
  [['--mix', 'violet=3'], /^--mix 中没有级别“violet”.*。\n$/],
  [['--prices', 'none.json'], /^价格文件 none\.json 无法读取。\n$/],
])('ends with code 1 and one sentence for %j', (args, sentence) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(sentence);
});
