import { synthesizeDefinitions } from './synthesize.ts';

// The child process of load-definitions.ts: `print-definitions.ts <regulation>` writes the machines as JSON.
const [regulationId] = process.argv.slice(2);
if (regulationId === undefined) throw new Error('Which regulation?');
process.stdout.write(JSON.stringify(synthesizeDefinitions(regulationId)));
