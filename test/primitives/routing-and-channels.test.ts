import { describe, expect, it } from 'vitest';
import { exampleRoster } from '../../infra/local/people.ts';
import { recipientsOf } from '../../shared/notices/recipients.ts';
import { createOffice, plain } from '../support/office.ts';
import { AT_A_GRAVE_LEVEL, type Bureau, type Case, type Facts, openCase, report } from './bureau-case.ts';

/** Whom the clocks tell of a duty at the opening: the notice's kind and the role. */
const toldOf = (opened: Case, duty: string): string[] => {
  const role = opened.file.state.regulation.id === 'hohhot' ? 'commandGroup' : 'dutyOfficer';
  opened.file.release('03-02 08:00', { id: `p-${role}`, name: role, role });
  opened.file.runTo('03-02 08:00');
  return opened
    .events()
    .flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
    .filter((notice) => notice.duty === duty)
    .map(({ role, unit }) => (unit === undefined ? role : `${role}@${unit}`));
};

describe('P19 routing by role, level, source, discoverer and topic', () => {
  it.each<[Bureau, string, string, string, string[]]>([
    ['leizhou', 'blue', 'monitored', 'warnUnits', ['unitLiaison@food']],
    ['leizhou', 'blue', 'monitored', 'reportGroup', ['leadingGroup']],
    ['leizhou', 'blue', 'monitored', 'reportLeaders', []],
    ['leizhou', 'yellow', 'monitored', 'reportLeaders', ['deputyLeader', 'chiefLeader', 'officeHead']],
    ['leizhou', 'red', 'monitored', 'reportThreeSuperiors', ['officeHead']],
    ['nanning', 'general', 'monitored', 'informLeaders', ['deputyLeader', 'chiefLeader']],
    ['nanning', 'general', 'monitored', 'informUnit', ['unitLiaison@business']],
    ['hohhot', 'major', 'monitored', 'warnUnits', ['unitLiaison@services', 'unitHead@services']],
    ['petition', 'major', 'monitored', 'tellLeadingGroup', ['leadingGroup', 'deputyLeader']],
    ['yinzhou', 'larger', 'monitored', 'alertLeaders', ['deputyLeader', 'chiefLeader', 'officeHead']],
    ['yinzhou', 'larger', 'monitored', 'reportOffice', []],
    ['yinzhou', 'larger', 'unit-found', 'alertLeaders', []],
    ['yinzhou', 'larger', 'unit-found', 'reportOffice', ['unitLiaison@welfareHome']],
  ])('%s at %s, %s: %s goes to %o', (bureau, level, source, duty, roles) => {
    expect(toldOf(openCase(bureau, level, { sources: { [source]: null } }), duty)).toEqual(roles);
  });

  it.each<[Bureau, string, string[]]>([
    ['leizhou', 'yellow', ['dutyOfficer']],
    ['nanning', 'general', ['dutyOfficer']],
    // C 研判 ①: 舆情信息指挥小组负责信息收集汇总; the 党政办 gets a copy.
    ['hohhot', 'medium', ['commandGroup', 'dutyOfficer']],
    ['petition', 'general', ['dutyOfficer']],
    ['yinzhou', 'general', ['dutyOfficer']],
  ])('%s at %s: a new case is told to %o, as the data say', (bureau, level, roles) => {
    const told = openCase(bureau, level)
      .events()
      .flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
      .filter(({ template }) => template === 'opened');
    expect(told.map(({ role }) => role)).toEqual(roles);
  });

  it('南宁: upwards one after another, beside it in parallel (四(二))', () => {
    const opened = openCase('nanning', 'general', { by: 'unitHead', sources: { 'unit-found': null } });
    const statuses = () =>
      ['unitReportsLeader', 'reportChief', 'unitReportsOffice', 'reportNewsLeader'].map(opened.status);
    // The unit has entered the case: that is its report to the office.
    expect(statuses()).toEqual(['listed', 'notStarted', 'fulfilled', 'listed']);
    opened.give('03-02 08:10', 'unitHead', report('report', 'oral', 'businessLeader'));
    expect(statuses()).toEqual(['fulfilled', 'listed', 'fulfilled', 'listed']);
    opened.give('03-02 08:30', 'officeHead', report('report', 'oral', 'deputyLeader'));
    opened.give('03-02 08:40', 'businessLeader', report('report', 'oral', 'chiefLeader'));
    expect(statuses()).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
  });

  it.each<[Bureau, string, string, string, string, string]>([
    ['leizhou', 'orange', 'first', 'zhanjiang', 'unitLiaison', 'dutyOfficer'],
    ['hohhot', 'major', 'bulletin', 'districtLeaders', 'unitHead', 'commandGroup'],
    ['petition', 'general', 'submission', 'departments', 'unitHead', 'dutyOfficer'],
    ['yinzhou', 'major', 'upward', 'municipalBureau', 'unitHead', 'officeHead'],
  ])(
    '%s at %s: %s goes to %s by one door, not from %s but from %s',
    (bureau, level, kind, to, other, door) => {
      const opened = openCase(bureau, level);
      expect(opened.give('03-02 09:00', other, report(kind, 'written', to))).toBe('CONTACT_NOT_ALLOWED');
      expect(opened.give('03-02 09:00', door, report(kind, 'written', to))).toBe('done');
    },
  );

  it.each<[Bureau, string]>([
    ['leizhou', 'blue'],
    ['nanning', 'general'],
    ['hohhot', 'medium'],
    ['petition', 'general'],
    ['yinzhou', 'general'],
  ])(
    '%s at %s: a unit’s post is its own people, and an empty one falls to the next above',
    (bureau, level) => {
      const { regulation, file } = openCase(bureau, level);
      const roster = exampleRoster(regulation);
      const unit = file.state.unit!;
      const reached = () => recipientsOf(regulation, roster, 'unitLiaison', unit);
      expect(reached()?.people.every((person) => person.unit === unit)).toBe(true);
      roster.roles.unitLiaison = roster.roles.unitLiaison!.filter((person) => person.unit !== unit);
      expect(reached()?.reachedRole).toBe(regulation.roles.find(({ id }) => id === 'unitLiaison')?.above);
      roster.roles = {};
      expect(reached()).toBeUndefined();
    },
  );

  it('雷州: what has no clock goes in one text to leaders and the units whose it is, with the office in copy', async () => {
    const office = await createOffice();
    await office.push([{ ...plain('a'), unit: 'food' }, plain('b')]);
    office.pass(60 * 60_000);
    await office.sweep();
    await office.notify();
    const { deputyLeader, chiefLeader, unitLiaison, dutyOfficer } = exampleRoster().roles;
    const ofUnit = unitLiaison!.filter(({ unit }) => unit === 'food');
    const text = (count: number): string => `【雷州市监】常规舆情${count}条(3月2日9时汇总),请登录查阅。`;
    expect(office.sent.map(({ to, message }) => `${to} ${message.text}`).sort()).toEqual(
      [
        ...[deputyLeader!, chiefLeader!, dutyOfficer!].flat().map(({ mobile }) => `${mobile} ${text(2)}`),
        ...ofUnit.map(({ mobile }) => `${mobile} ${text(1)}`),
      ].sort(),
    );
  });
});

