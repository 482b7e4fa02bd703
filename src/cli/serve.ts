import { type Listening, serveDesk } from '../desk/serve.js';
import { openStore, type Store } from '../store/store.js';
import { Failure } from './failure.js';
import { paint, print } from './terminal.js';

/** `tocsin serve`: the desk on this machine until it is told to stop. */
export async function serve(listening: Listening, data: string): Promise<void> {
  const store = await openStore({ data, url: process.env.DATABASE_URL });
  await serveUntilStopped(store, listening);
}

/** Serves the store until SIGINT or SIGTERM, then finishes what is in hand and closes it; a second signal ends at once. */
export async function serveUntilStopped(store: Store, listening: Listening): Promise<void> {
  try {
    const desk = await serveDesk(store, listening).catch((error: NodeJS.ErrnoException) => {
      throw portFailure(error, listening.port) ?? error;
    });
    print(`The desk is on ${paint.bold(desk.url)} (data in ${store.where}). Ctrl-C stops it.`);
    await stopSignal();
    await desk.close();
  } finally {
    await store.close();
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function portFailure({ code }: NodeJS.ErrnoException, port: number): Failure | null {
  if (code === 'EADDRINUSE') {
    return new Failure(`Port ${port} is taken by another program; stop that, or choose another with --port.`);
  }
  if (code === 'EACCES') return new Failure(`Port ${port} may not be used by this user; choose another with --port.`);
  return null;
}
