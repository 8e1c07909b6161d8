import * as z from 'zod/mini';
import { casePartition, type Table } from '../table.ts';

/**
 * What does not fit together in the records of a case.
 * `unreadable`: the entry is there and cannot be read. `missing`: there is none under this number. `changed`: its content is not
 * that of its hash. `joint`: it does not go on from the one before. `state`: it leads to another state than it says. `text`: one
 * of its texts is gone or another without an order. `cut`: it was there once and is not, or is another now. `head`: the stored
 * state of the case was another than that of this entry.
 */
export const FindingKind = z.enum([
  'unreadable',
  'missing',
  'changed',
  'joint',
  'state',
  'text',
  'cut',
  'head',
]);
/** `version`: of the entry that it is about. */
export const Finding = z.strictObject({ kind: FindingKind, version: z.int() });
export type Finding = z.infer<typeof Finding>;

/** One that was kept; `at`: when it was first seen. */
export const KeptFinding = z.extend(Finding, { at: z.string() });
export type KeptFinding = z.infer<typeof KeptFinding>;

const WORDS: Readonly<Record<z.infer<typeof FindingKind>, (entry: string) => string>> = {
  unreadable: (entry) => `${entry}读不出来,请按运维手册从备份中找回`,
  missing: (entry) => `缺${entry}`,
  changed: (entry) => `${entry}的内容已被改动`,
  joint: (entry) => `${entry}与前一条衔接不上,其中一条已被替换`,
  state: (entry) => `${entry}所记的办理状态与依日志推算的不一致`,
  text: (entry) => `${entry}的文字缺失或已被改动,且没有清除记录`,
  cut: (entry) => `${entry}曾经存在,现已不在或已被替换`,
  head: (entry) => `案卷现状曾与日志${entry}不符,已以日志为准`,
};
/** What was found, in words for the office. */
export const wordsFor = ({ kind, version }: Finding): string => WORDS[kind](`第${version}条`);

const PREFIX = 'FINDING#';

/** What was once found stays on record, also when what was wrong has been put right, or covered up, since. */
export const createFindings = (table: Table, now: () => string) => ({
  /** True the first time. */
  note: (caseId: string, { kind, version }: Finding): Promise<boolean> =>
    table.put(
      {
        pk: casePartition(caseId),
        sk: `${PREFIX}${String(version).padStart(6, '0')}#${kind}`,
        finding: { kind, version, at: now() },
      },
      { absent: true },
    ),
  list: async (caseId: string): Promise<KeptFinding[]> =>
    (await table.list(casePartition(caseId), PREFIX)).map(({ finding }) => KeptFinding.parse(finding)),
});
