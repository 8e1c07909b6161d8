import { cited } from '../../regulations/lookup.ts';
import { ORDER_DOCUMENT } from '../../regulations/reserved.ts';
import { isSaid } from '../parts/given.ts';
import { refuse } from '../refusal.ts';
import { type Decide, withDate } from '../refusing.ts';
import { checkChannel } from './channels.ts';
import { letOut } from './publish.ts';

/**
 * A document that the regulation prescribes (预警发布, 舆情快报), in the fields that it names; one left empty is asked for. Where a
 * gate stands before it, it waits for its approvals as a publication does. A 督办通知 goes out by its signature alone.
 */
export const issueDocument: Decide<'IssueDocument'> = (context, state, command) =>
  withDate(context, command.madeAt, (madeAt) => {
    const document = context.regulation.documents.find(({ id }) => id === command.document)!;
    if (document.id === ORDER_DOCUMENT)
      return refuse(
        'ORDER_NOT_ISSUED',
        `${document.name}先拟稿,由有权签发的人签发${cited(context.regulation, document.cite)}`,
      );
    const extra = Object.keys(command.fields).filter((field) => !document.fields.includes(field));
    if (extra.length > 0)
      return refuse(
        'DOCUMENT_FIELD_UNKNOWN',
        `${document.name}没有这些栏目:${extra.join('、')};可填:${document.fields.join('、')}${cited(context.regulation, document.cite)}`,
      );
    const channel = checkChannel(context, state, command.channel);
    if (channel !== undefined) return channel;
    const { type: _, happened, ...issued } = command;
    const title = document.titled === undefined ? undefined : issued.fields[document.titled];
    const titled = isSaid(title) ? { title: title!.trim() } : {};
    const out = letOut(context, state, { form: document.id, paper: true, madeAt, ...titled }, happened);
    if ('code' in out) return out;
    return [{ type: 'DocumentIssued', ...issued, madeAt, ...out.kept }, ...out.told];
  });
