import type { Regulation } from '../../../shared/regulations/schema.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, officer, opening } from '../../support/case-file.ts';

export const withSetting = (id: string, value: boolean | string): Regulation => ({
  ...leizhou,
  settings: leizhou.settings.map((setting) => (setting.id === id ? { ...setting, value } : setting)),
});
export const received = at('03-02 10:00');
export const open = (level: string, kind: string, regulation: Regulation = leizhou, regardedAs?: string) => {
  const file = caseFile(regulation);
  const source = { kind, receivedAt: received, ...(regardedAs === undefined ? {} : { regardedAs }) };
  file.give(
    '03-02 10:30',
    officer,
    opening({ level, sources: [source], instants: { detectedAt: at('03-02 09:00') } }),
  );
  return file;
};
