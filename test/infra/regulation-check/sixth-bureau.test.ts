import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkText } from '../../../infra/regulation-check/check-text.ts';
import { byId, type Change, dutyOf, fileAfter, forbid, termOf } from '../../support/data-faults.ts';
import { waterText } from '../../support/sixth-bureau.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const guide = readFileSync(`${root}docs/add-a-bureau.md`, 'utf8');
/** What the guide shows below a command, line by line. */
const shownAfter = (command: string): string[] => {
  const block = guide.split('```').find((each) => each.includes(`$ ${command}`));
  return block?.trim().split('\n').slice(1) ?? [];
};

let folder: string;
const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });

describe('the guide to a new bureau, done in a copy of the project', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sixth-bureau-'));
    for (const each of ['shared', 'infra', 'functions', 'statemachines', 'docs', 'rehearsals'])
      cpSync(`${root}${each}`, join(folder, each), { recursive: true });
    for (const each of [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'cdk.json',
      'deployment.example.json',
    ])
      cpSync(`${root}${each}`, join(folder, each));
    symlinkSync(`${root}node_modules`, join(folder, 'node_modules'));
    for (const each of ['.tmp', 'test']) mkdirSync(join(folder, each));
    const fixture = (name: string) => `${root}test/fixtures/${name}`;
    cpSync(fixture('sixth-bureau.json'), join(folder, 'water.json'));
    cpSync(fixture('sixth-bureau.txt'), join(folder, 'docs/regulations/texts/water.txt'));
    cpSync(fixture('sixth-bureau-rehearsal.json'), join(folder, 'rehearsals/water-major.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('checks the data file, quotes and all', () => {
    const { status, stdout, stderr } = run('infra/commands/regulation.ts', 'check', 'water.json');
    expect(status, stderr).toBe(0);
    expect(stdout.trim().split('\n')).toEqual(shownAfter('npm run --silent regulation -- check water.json'));
  });

  it('registers it, and knows the bureau from then on', () => {
    const unknown = run('infra/commands/regulation.ts', 'water');
    expect(unknown.status).toBe(1);
    const { status, stdout, stderr } = run('infra/commands/regulation.ts', 'register', 'water.json');
    expect(status, stderr).toBe(0);
    expect(stdout.trim().split('\n')).toEqual(
      shownAfter('npm run --silent regulation -- register water.json'),
    );
    const shown = run('infra/commands/regulation.ts', 'water');
    expect(shown.status, shown.stderr).toBe(0);
    for (const each of ['口头报告核实情况', '2小时内', '办法第5条']) expect(shown.stdout).toContain(each);
  });

  it('makes its state machines with the documents; until then, what is missing or damaged is told', () => {
    const machine = 'statemachines/generated/water/general.json';
    const told = `未能启动:状态机文件 ${machine} 缺失或已损坏,请运行 npm run docs 重新生成\n`;
    const start = () => run('infra/commands/start.ts', '--bureau', 'water', '--data', '.tmp/early');
    expect(start().stderr).toContain(told);
    mkdirSync(join(folder, machine, '..'));
    writeFileSync(join(folder, machine), '{"StartAt":"开始"');
    expect(start().stderr).toContain(told);
    const { status, stdout, stderr } = run('infra/commands/docs.ts');
    expect(status, stderr).toBe(0);
    for (const path of [machine, 'docs/regulations/water.md']) expect(stdout).toContain(`已写入 ${path}`);
    expect(run('infra/commands/docs.ts', '--check').stdout).toBe('文档和状态机定义均为最新\n');
  });

  it('rehearses the bureau through its own state machines', () => {
    const { status, stdout, stderr } = run('infra/commands/rehearse.ts', 'rehearsals/water-major.json');
    expect(status, stderr).toBe(0);
    const shown = shownAfter('npm run --silent rehearse -- rehearsals/water-major.json');
    expect(shown.length).toBeGreaterThan(5);
    const played = stdout.split('\n');
    expect(shown.filter((line) => !played.includes(line))).toEqual([]);
    expect(stdout).toContain('流程 QHSW2026-0001-major-1 正常结束');
    expect(stdout).not.toMatch(/故障|undefined|[a-z]+At[::]/);
  });

  it('runs the bureau on this machine', async () => {
    const server = spawn(
      process.execPath,
      ['infra/commands/start.ts', '--bureau', 'water', '--data', '.tmp/data'],
      {
        cwd: folder,
        env: { ...process.env, PORT: '0' },
      },
    );
    let said = '';
    server.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    try {
      await new Promise<void>((resolve, reject) => {
        server.stdout.on('data', (chunk) => {
          said += String(chunk);
          if (/http:\/\/127\.0\.0\.1:\d+/.test(said)) resolve();
        });
        server.on('exit', () => reject(new Error(said)));
      });
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said)!;
      expect((await fetch(`${url}/v1/health`)).status).toBe(200);
    } finally {
      server.removeAllListeners('exit');
      if (server.exitCode === null) {
        const ended = once(server, 'exit');
        server.kill('SIGTERM');
        await ended;
      }
    }
  });

  it('registers a second version beside the first', () => {
    const text = fileAfter((copy) => {
      copy.version = '2027-01-01';
      copy.effectiveOn = '2027-01-01';
    });
    writeFileSync(join(folder, 'next.json'), text);
    const { status, stderr } = run('infra/commands/regulation.ts', 'register', 'next.json');
    expect(status, stderr).toBe(0);
    const list = readFileSync(join(folder, 'shared/regulations/bureaus.ts'), 'utf8');
    expect(list).toMatch(/\bwater,\s+water20270101\b/);
  });
});

