import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { missingLists } from '../../../infra/settings/calendar-check.ts';
import { calendarWarning, dayIn } from '../../../infra/settings/calendar-gate.ts';
import { calendar } from '../../../shared/deadlines/days/lists.ts';
import { needsHolidayLists } from '../../../shared/deadlines/days/reading.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { termOf } from '../../support/data-faults.ts';
import { water } from '../../support/sixth-bureau.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const knownUntil = (last: number) => ({ isKnown: (year: number): boolean => year <= last });
const beijing = (local: string): Date => new Date(`${local}+08:00`);
/** Without the working days that it has. */
const plain = (change: (copy: Regulation) => void = () => undefined): Regulation => {
  const copy = structuredClone(water);
  termOf(copy, 'writtenReport', 1).limit = { kind: 'within', within: 'PT72H' };
  change(copy);
  return copy;
};

describe('what needs holiday lists', () => {
  it.each<[string, boolean, Regulation]>([
    ['a limit in working days', true, water],
    ['none', false, plain()],
    [
      'a limit in days, whose last day may be one of rest',
      true,
      plain((copy) => {
        termOf(copy, 'oralReport').limit = { kind: 'within', within: 'P3D' };
      }),
    ],
    [
      'an extension to working days',
      true,
      plain((copy) => {
        termOf(copy, 'oralReport').limit = {
          kind: 'within',
          within: 'PT2H',
          extension: { upTo: '5WD', cite: ['办法 第四条'] },
        };
      }),
    ],
    [
      'office hours',
      true,
      plain((copy) => {
        termOf(copy, 'oralReport').limit = { kind: 'within', within: 'PT2H', deferral: 'policy' };
      }),
    ],
    [
      'an extension without a maximum',
      false,
      plain((copy) => {
        termOf(copy, 'oralReport').limit = {
          kind: 'within',
          within: 'PT2H',
          extension: { upTo: null, cite: ['办法 第四条'] },
        };
      }),
    ],
  ])('%s: %s', (_, expected, regulation) => expect(needsHolidayLists(regulation)).toBe(expected));

  it('is 雷州 and 南宁 of the five bureaus', () => {
    expect(
      Object.values(regulations)
        .filter(needsHolidayLists)
        .map(({ id }) => id),
    ).toEqual(['leizhou', 'nanning']);
  });
});

describe('a deployment', () => {
  it('goes by the bureau’s own day', () => {
    expect(dayIn('Asia/Shanghai', new Date('2026-11-01T15:59:59Z'))).toBe('2026-11-01');
    expect(dayIn('Asia/Shanghai', new Date('2026-11-01T16:00:00Z'))).toBe('2026-11-02');
  });

  it('is warned, however late it is', () => {
    expect(calendarWarning(water, beijing('2026-11-02T00:00:00'), knownUntil(2026))).toMatch(
      /^注意:缺少2027年/,
    );
    expect(calendarWarning(water, beijing('2026-11-02T00:00:00'), knownUntil(2027))).toBe('');
    expect(calendarWarning(plain(), beijing('2030-06-01T00:00:00'), knownUntil(2026))).toBe('');
  });

  it.each(['hohhot', 'nanning'])('of %s goes on, whatever today’s calendar lacks', (id) => {
    const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
    try {
      const example = JSON.parse(readFileSync(`${root}deployment.example.json`, 'utf8')) as object;
      writeFileSync(
        join(folder, 'deployment.json'),
        JSON.stringify({ ...example, bureau: id, regulation: id }),
      );
      const regulation = regulations[id]!;
      const today = dayIn(regulation.zone, new Date());
      const message = missingLists(today, calendar.isKnown);
      const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
        cwd: root,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          CDK_VALIDATION: process.env.CDK_VALIDATION,
          CDK_OUTDIR: join(folder, 'out'),
          CDK_CONTEXT_JSON: JSON.stringify({
            deployment: join(folder, 'deployment.json'),
            'aws:cdk:bundling-stacks': [],
          }),
        },
      });
      const isNeeded = needsHolidayLists(regulation);
      expect(status, stderr).toBe(0);
      expect(stderr.includes('放假安排')).toBe(isNeeded && message !== '');
      expect(stderr).not.toMatch(/\n\s+at /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
