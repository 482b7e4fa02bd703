// Sends one warning to many recipients on real receivers on this machine, kills the sender in the middle (kill -9), starts
// it again, and counts who has it: `npm run -s check:delivery -- [RECIPIENTS] [DATABASE_URL]`. Exits 0 only where nobody
// is without it and nobody who honours the key has it twice.
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { verifyAudit } from '../dist/store/audit/verify.js';
import { openCase } from '../dist/store/cases/case.js';
import { saveDraft } from '../dist/store/cases/draft.js';
import { takeStep } from '../dist/store/cases/step.js';
import { addRecipients, webhookSecret } from '../dist/store/delivery/recipients.js';
import { deskKey } from '../dist/store/delivery/seal.js';
import { openStore } from '../dist/store/store.js';
import { asWriter } from '../dist/store/writer.js';
import { KINDS, ledger, mailServer, webhookServer } from './delivery-receivers.js';

const [count = '1000', url] = process.argv.slice(2);
const RECIPIENTS = Number(count);
const LIMIT = 600_000;
if (!Number.isInteger(RECIPIENTS) || RECIPIENTS < 20) throw new Error('RECIPIENTS is a number of at least 20');

const folder = mkdtempSync(join(tmpdir(), 'tocsin-delivery-'));
const place = url ? { url } : { data: join(folder, 'data') };
const TOCSIN_KEY = randomBytes(32).toString('base64');
const key = deskKey(TOCSIN_KEY);
const secret = webhookSecret();
const book = ledger();
const wrong = [];
const mail = await mailServer(book);
const hooks = await webhookServer(book, (body, headers) => {
  try {
    new Webhook(secret).verify(body, headers);
  } catch (error) {
    wrong.push(`a webhook is not signed as Standard Webhooks has it: ${error.message}`);
  }
});

/** Half by mail, half by webhook, every behaviour among them; who has a dead first channel has a second. */
function recipientOf(i) {
  const base = { name: `Recipient ${i}`, audience: 'at-risk', organisation: null, language: 'en' };
  const email = (mailbox) => ({ kind: 'email', email: `${mailbox}@example.org` });
  const webhook = (kind) => ({ kind: 'webhook', url: `http://127.0.0.1:${hooks.port}/${kind}/${i}`, secret });
  const dead = ['gone', 'redirecting'];
  const kind = KINDS[(i >> 1) % KINDS.length];
  if (i % 2 === 0)
    return [`${i}`, { ...base, channels: [webhook(kind), ...(dead.includes(kind) ? [email(`second-${i}`)] : [])] }];
  if (i % 20 === 1) return [`greylisted-${i}@example.org`, { ...base, channels: [email(`greylisted-${i}`)] }];
  if (i % 20 === 3) return [`${i}`, { ...base, channels: [email(`gone-${i}`), webhook('plain')] }];
  return [`mail-${i}@example.org`, { ...base, channels: [email(`mail-${i}`)] }];
}
const at = (name, recipient) => (recipient.channels[1]?.kind === 'email' ? recipient.channels[1].email : name);

/** A warning to all of them, released by two people. */
async function release(store, recipients) {
  const people = [randomUUID(), randomUUID()];
  await store.db
    .insertInto('person')
    .values(
      people.map((id) => ({
        id,
        name: id,
        roles: ['administrator'],
        password: '$argon2id$none',
        created_at: new Date(),
        closed_at: null,
      })),
    )
    .execute();
  const message = {
    headline: 'Stay away from the stadium tonight',
    what: 'An attack on the match is likely.',
    where: 'City stadium',
    when: 'From 18:00 to midnight',
    action: 'Do not go. Tell others who would.',
    authority: 'The security desk',
    contact: 'Duty phone',
  };
  const content = {
    ...{ tlp: 'TLP:GREEN', severity: 'Extreme', urgency: 'Expected', likelihood: 'likely' },
    messages: [{ audience: 'at-risk', language: 'en', ...message }],
    area: { name: 'City stadium', country: 'FR', lat: null, lon: null, radius: null },
  };
  const step = (id, taken, by) => asWriter(store.db, (trx) => takeStep(trx, id, taken, by));
  const { id } = await asWriter(store.db, (trx) =>
    openCase(trx, { title: 'A plot', subject: null, proposal: null, statements: [], acquired: null }, 'local'),
  );
  const answers = { credible: 'yes', specific: 'yes', impending: 'yes', harm: 'yes', target: 'yes' };
  await step(id, { step: 'attach', assessment: { answers, likelihood: 'likely' }, why: 'met' }, people[0]);
  const validUntil = new Date(Date.now() + 3_600_000);
  await saveDraft(
    store,
    id,
    { content, validFrom: null, validUntil, threatFrom: null, threatUntil: null, recipients },
    people[0],
  );
  await step(id, { step: 'submit' }, people[0]);
  await step(id, { step: 'approve' }, people[1]);
  await step(id, { step: 'release' }, people[0]);
}

