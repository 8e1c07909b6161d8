import { exampleSettings } from '../../settings/example-settings.ts';
import { synthesizeTemplate } from '../../synthesize-template.ts';
import type { AslDefinition } from '../asl.ts';
import { type CloudFormationTemplate, readDefinitions } from './read-template.ts';

/**
 * The state machines of the deployed stack, machine name → ASL; the machines are called `<regulation>-<level>`. Takes
 * seconds and much memory: what runs reads the files made of it (`loadDefinitions`). Throws DeploymentRefused for an unknown regulation.
 */
export const synthesizeDefinitions = (regulationId: string): Record<string, AslDefinition> => {
  const settings = exampleSettings({ bureau: regulationId, regulation: regulationId });
  return readDefinitions(synthesizeTemplate(settings) as CloudFormationTemplate);
};
