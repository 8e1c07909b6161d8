import { createOpening } from './cases.mjs';

// Opens cases until it is killed, 16 at a time, and says each that was answered.
const { open } = createOpening(JSON.parse(process.argv[2]));
let next = 0;
const worker = async () => {
  for (;;) {
    const name = `k${next++}`;
    await open(name, Date.now() + 86_400_000);
    process.send(name);
  }
};
await Promise.all(Array.from({ length: 16 }, worker));