describe('P20 channels: any of, must be, and forbidden by a flag', () => {
  const filed = (
    bureau: Bureau,
    level: string,
    facts: Facts,
    kind: string,
    form: string,
    to: string,
    channel?: string,
  ) => {
    const opened = openCase(bureau, level, facts);
    const role = bureau === 'hohhot' ? 'commandGroup' : 'dutyOfficer';
    return {
      opened,
      code: opened.give('03-02 10:40', role, {
        ...report(kind, form, to),
        ...(channel === undefined ? {} : { channel }),
      }),
    };
  };
  const assigned: Facts = { opened: '03-02 10:30', sources: { 'zhanjiang-assigned': '03-02 10:00' } };

  it.each([
    ['leizhou', 'orange', 'zhanjiang', ['sms', 'wechat'], ['phone', 'oa', 'fax', 'written', 'yuezhengyi']],
    [
      'hohhot',
      'major',
      'districtLeaders',
      ['mobile', 'sms', 'wechat'],
      ['phone', 'secureLine', 'cipherTelegram', 'fax'],
    ],
  ] as const)(
    '%s at %s: a secret report to %s must not go by %o, and may by %o',
    (bureau, level, to, forbidden, free) => {
      const [kind, form] = bureau === 'hohhot' ? ['bulletin', 'telephone'] : ['first', 'telephone'];
      const by = (channel: string, ...flags: string[]) =>
        filed(bureau, level, { flags }, kind!, form!, to, channel).code;
      for (const channel of forbidden) {
        expect(by(channel, 'secret')).toBe('CHANNEL_FORBIDDEN');
        expect(by(channel)).toBe('done');
      }
      for (const channel of free) expect(by(channel, 'secret')).toBe('done');
      expect(by('pigeon')).toBe('CHANNEL_UNKNOWN');
    },
  );

  it.each(AT_A_GRAVE_LEVEL)(
    '%s: of a secret case at %s nothing is texted but that there is something to come for; the office telephones',
    (bureau, level) => {
      const notices = (flags: string[]) => {
        const opened = openCase(bureau, level, { flags });
        opened.file.runTo('03-02 09:00');
        return opened.events().flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
      };
      expect(notices(['secret']).length).toBeGreaterThan(0);
      const texted = notices(['secret']).filter(({ byTelephone }) => !byTelephone);
      expect([...new Set(texted.map(({ template, role }) => `${template} ${role}`))]).toEqual([
        'urgentPaper dutyOfficer',
      ]);
      expect(notices([]).some(({ byTelephone }) => byTelephone)).toBe(false);
    },
  );

  it.each<[Bureau, string, Facts, string, string, string, string, string]>([
    ['leizhou', 'orange', assigned, 'zhanjiangTelephone', 'first', 'zhanjiang', 'telephone', 'written'],
    ['leizhou', 'orange', assigned, 'zhanjiangWritten', 'first', 'zhanjiang', 'written', 'telephone'],
    ['hohhot', 'medium', {}, 'feedback', 'feedback', 'propagandaCyberspace', 'written', 'telephone'],
  ])(
    '%s at %s (%o): %s must be %s to %s as %s, not as %s',
    (bureau, level, facts, duty, kind, to, must, not) => {
      expect(filed(bureau, level, facts, kind, not, to).opened.status(duty)).toBe('open');
      expect(filed(bureau, level, facts, kind, must, to).opened.status(duty)).toBe('fulfilled');
    },
  );

  it.each<[Bureau, string, Facts, string, string, string, string[]]>([
    [
      'leizhou',
      'blue',
      assigned,
      'zhanjiangWritten',
      'first',
      'zhanjiang',
      ['telephone', 'written', 'oral', 'oa'],
    ],
    [
      'hohhot',
      'medium',
      {},
      'reportUp',
      'information',
      'districtCommittee',
      ['telephone', 'written', 'cipherTelegram', 'fax'],
    ],
    ['nanning', 'major', {}, 'reportImportant', 'report', 'superior', ['telephone', 'oral', 'written']],
  ])('%s at %s (%o): %s may be %s to %s as any of %o', (bureau, level, facts, duty, kind, to, forms) => {
    for (const form of forms)
      expect(filed(bureau, level, facts, kind, form, to).opened.status(duty)).toBe('fulfilled');
    expect(filed(bureau, level, facts, kind, 'smoke', to).code).toBe('REPORT_FORM_UNKNOWN');
  });
});
