import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { calendarFaults, WARN_DAYS } from '../../../infra/settings/calendar-check.ts';
import {
  calendarWarning,
  checkCalendar,
  countsWorkingTime,
  dayIn,
} from '../../../infra/settings/calendar-gate.ts';
import { DeploymentRefused } from '../../../infra/settings/settings.ts';
import { calendar } from '../../../shared/deadlines/due.ts';
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
  termOf(copy, 'writtenReport', 1).limit = { kind: 'within', within: 'P3D' };
  change(copy);
  return copy;
};

describe('what counts working time', () => {
  it.each<[string, boolean, Regulation]>([
    ['a limit in working days', true, water],
    ['none', false, plain()],
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
  ])('%s: %s', (_, expected, regulation) => expect(countsWorkingTime(regulation)).toBe(expected));

  it('is 南宁 of the five bureaus', () => {
    expect(
      Object.values(regulations)
        .filter(countsWorkingTime)
        .map(({ id }) => id),
    ).toEqual(['nanning']);
  });
});

describe('a deployment', () => {
  it('says nothing while the lists that it needs are there', () => {
    expect(checkCalendar(water, beijing('2026-12-31T23:59:59'), knownUntil(2027))).toBe('');
  });

  it('warns of next year’s list, and is refused from the day on that it is needed soon', () => {
    const lastDay = checkCalendar(water, beijing('2026-11-01T23:59:59'), knownUntil(2026));
    expect(lastDay).toMatch(/^注意:缺少2027年的放假安排/);
    expect(lastDay).toContain(`还有${WARN_DAYS + 1}天开始`);
    expect(() => checkCalendar(water, beijing('2026-11-02T00:00:00'), knownUntil(2026))).toThrow(
      DeploymentRefused,
    );
    expect(() => checkCalendar(water, beijing('2026-11-02T00:00:00'), knownUntil(2026))).toThrow(
      /^缺少2027年的放假安排\(2027年还有60天开始\),不能部署/,
    );
  });

  it('goes on all the same when somebody says that this year’s list has not been announced', () => {
    const on = (local: string, accepted?: string) =>
      checkCalendar(water, beijing(local), knownUntil(2026), accepted);
    expect(() => on('2026-12-31T23:59:59')).toThrow(
      '通知尚未公布而必须部署的,请加 -c withoutCalendarOf=2027;公布后须即填入并再次部署。',
    );
    expect(on('2026-12-31T23:59:59', '2027')).toMatch(
      /^注意:缺少2027年[\s\S]*已按 -c withoutCalendarOf=2027 照常部署/,
    );
    // Not for another year, and not once the year has begun: then the list is there.
    expect(() => on('2026-12-31T23:59:59', '2026')).toThrow(DeploymentRefused);
    expect(() => on('2027-01-01T00:00:00', '2027')).toThrow(
      /^缺少2027年、2028年的放假安排\(2027年已经开始\),不能部署/,
    );
    expect(on('2026-11-01T00:00:00', '2027')).not.toContain('照常部署');
  });

  it('goes by the bureau’s own day', () => {
    expect(dayIn('Asia/Shanghai', new Date('2026-11-01T15:59:59Z'))).toBe('2026-11-01');
    expect(dayIn('Asia/Shanghai', new Date('2026-11-01T16:00:00Z'))).toBe('2026-11-02');
  });

  it('needs no list where no limit counts working time', () => {
    expect(checkCalendar(plain(), beijing('2030-06-01T00:00:00'), knownUntil(2026))).toBe('');
  });

  it('on this machine only warns, however late it is', () => {
    expect(calendarWarning(water, beijing('2026-11-02T00:00:00'), knownUntil(2026))).toMatch(
      /^注意:缺少2027年/,
    );
    expect(calendarWarning(water, beijing('2026-11-02T00:00:00'), knownUntil(2027))).toBe('');
    expect(calendarWarning(plain(), beijing('2030-06-01T00:00:00'), knownUntil(2026))).toBe('');
  });

  it.each(['leizhou', 'nanning'])('of %s is stopped by today’s calendar or not', (id) => {
    const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
    try {
      const example = JSON.parse(readFileSync(`${root}deployment.example.json`, 'utf8')) as object;
      writeFileSync(
        join(folder, 'deployment.json'),
        JSON.stringify({ ...example, bureau: id, regulation: id }),
      );
      const regulation = regulations[id]!;
      const today = dayIn(regulation.zone, new Date());
      const { refuse, message } = calendarFaults(today, calendar.isKnown);
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
      const isNeeded = countsWorkingTime(regulation);
      expect(status, stderr).toBe(isNeeded && refuse ? 1 : 0);
      expect(stderr.includes('放假安排')).toBe(isNeeded && message !== '');
      expect(stderr).not.toMatch(/\n\s+at /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
