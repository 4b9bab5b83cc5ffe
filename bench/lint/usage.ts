/** Loaded first into each measured process: writes what the process has used as it ends. */
import { writeFileSync } from 'node:fs';
import process from 'node:process';

const file = process.env['STATELESS_USAGE'];

if (file !== undefined)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));
  });
