import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A process that says things, a JSON value a line. */
export interface Child {
  process: ChildProcessByStdio<Writable, Readable, null>;
  /** What it says next. @throws where it ends instead */
  next(): Promise<Record<string, unknown>>;
  /** All that it says from now until its end. */
  rest(): Promise<Record<string, unknown>[]>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts one of the scripts of this folder; they run the compiled program, as users do. */
export function startChild(script: string, ...args: string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async () => {
    const line = await lines.next();
    if (line.done) throw new Error(`${script} ended (${child.exitCode ?? child.signalCode})`);
    return JSON.parse(line.value);
  };
  const rest = async () => {
    const said = [];
    for await (const line of { [Symbol.asyncIterator]: () => lines }) said.push(JSON.parse(line));
    return said;
  };
  const ended: Child['ended'] = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  return { process: child, next, rest, ended };
}