describe('the mistakes that the guide shows', () => {
  const mistakes: [message: string, change: Change][] = [
    [
      'duties[oralReport].limit:没有“limit”这一项',
      (it) => Object.assign(dutyOf(it, 'oralReport'), { limit: {} }),
    ],
    [
      'duties[oralReport].terms[0].limit.within(办法 第五条 口头):“2小时”不对',
      (it) => Object.assign(termOf(it, 'oralReport').limit, { within: '2小时' }),
    ],
    [
      'duties[oralReport].terms[0].cite:没有写条款',
      (it) => {
        termOf(it, 'oralReport').cite = [];
      },
    ],
    [
      'duties[dailyReport].responsible:没有角色“clerk”',
      (it) => {
        dutyOf(it, 'dailyReport').responsible = 'clerk';
      },
    ],
    [
      'clauses.办法 第六条:原文没有“',
      (it) => {
        it.clauses['办法 第六条'] = '第六条 每日续报。';
      },
    ],
    [
      'clauses.办法 第十三条:条款“办法 第十三条”没有规则引用,也未列入 informs',
      (it) => {
        it.clauses['办法 第十三条'] = '第十三条';
      },
    ],
    [
      'informs[0].clause:条款“办法 第一条”既列入 informs,又由 flags[secret] 引用',
      (it) => byId(it.flags, 'secret').cite!.push('办法 第一条'),
    ],
    [
      'routing[clockFault].to[0](办法 第二条 办公室):没有角色“operator”',
      (it) => {
        it.roles = it.roles.filter(({ id }) => id !== 'operator');
      },
    ],
    [
      'routing:没有“hotter”,热度上升不知通知谁',
      (it) => {
        it.routing = it.routing.filter(({ id }) => id !== 'hotter');
      },
    ],
    [
      'settings[nightToldAt].value(办法 第二条 办公室):06:30在夜间时段之内,请改在夜间结束以后',
      (it) => {
        byId(it.settings, 'nightToldAt').value = '06:30';
      },
    ],
    ['authorities:无人有权作出 SetFlags', (it) => forbid(it, 'SetFlags')],
    [
      'duties[dailyReport].terms[0].limit(办法 第六条):级别“major”上无人有权作出 DeclareCalm,重复不会结束',
      (it) => forbid(it, 'DeclareCalm'),
    ],
    [
      'duties[oralReport].terms[0].start[0](办法 第五条 口头):不会从这里起算:无人有权作出 Acknowledge,“acknowledgedAt”不会出现',
      (it) => {
        termOf(it, 'oralReport').start = [{ instant: 'acknowledgedAt' }];
      },
    ],
    [
      'duties[oralReport].fulfilledBy[1](办法 第五条 口头):“口头报告核实情况”无人能这样完成:无人有权作出 RecordMeeting',
      (it) => dutyOf(it, 'oralReport').fulfilledBy.push({ act: 'meeting' }),
    ],
    [
      'duties[warnUnit].terms(办法 第四条):起算互相等待(warnUnit → oralReport → warnUnit)',
      (it) => termOf(it, 'warnUnit').start.push({ after: 'oralReport' }),
    ],
    [
      'scales[severity].levels[grave](办法 第三条):级别“grave”(特大舆情)没有任何职责,也没有说明原因',
      (it) => {
        const { levels } = it.scales[0]!;
        levels.push({
          ...byId(levels, 'major'),
          id: 'grave',
          rank: 3,
          name: '特大舆情',
          cite: ['办法 第三条'],
        });
      },
    ],
  ];

  it.each(mistakes)('%s', (message, change) => {
    expect(guide).toContain(`| \`${message}\` |`);
    const { errors } = checkText(fileAfter(change), waterText);
    expect(
      errors.some((each) => each.replace(/^第\d+行第\d+列 /, '').startsWith(message)),
      errors.join('\n'),
    ).toBe(true);
  });

  it('are all of them', () => {
    const table = guide.slice(guide.indexOf('The usual mistakes:'), guide.indexOf('## 6.'));
    expect(table.split('\n').filter((line) => line.startsWith('| `'))).toHaveLength(mistakes.length);
  });
});

describe('the guide', () => {
  it('names every list of a data file', () => {
    const data = JSON.parse(readFileSync(`${root}test/fixtures/sixth-bureau.json`, 'utf8')) as object;
    expect(Object.keys(data).filter((key) => !new RegExp(`\\b${key}\\b`).test(guide))).toEqual([]);
  });
});
