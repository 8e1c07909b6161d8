import { fileURLToPath } from 'node:url';
import { recordInputs } from './record-inputs.ts';

// The child process of load.ts: `print.ts <regulation>` writes the machines, and what they were made from, as JSON.
const [, , regulationId] = process.argv;
if (regulationId === undefined) throw new Error('Which regulation?');
const recorded = recordInputs(fileURLToPath(new URL('../../..', import.meta.url)));
const { synthesizeDefinitions } = await import('./synthesize.ts');
const value = synthesizeDefinitions(regulationId);
process.stdout.write(JSON.stringify({ inputs: recorded(), value }));
