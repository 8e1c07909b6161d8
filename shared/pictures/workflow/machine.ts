/** What a picture needs to know of a state of the synthesized definition. */
export interface AslState {
  Type: string;
  Next?: string;
  Default?: string;
  Error?: string;
  Catch?: { ErrorEquals: string[]; Next: string }[];
  Choices?: { StringEquals?: string; Next: string }[];
  Branches?: AslMachine[];
}
export interface AslMachine {
  StartAt: string;
  States: Record<string, AslState>;
}

/** A synthesized definition as a picture reads it. */
export const machineOf = (definition: object): AslMachine => definition as AslMachine;

/** The state with this name. Throws when there is none: the picture then no longer fits the definition. */
export const stateOf = ({ States }: AslMachine, name: string | undefined): AslState => {
  const found = name === undefined ? undefined : States[name];
  if (found === undefined) throw new Error(`The definition has no state “${name}”`);
  return found;
};
export const nextOf = (machine: AslMachine, name: string): string => {
  const { Next: next } = stateOf(machine, name);
  if (next === undefined) throw new Error(`“${name}” leads nowhere`);
  return next;
};
/** Where a Choice goes for this value. */
export const choiceOf = (machine: AslMachine, choice: string, value: string): string => {
  const found = stateOf(machine, choice).Choices?.find(({ StringEquals: text }) => text === value);
  if (found === undefined) throw new Error(`“${choice}” does not know “${value}”`);
  return found.Next;
};
/** Where an error of a state goes. */
export const catchOf = (machine: AslMachine, name: string, error: string): string => {
  const found = stateOf(machine, name).Catch?.find(({ ErrorEquals: errors }) => errors.includes(error));
  if (found === undefined) throw new Error(`“${name}” does not catch ${error}`);
  return found.Next;
};
