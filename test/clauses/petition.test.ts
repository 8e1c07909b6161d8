import { describe } from 'vitest';
import { act, type Facts, openCase, report } from '../primitives/bureau-case.ts';
import { by, itIsToldAtOnce, itRepeats, itRunsOut } from './clause-case.ts';

/** Discovered at 09:00, entered five minutes later. */
const found: Facts = { opened: '03-02 09:05', instants: { detectedAt: '03-02 09:00' } };
const toUnits = by('dutyOfficer', report('circular', 'telephone', 'sections', 'affiliates'));
const toSections = by('dutyOfficer', report('circular', 'telephone', 'sections'));

describe.each(['petition D 第四条(三) 一般 24h'])(
  '%s: 股室 and 二级单位 know of a 一般 matter within 24 hours of its discovery',
  itRunsOut({
    open: () => openCase('petition', 'general', found),
    duty: 'notifyUnits',
    due: '03-03 09:00',
    meet: toUnits,
    wrong: toSections,
  }),
);
describe.each(['petition D 第四条(三) 重大 30min'])(
  '%s: 股室 and 二级单位 know of a 重大 matter within 30 minutes of its discovery',
  itRunsOut({
    open: () => openCase('petition', 'major', found),
    duty: 'notifyUnits',
    due: '03-02 09:30',
    meet: toUnits,
    wrong: toSections,
    wrongAt: '03-02 09:20',
  }),
);

describe.each(['petition D 第四条 序', 'petition D 第四条(一)'])(
  '%s: 领导小组 is told of what it has to see to, once it is graded',
  itIsToldAtOnce({
    open: () => openCase('petition', 'general'),
    duty: 'tellLeadingGroup',
    since: '03-02 08:00',
    to: ['leadingGroup', 'deputyLeader'],
  }),
);

describe.each(['petition D 第四条(四)'])(
  '%s: what may become a matter is gone through 定期, here every week',
  itRepeats({
    open: () => openCase('petition', 'periodic', { settings: { riskReviewEvery: 'P1W' } }),
    duty: 'riskReview',
    dues: ['03-10 00:00', '03-17 00:00', '03-24 00:00'],
    meet: by('officeHead', report('riskReview', 'written', 'leadersAndDepartments')),
    wrong: by('officeHead', report('circular', 'written', 'leadersAndDepartments')),
  }),
);
describe.each(['petition D 第九条'])(
  '%s: other departments are spoken with 定期, here every two weeks',
  itRepeats({
    open: () => openCase('petition', 'periodic', { settings: { liaisonEvery: 'P2W' } }),
    duty: 'liaison',
    dues: ['03-17 00:00', '03-31 00:00'],
    meet: by('officeHead', act('liaisonHeld')),
    wrong: by('officeHead', report('riskReview', 'written', 'leadersAndDepartments')),
  }),
);
