import { drawOverview } from '../../shared/pictures/overview.ts';
import { machineOf } from '../../shared/pictures/workflow/machine.ts';
import { drawWorkflow } from '../../shared/pictures/workflow/picture.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { levelOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { machineName } from '../../statemachines/state-names.ts';
import type { AslDefinition } from '../local/asl.ts';
import { synthesizeDefinitions } from '../local/definitions/synthesize.ts';
import { type OpenApi, openApiOf } from '../openapi/document.ts';
import { withReference } from './api-reference.ts';
import { documentAt, type GeneratedDocument } from './generated.ts';
import { machineDocuments } from './machine-documents.ts';
import { regulationDocuments } from './regulation-documents.ts';
import { withTexts } from './text-tables.ts';

const leizhou = regulations.leizhou!;
const LEVEL = 'orange';
const SHOWN_DUTY = 'zhanjiangTelephone';

const drawLevel = (definitions: Readonly<Record<string, AslDefinition>>): string => {
  const machine = definitions[machineName(leizhou.id, LEVEL)];
  const duty = leizhou.duties.find(({ id }) => id === SHOWN_DUTY);
  if (machine === undefined || duty === undefined) throw new Error(`Nothing to draw for ${LEVEL}`);
  const { name, short } = levelOf(leizhou, LEVEL);
  return drawWorkflow(machineOf(machine), `${name}(${short})的时限流程`, duty.name);
};

/** The contract as it is without a deployment: with all that one can have. */
const contractOf = (regulation: Regulation): OpenApi =>
  openApiOf(regulation, { authorization: 'signature', hasReceipts: true });

/** Every file that `npm run docs` writes, as it is and as it should be. Synthesizes every bureau's stack: takes seconds. */
export const generatedDocuments = (): GeneratedDocument[] => {
  const machines = Object.fromEntries(Object.keys(regulations).map((id) => [id, synthesizeDefinitions(id)]));
  const contract = contractOf(leizhou);
  return [
    documentAt('docs/api.md', withReference(contract)),
    documentAt('docs/operations.md', withTexts(Object.values(regulations))),
    documentAt('docs/openapi.json', () => `${JSON.stringify(contract, null, 1)}\n`),
    documentAt('docs/overview.svg', drawOverview),
    documentAt('docs/workflow-orange.svg', () => drawLevel(machines[leizhou.id]!)),
    ...regulationDocuments(Object.values(regulations)),
    ...machineDocuments(machines),
  ];
};
