import { createPictureReader } from '../index.ts';

// A program for tests: reads one picture twice and then closes its reader, or leaves it as it is.
const [file = '', workDir = '', how] = process.argv.slice(2);
const reader = createPictureReader();
await reader.read({ file, workDir });
const again = await reader.read({ file, workDir });
if (how === 'closed') await reader.close();
if (again.ok) process.stdout.write(`${again.facts.width} x ${again.facts.height}, ${how}\n`);
