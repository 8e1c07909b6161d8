import type { Regulation } from '../regulations/schema.ts';
import { type Message, render } from './templates.ts';

export interface Part {
  caseId: string;
  template: string;
  variables: Record<string, string>;
  due?: string;
  duty?: string;
  occurrence?: string;
}
const variablesFor = (regulation: Regulation, { variables }: Part) => ({
  sign: regulation.smsSignature,
  ...variables,
});
export const ownPart = (regulation: Regulation, part: Part): string =>
  render(part.template, variablesFor(regulation, part), part.variables.why).text;
export const compose = (regulation: Regulation, parts: readonly Part[]): Message => {
  const [part] = parts;
  return render(part!.template, variablesFor(regulation, part!), part!.variables.why);
};
