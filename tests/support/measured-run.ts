import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../server/uptake.js', import.meta.url));

/** Runs the real program; returns its seconds, its output, its peak memory and whether `killAfterMs` ended it. */
export async function runUptake(args: readonly string[], killAfterMs?: number, env = process.env) {
  const began = performance.now();
  const child = spawn(process.execPath, [ENTRY, ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  let [output, megabytes] = ['', Number.NaN];
  const look = setInterval(() => {
    megabytes = peakMegabytes(child.pid) ?? megabytes;
  }, 50);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  clearInterval(look);
  if (code !== 0 && signal !== 'SIGKILL')
    throw new Error(`uptake ${args.join(' ')} ended with ${code}: ${output}`);
  return { seconds: (performance.now() - began) / 1000, output, megabytes, killed: signal === 'SIGKILL' };
}

/** Peak resident memory of a process; null where there is no /proc, or when it has gone. */
function peakMegabytes(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
