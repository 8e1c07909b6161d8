/** One state of an Amazon States Language definition (JSONPath). */
export interface AslState {
  Type: string;
  Resource?: string;
  Branches?: AslDefinition[];
  Iterator?: AslDefinition;
  ItemProcessor?: AslDefinition;
  [field: string]: unknown;
}

/** A state machine, a branch of a Parallel or the body of a Map. */
export interface AslDefinition {
  StartAt: string;
  States: Record<string, AslState>;
  [field: string]: unknown;
}
