import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { draftWarning } from '../../../../shared/rules/parts/warnings.ts';
import { texted } from '../../../support/bridge-message.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, caseFile, liaison, officer, opening, suggestion, system } from '../../../support/case-file.ts';
import { missingParts } from '../../../support/whole-acts.ts';

const release: CaseCommand = { type: 'ReleaseWarning', duty: 'warnUnits' };
const open = (level = 'yellow', regulation = leizhou) => {
  const file = caseFile(regulation);
  file.give('03-02 10:30', officer, opening({ level }));
  return file;
};
const lines = (file: ReturnType<typeof caseFile>, until: string) =>
  file.runTo(until).filter((line) => line.includes('warnUnits'));
const templates = (file: ReturnType<typeof caseFile>) =>
  file.log
    .flatMap(({ events }) => events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : [])))
    .filter(({ duty }) => duty === 'warnUnits')
    .map(({ template, role }) => `${template} ${role}`);

describe('leizhou 办法 第十六条 ①: a warning says 趋势、初步分析、处置建议', () => {
  it('is drafted by the system, released by who is on duty, and met by the hand-over', () => {
    const file = open();
    const { duties } = file.schedule();
    const draft = draftWarning(leizhou, file.state, file.duty('warnUnits')!, duties);
    expect(draft?.map(({ part }) => part)).toEqual(['舆情趋势', '初步分析', '处置建议']);
    expect(draft?.every(({ text }) => text !== null)).toBe(true);
    expect(file.give('03-02 10:31', liaison, release).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:31', officer, release);
    expect(file.duty('warnUnits')?.status).toBe('open');
    file.handOver(at('03-02 10:32'));
    expect(file.duty('warnUnits')).toMatchObject({
      status: 'fulfilled',
      current: { completedAt: at('03-02 10:32') },
    });
    expect(missingParts(leizhou, file.state)).toEqual([]);
    expect(file.give('03-02 10:33', officer, release).refusal?.code).toBe('ALREADY_RELEASED');
  });

  it('unreleased, the bare text goes after ten minutes, as told and not as warned, and the release is chased', () => {
    const file = open();
    expect(lines(file, '03-02 10:39:59')).toEqual(['03-02 10:30 warnUnits#1 due0']);
    expect(templates(file)).toEqual(['releaseWarning dutyOfficer']);
    expect(lines(file, '03-02 10:40')).toEqual(['03-02 10:40 warnUnits#1 remind0']);
    expect(templates(file).slice(1)).toEqual(['bareWarning unitLiaison', 'releaseWarning dutyOfficer']);
    expect(file.duty('warnUnits')?.status).toBe('open');
    expect(file.due('unitResponse')).toBe(at('03-02 10:40'));
    expect(lines(file, '03-02 10:55')).toEqual(['03-02 10:55 warnUnits#1 remind1']);
    file.release('03-02 11:00');
    expect(file.duty('warnUnits')?.status).toBe('fulfilled');
    expect(file.due('unitResponse')).toBe(at('03-02 10:40'));
  });

  it('waits as long as the bureau has set', () => {
    const file = open('yellow', withSettings(leizhou, { warningReleaseWithin: 'PT5M' }));
    expect(lines(file, '03-02 10:35')).toEqual([
      '03-02 10:30 warnUnits#1 due0',
      '03-02 10:35 warnUnits#1 remind0',
    ]);
  });

  it('released on a proposal is not asked for again when the same level is determined', () => {
    const file = caseFile();
    const proposed = { ...opening({ level: 'orange', how: 'feed' }), level: undefined };
    file.give('03-02 10:30', system, proposed);
    file.release('03-02 10:31');
    expect(file.duty('warnUnits')?.status).toBe('fulfilled');
    file.give('03-02 10:40', officer, { type: 'ConfirmGrade', level: 'orange' });
    expect(file.duty('warnUnits')).toMatchObject({ status: 'fulfilled', current: { occurrence: '1' } });
    expect(lines(file, '03-03 10:00')).toEqual([]);
  });

  it('released before the case had a unit meets the unit with the case', () => {
    const file = caseFile();
    const { unit: _, ...facts } = opening({ level: 'yellow' });
    file.give('03-02 10:30', officer, facts);
    file.give('03-02 10:31', officer, release);
    const [{ key } = { key: '' }] = Object.values(file.state.pendingNotices).filter(
      ({ duty }) => duty === 'warnUnits',
    );
    const done = { key, role: 'unitLiaison', ...texted('p'), at: at('03-02 10:31') };
    file.give('03-02 10:31', system, {
      type: 'RecordHandOvers',
      handOvers: [{ ...done, status: 'handedOver', unassigned: true }],
    });
    expect(file.duty('warnUnits')?.status).toBe('open');
    file.give('03-02 10:50', officer, { type: 'AssignUnit', unit: 'food' });
    file.handOver(at('03-02 10:50'));
    expect(file.duty('warnUnits')?.status).toBe('fulfilled');
  });

  it('tells the leaders and the leading group at once, without a release', () => {
    const file = open();
    file.runTo('03-02 10:30');
    expect(file.duty('reportLeaders')?.status).toBe('fulfilled');
    expect(file.duty('reportGroup')?.status).toBe('fulfilled');
  });
});

describe('the other bureaus', () => {
  const opened = (bureau: string, level: string, unit: string, role = 'dutyOfficer') => {
    const file = caseFile(regulations[bureau]);
    const opener = { ...officer, role };
    file.give('03-02 10:30', opener, {
      ...opening({ level, unit, instants: { detectedAt: at('03-02 10:20') } }),
      grade: suggestion(level),
    });
    return { file, opener };
  };
  const says = (file: ReturnType<typeof caseFile>, duty: string) =>
    file.duty(duty)?.warning?.says.map(({ part }) => part);

  it('say what their texts ask for: 处置建议, 重点要素, 情况', () => {
    const hohhot = opened('hohhot', 'major', 'services', 'commandGroup');
    expect(says(hohhot.file, 'warnUnits')).toEqual(['处置建议']);
    expect(says(opened('yinzhou', 'larger', 'welfareHome').file, 'notifyUnit')).toEqual(['重点要素']);
    expect(says(opened('petition', 'general', 'visits', 'chiefLeader').file, 'notifyUnits')).toEqual([
      '情况',
    ]);
  });

  it('petition: a released notice that reached both kinds of units is the circular', () => {
    const { file, opener } = opened('petition', 'general', 'visits', 'chiefLeader');
    file.give('03-02 10:40', opener, { type: 'ReleaseWarning', duty: 'notifyUnits' });
    file.handOver(at('03-02 10:41'));
    expect(file.duty('notifyUnits')?.current).toMatchObject({
      outcome: 'fulfilled',
      completedAt: at('03-02 10:41'),
    });
  });

  it('nanning B 四(二) ②: what the draft leaves open is filled in at the release, or asked for', () => {
    const { file, opener } = opened('nanning', 'general', 'business');
    const nanning = regulations.nanning!;
    file.give('03-02 10:31', opener, {
      type: 'ReleaseWarning',
      duty: 'informUnit',
      fields: { 地点: '市场' },
    });
    expect(missingParts(nanning, file.state)).toEqual(
      expect.arrayContaining(['时间', '过程', '结果', '网上跟贴的言论倾向']),
    );
    expect(missingParts(nanning, file.state)).not.toContain('地点');
    const unknown: CaseCommand = { type: 'ReleaseWarning', duty: 'informLeaders', fields: { 电话: '略' } };
    expect(file.give('03-02 10:32', opener, unknown).refusal?.code).toBe('DOCUMENT_FIELD_UNKNOWN');
  });
});
