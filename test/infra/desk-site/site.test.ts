import { execFileSync } from 'node:child_process';
import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { serveFiles } from '../../../functions/serve-files/handler.ts';
import type { PackedFile } from '../../../functions/serve-files/packed-file.ts';
import { deskSiteOf } from '../../../infra/desk-site/site.ts';
import { apiEvent } from '../../../infra/local/api-event.ts';
import { describedCommands } from '../../../infra/openapi/commands.ts';
import { deskPlaceOf } from '../../../infra/settings/desk-place.ts';
import { exampleSettings } from '../../../infra/settings/example-settings.ts';
import type { Settings } from '../../../infra/settings/settings.ts';
import type { DeskConfig } from '../../../shared/contracts/desk/config.ts';
import type { DeskForms, FormField } from '../../../shared/contracts/desk/forms.ts';
import { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { fileAt, jsonAt, textOf } from './packed.ts';

const siteFor = (regulation: Regulation, identity: Partial<Settings['identity']> = {}): PackedFile[] => {
  const example = exampleSettings();
  const place = deskPlaceOf({ ...example, identity: { ...example.identity, ...identity } });
  return deskSiteOf(regulation, { authorization: 'signature', hasReceipts: true }, place);
};
const configIn = (files: readonly PackedFile[]): DeskConfig => jsonAt(files, '/desk/config.json');
const get = async (files: readonly PackedFile[], path: string) => {
  const { statusCode, headers = {} } = await serveFiles(files)(
    apiEvent({ method: 'GET', path }),
    {} as Context,
  );
  return { status: statusCode, headers };
};

describe.each(Object.values(regulations))('the desk of $id', (regulation) => {
  const files = siteFor(regulation);
  const config = configIn(files);

  it('knows whose it is, and every level by its name, its short name and its colour', () => {
    expect(config).toMatchObject({
      api: '',
      bureau: { id: regulation.id, name: regulation.bureau, short: regulation.smsSignature },
      zone: 'Asia/Shanghai',
      shiftHours: 12,
      isExample: false,
    });
    const levels = regulation.scales.flatMap(({ levels }) => levels);
    expect(Object.keys(config.levels).sort()).toEqual(levels.map(({ id }) => id).sort());
    for (const { id, short, name, colour, clocked } of levels) {
      expect(config.levels[id]).toMatchObject({ short, name, clocked });
      expect(config.levels[id]!.colour === null, `${id} ${colour}`).toBe(colour === null);
    }
    // The graver level of the first scale stands above the one before it, and above every level of the others.
    const [first, ...others] = regulation.scales.map((scale) =>
      scale.levels.map(({ id }) => config.levels[id]!.rank),
    );
    expect(first).toEqual([...first!].sort((one, other) => one - other));
    expect(Math.min(...first!)).toBeGreaterThan(Math.max(-1, ...others.flat()));
  });

  it('has every file that it names, to be kept for ever; the page and what names them are asked for anew', async () => {
    const { forms, regulation: view, pictures } = config.files;
    for (const path of [forms, view, ...Object.values(pictures)]) {
      const { status, headers } = await get(files, path);
      expect([status, headers['cache-control']], path).toEqual([200, 'public, max-age=31536000, immutable']);
    }
    for (const path of ['/', '/desk/config.json', '/desk/cases/LZ2026-0001', '/desk/licences.txt'])
      expect((await get(files, path)).headers['cache-control'], path).toBe('no-cache');
    expect(
      files.filter(({ path }) => path !== '/' && !/^\/desk\/[\w-]+\.(js|css|json|svg|txt)$/.test(path)),
    ).toEqual([]);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  });

  it('has the regulation as the command prints it', () => {
    const view = jsonAt<RegulationView>(files, config.files.regulation);
    expect(RegulationView.parse(view).id).toBe(regulation.id);
    const printed = execFileSync(process.execPath, ['infra/commands/regulation.ts', regulation.id, '--json']);
    expect(view).toEqual(JSON.parse(String(printed)));
  });

  it('has every command’s form, and every list that one chooses from', () => {
    const { commands, opening, lists } = jsonAt<DeskForms>(files, config.files.forms);
    const types = [...Object.keys(commands), opening.type];
    expect(types.sort()).toEqual(Object.keys(describedCommands(regulation)).sort());
    const listsIn = (fields: readonly FormField[]): string[] =>
      fields.flatMap(({ list, fields: inner = [] }) => [
        ...(list === undefined ? [] : [list]),
        ...listsIn(inner),
      ]);
    for (const { type, fields } of [...Object.values(commands), opening])
      for (const list of listsIn(fields)) expect(lists, type).toHaveProperty(list);
  });

  it('has a picture of each level with clocks, in which a state is found by its name', () => {
    const clocked = Object.entries(config.levels).flatMap(([id, { clocked }]) => (clocked ? [id] : []));
    expect(Object.keys(config.files.pictures).sort()).toEqual(clocked.sort());
    for (const path of Object.values(config.files.pictures)) {
      const picture = textOf(fileAt(files, path));
      expect(picture).toContain('<g data-state="排定时限"');
      expect(picture).not.toMatch(/<style|\sstyle=|<script/);
    }
  });
});

describe('the log-in at a deployed desk', () => {
  const { hohhot } = regulations;

  it('is at the issuer that the settings name, as the client that they name', async () => {
    const files = siteFor(hohhot!, {
      issuer: 'https://sso.example.org/realms/office',
      clientId: 'desk',
      scopes: ['openid', 'roles'],
      origins: ['https://token.example.org'],
    });
    expect(configIn(files).login).toEqual({
      exchange: 'browser',
      issuer: 'https://sso.example.org/realms/office',
      clientId: 'desk',
      scopes: ['roles'],
    });
    for (const path of ['/', '/desk/back'])
      expect(String((await get(files, path)).headers['content-security-policy'])).toContain(
        "connect-src 'self' https://sso.example.org https://token.example.org;",
      );
    const { headers } = await get(files, '/desk/config.json');
    expect(String(headers['content-security-policy'])).toContain("connect-src 'self';");
  });

  it('is none where the desk is not registered', async () => {
    const files = siteFor(hohhot!, { clientId: undefined });
    expect(configIn(files).login).toEqual({ exchange: 'none' });
    const { headers } = await get(files, '/');
    expect(String(headers['content-security-policy'])).toContain("connect-src 'self';");
  });
});
