import type * as z from 'zod/mini';
import { ArchiveInput } from '../../shared/contracts/workflow.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/office/office.ts';
import { type PartsOf, task } from '../lambda.ts';

/** 结报归档: closes the file when nothing more is owed; a 橙 or 红 case waits for its review (办法第三十条). */
const createArchiveCase =
  ({ office }: { office: Office }) =>
  async ({ caseId }: z.infer<typeof ArchiveInput>): Promise<{ status: string }> => {
    const { state } = await office.carryOut(caseId, SYSTEM_ACTOR, { type: 'Archive' });
    return { status: state.status };
  };

export const archiveCase = (parts: PartsOf<typeof createArchiveCase>) =>
  task(ArchiveInput, createArchiveCase(parts));
