/** What others name is never a way into the house. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InsideError, post } from '../../src/delivery/http.js';
import { isInside } from '../../src/delivery/inside.js';
import { sendWebhook } from '../../src/delivery/webhook.js';
import { httpReceiver } from './receivers.js';

test.each([
  ...(['127.0.0.1', '127.255.0.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'] as const),
  ...(['169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1'] as const),
  ...(['::', '::1', 'fe80::1', 'fc00::1', 'fdff::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8'] as const),
  ...(['64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:1::1', '2001:db8::1', '::7f00:1', 'no address'] as const),
])('%s is inside', (address) => expect(isInside(address)).toBe(true));

test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
  '%s is outside',
  (address) => expect(isInside(address)).toBe(false),
);

describe('a request', () => {
  let receiver: Awaited<ReturnType<typeof httpReceiver>>;
  beforeAll(async () => {
    receiver = await httpReceiver((response, path) => {
      if (path === '/redirect') response.writeHead(302, { Location: '/elsewhere' }).end();
      else if (path === '/breaks-off') {
        response.writeHead(200, { 'Content-Length': 100 });
        response.write('half');
        setTimeout(() => response.destroy(), 10);
      } else if (path === '/endless') {
        response.writeHead(200);
        const more = setInterval(() => response.write('x'.repeat(10_000)), 1);
        response.on('close', () => clearInterval(more));
      } else response.writeHead(204).end();
    });
  });
  afterAll(() => receiver.close());
  const to = (url: string, ...allow: string[]) => post({ url, headers: {}, body: '{}', allow: new Set(allow) });
  const port = () => new URL(receiver.url).port;

  test.each([
    ['by number', () => `https://127.0.0.1:${port()}/`],
    ['by number in disguise', () => `https://2130706433:${port()}/`],
    ['by IPv6', () => `https://[::1]:${port()}/`],
    ['as IPv4 in IPv6', () => `https://[::ffff:127.0.0.1]:${port()}/`],
    ['by a name that leads inside', () => `https://localhost:${port()}/`],
    ['without TLS', () => 'http://example.org/'],
  ])('never reaches inside %s', async (_, url) => {
    const before = receiver.got.length;
    await expect(to(url())).rejects.toThrow(InsideError);
    expect(receiver.got.length).toBe(before);
  });

  test('reaches inside where the operator allows the host by its name, and by no other', async () => {
    expect(await to(`http://127.0.0.1:${port()}/`, '127.0.0.1')).toBe(204);
    expect(await to(`http://localhost:${port()}/`, 'localhost')).toBe(204);
    await expect(to(`http://localhost:${port()}/`, '127.0.0.1')).rejects.toThrow(InsideError);
  });

  test('is not taken along, not fooled by half an answer, and not held by an endless one', async () => {
    const send = (path: string) =>
      sendWebhook(
        {
          id: 'd',
          warning: { kind: 'Alert', content: {} } as never,
          messages: [],
          cap: '',
          link: '',
          until: new Date(),
        },
        { url: `${receiver.url}${path}`, secret: `whsec_${Buffer.alloc(32).toString('base64')}` },
        new Set(['127.0.0.1']),
      );
    expect(await send('/redirect')).toMatchObject({ outcome: 'refused' });
    expect(receiver.got.some(({ path }) => path === '/elsewhere')).toBe(false);
    expect(await send('/breaks-off')).toMatchObject({ outcome: 'failed' });
    expect(await send('/endless')).toMatchObject({ outcome: 'accepted' });
  });
});
