import { describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import { regulationInForce, regulationOf, regulations, versions } from '../../shared/regulations/index.ts';
import { settingsOf } from '../../shared/regulations/lookup.ts';
import { withSettings } from '../../shared/regulations/settings.ts';
import { type ChosenSettings, readVersion } from '../../shared/regulations/version.ts';
import { at } from '../support/case-file.ts';
import { createOffice } from '../support/office.ts';
import { caseIn, scheduleIn } from '../support/told.ts';
import { BUREAUS, type Bureau, openCase } from './bureau-case.ts';

const choices: [Bureau, ChosenSettings, string][] = [
  ['leizhou', { promptCountsAsAssigned: false }, ';promptCountsAsAssigned=false'],
  [
    'nanning',
    { netizenDeferral: 'shiftEnd', browseEvery: 'P1W' },
    ';browseEvery=%22P1W%22;netizenDeferral=%22shiftEnd%22',
  ],
  [
    'nanning',
    { officeHours: '08:30-12:00 14:30-18:00' },
    ';officeHours=%2208%3A30-12%3A00%2014%3A30-18%3A00%22',
  ],
  ['hohhot', { earliestBlocks: true }, ';earliestBlocks=true'],
  ['petition', { notifyFromLevel: true }, ';notifyFromLevel=true'],
  ['yinzhou', { writtenFromOralDue: false }, ';writtenFromOralDue=false'],
];

describe('P30 versioned regulation: a case keeps its version and settings', () => {
  it.each(BUREAUS)(
    '%s: the version and the day it holds from stand in the data and in each case',
    (bureau) => {
      const { version, effectiveOn } = regulations[bureau]!;
      expect(effectiveOn).not.toBe('');
      const opened = openCase(
        bureau,
        regulations[bureau]!.scales[0]!.levels.find(({ clocked }) => clocked)!.id,
      );
      expect(opened.file.state.regulation).toEqual({ id: bureau, version });
      expect(regulationOf(bureau, version)).toBe(versions.find(({ id }) => id === bureau));
    },
  );

  it.each(choices)(
    '%s: %o becomes part of the version and is read back from it',
    (bureau, chosen, suffix) => {
      const plain = regulations[bureau]!;
      const own = withSettings(plain, chosen);
      expect(own.version).toBe(`${plain.version}${suffix}`);
      expect(readVersion(own.version)).toEqual({ own: plain.version, chosen });
      const found = regulationOf(bureau, own.version);
      expect(settingsOf(found)).toEqual({ ...settingsOf(plain), ...chosen });
      expect(regulationOf(bureau, own.version)).toBe(found);
      expect(regulationInForce(bureau, chosen).version).toBe(own.version);
      expect(settingsOf(regulationOf(bureau, plain.version))).toEqual(settingsOf(plain));
    },
  );

  it('what a bureau chooses as it stands is no other version; what cannot stand is refused, and so is what nobody has', () => {
    expect(withSettings(regulations.hohhot!, { earliestBlocks: false })).toBe(regulations.hohhot);
    expect(() => withSettings(regulations.hohhot!, { earliestBlocks: 'yes' })).toThrow('earliestBlocks');
    expect(() => withSettings(regulations.hohhot!, { lunchBreak: true })).toThrow('没有这个设置');
    expect(() => regulationOf('hohhot', 'v0')).toThrow('没有制度“hohhot”的版本“v0”');
  });

  it('雷州: after the bureau has chosen otherwise an open case goes on by its own settings, a new one by the new', async () => {
    const table = createMemoryTable();
    const before = await createOffice({ table });
    const after = await createOffice({
      table,
      roster: null,
      regulation: regulationInForce('leizhou', { promptCountsAsAssigned: false }),
    });
    const open = async (office: typeof before, key: string): Promise<string> => {
      const sources = [{ kind: 'zhanjiang-prompted', receivedAt: '2026-03-02T07:00:00+08:00' }];
      return caseIn(
        await office.as('officeHead')('POST', '/v1/cases', {
          key,
          title: key,
          level: 'orange',
          unit: 'food',
          sources,
        }),
      ).case;
    };
    const dueOf = async (caseId: string) =>
      scheduleIn(await after.as('officeHead')('GET', `/v1/cases/${caseId}/schedule`)).duties.find(
        ({ duty }) => duty === 'zhanjiangTelephone',
      )?.due;
    const [old, fresh] = [await open(before, 'old'), await open(after, 'fresh')];
    expect([await dueOf(old), await dueOf(fresh)]).toEqual(['2026-03-02T10:00:00+08:00', undefined]);
    const told = await after.as('officeHead')('POST', `/v1/cases/${old}/commands`, {
      type: 'AssignUnit',
      unit: 'drugs',
    });
    expect(caseIn(told).regulation).toEqual({ id: 'leizhou', version: '2024-05-30' });
    expect(await dueOf(old)).toBe('2026-03-02T10:00:00+08:00');
  });

  it('鄞州: two cases side by side, each by the reading it was opened under (X44)', () => {
    const instants = { occurredAt: '03-02 07:55' };
    expect(openCase('yinzhou', 'major', { instants }).due('writtenReport')).toBe(at('03-02 08:30'));
    const settings = { writtenFromOralDue: false };
    expect(openCase('yinzhou', 'major', { instants, settings }).due('writtenReport')).toBeNull();
  });
});
