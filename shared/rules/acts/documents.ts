import { cited } from '../../regulations/lookup.ts';
import { refuse } from '../refusal.ts';
import { type Decide, withDate } from '../refusing.ts';
import { checkChannel } from './channels.ts';

/** A document that the regulation prescribes (预警发布, 舆情快报), in the fields that it names; one left empty is asked for. */
export const issueDocument: Decide<'IssueDocument'> = (context, state, command) =>
  withDate(context, command.madeAt, (madeAt) => {
    const document = context.regulation.documents.find(({ id }) => id === command.document)!;
    const extra = Object.keys(command.fields).filter((field) => !document.fields.includes(field));
    if (extra.length > 0)
      return refuse(
        'DOCUMENT_FIELD_UNKNOWN',
        `${document.name}没有这些栏目:${extra.join('、')};可填:${document.fields.join('、')}${cited(context.regulation, document.cite)}`,
      );
    const channel = checkChannel(context, state, command.channel);
    if (channel !== undefined) return channel;
    const { type: _, ...issued } = command;
    return [{ type: 'DocumentIssued', ...issued, madeAt }];
  });