function startSender() {
  const env = {
    ...process.env,
    ...{
      TOCSIN_KEY,
      TOCSIN_SMTP: `smtp://127.0.0.1:${mail.port}?ignoreTLS=true`,
      TOCSIN_FROM: '"Security desk" <desk@example.org>',
    },
    TOCSIN_ALLOW_HOSTS: '127.0.0.1',
  };
  const script = fileURLToPath(new URL('delivery-sender.js', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(place)], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return { child, ended, begun: new Promise((resolve) => child.stdout.once('data', resolve)) };
}

async function until(met, what) {
  const began = Date.now();
  while (!met()) {
    if (Date.now() - began > LIMIT) throw new Error(`${what} did not come about in ${LIMIT / 1000} s`);
    await wait(50);
  }
}

const all = Array.from({ length: RECIPIENTS }, (_, i) => recipientOf(i));
const expected = all.map(([name, recipient]) => at(name, recipient));
const store = await openStore(place);
const ids = await asWriter(store.db, (trx) =>
  addRecipients(
    trx,
    key,
    all.map(([, recipient]) => recipient),
    'local',
  ),
);
await release(store, ids);
await store.close();

const first = startSender();
await first.begun;
const began = Date.now();
await until(() => book.keys.size >= RECIPIENTS / 3, 'a third of the deliveries');
first.child.kill('SIGKILL');
await first.ended;
const [atKill, killed] = [book.keys.size, Date.now()];
const second = startSender();
await second.begun;
const have = () => expected.every((name) => book.keys.has(name));
await until(have, 'the rest of the deliveries').catch((error) => wrong.push(error.message));
const arrived = Date.now();
second.child.stdin.end();
await second.ended;

const after = await openStore(place);
const states = await after.db
  .selectFrom('delivery')
  .select(({ fn }) => ['state', fn.countAll().as('count')])
  .groupBy('state')
  .execute();
const { faults } = await verifyAudit(after.db);
await after.close();
await Promise.all([mail.close(), hooks.close()]);
rmSync(folder, { recursive: true });

const lost = expected.filter((name) => !book.keys.has(name)).length;
const doubled = [...book.keys.values()].filter((keys) => keys.size > 1).length;
const astray = [...book.keys.keys()].filter((name) => !expected.includes(name)).length;
const accepted = Number(states.find(({ state }) => state === 'accepted')?.count ?? 0);
if (accepted !== RECIPIENTS) wrong.push(`the store holds ${accepted} deliveries as accepted, not ${RECIPIENTS}`);
wrong.push(...faults);
const seconds = (from, to) => ((to - from) / 1000).toFixed(1);
console.log(`recipients  ${RECIPIENTS} (${place.url ? 'PostgreSQL' : 'embedded'})
killed      after ${atKill} had it (${seconds(began, killed)} s), all had it ${seconds(killed, arrived)} s later
delivered   ${RECIPIENTS - lost}
lost        ${lost}
doubled     ${doubled} (receivers that honour the key; ${book.arrivals - book.keys.size} arrived again with the same key)
astray      ${astray}`);
for (const line of new Set(wrong)) console.log(`wrong       ${line}`);
process.exitCode = lost === 0 && doubled === 0 && astray === 0 && wrong.length === 0 ? 0 : 1;
