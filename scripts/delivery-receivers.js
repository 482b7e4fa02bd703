// Real receivers on loopback for check-delivery.js: a mail server, and HTTP receivers each with a fault of its own.
// Who gets what is told by the mailbox or the path; the same key again is the same message, as an honest receiver sees it.
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';

const SLOW = 1500;

/** What arrived: for each recipient the keys that it got, and how many arrivals there were in all. */
export function ledger() {
  const keys = new Map();
  let arrivals = 0;
  return {
    keys,
    get arrivals() {
      return arrivals;
    },
    arrived(recipient, key) {
      arrivals++;
      keys.set(recipient, (keys.get(recipient) ?? new Set()).add(key));
    },
  };
}

/** A mail server: takes what it is sent; the mailbox `greylisted-…` is refused for now the first time, `gone-…` for good. */
export async function mailServer({ arrived }) {
  const seen = new Set();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, logger: false },
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('gone-')) return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      if (address.startsWith('greylisted-') && !seen.has(address)) {
        seen.add(address);
        return done(Object.assign(new Error('try again later'), { responseCode: 451 }));
      }
      return done();
    },
    onData(stream, { envelope }, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = Buffer.concat(chunks).toString('latin1');
        const key = /^message-id:\s*<([^@>]+)@/im.exec(mail)?.[1];
        if (!/Content-Type: application\/cap\+xml/i.test(mail)) return done(new Error('no CAP attached'));
        for (const { address } of envelope.rcptTo) arrived(address, key);
        return done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.server.address().port, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** How each kind of HTTP receiver behaves at the nth request for one recipient; who returns true has taken it. */
const BEHAVIOUR = {
  plain: () => true,
  slow: async () => {
    await new Promise((resolve) => setTimeout(resolve, SLOW));
    return true;
  },
  failing: (n, answer) => (n < 2 ? void answer.writeHead(503).end() : true),
  // Says 200, and drops the connection before the answer is whole: it never kept the message.
  lying: (n, answer) => {
    if (n >= 1) return true;
    answer.writeHead(200, { 'Content-Length': 100 });
    answer.write('ok');
    setTimeout(() => answer.destroy(), 20);
  },
  // Took it, and drops the connection before it says so: it will be sent again, with the same key.
  forgetful: (n, answer, take) => {
    if (n >= 1) return true;
    take();
    answer.destroy();
  },
  gone: (_n, answer) => void answer.writeHead(410).end(),
  redirecting: (_n, answer) => void answer.writeHead(307, { Location: '/plain/astray' }).end(),
};
export const KINDS = Object.keys(BEHAVIOUR);

/** The HTTP receivers: `/KIND/RECIPIENT`. `verify` checks the signature of each and throws where it is not right. */
export async function webhookServer({ arrived }, verify) {
  const requests = new Map();
  const server = createServer((request, answer) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const [, kind, recipient] = request.url.split('/');
      const n = requests.get(recipient) ?? 0;
      requests.set(recipient, n + 1);
      verify(Buffer.concat(chunks).toString(), request.headers);
      const take = () => arrived(recipient, request.headers['webhook-id']);
      if (!(await BEHAVIOUR[kind](n, answer, take))) return;
      take();
      answer.writeHead(204).end();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
