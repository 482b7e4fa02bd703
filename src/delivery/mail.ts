/** E-mail: text, HTML and the signed CAP, with a Message-ID that stays the same however often it is sent. */
import { createTransport, type SendMailOptions } from 'nodemailer';
import { failed, type Outcome, reasonOf, refused } from './outcome.js';
import type { Note, Sending } from './sending.js';
import type { DeliverySettings } from './settings.js';
import { asHtml, asText } from './text.js';
import { titled } from './words.js';

/** Connections to the mail server at a time: most servers take some tens from one client. */
const CONNECTIONS = 16;
const SECOND = 1000;

/** The message. TLP asks for its label in the subject of what is not for everybody. */
export async function mailOf(
  { id, warning, messages, cap, link }: Sending,
  { name, from }: Pick<DeliverySettings, 'name'> & { from: string },
  to: string,
): Promise<SendMailOptions> {
  const { tlp } = warning.content;
  const [first] = messages;
  const subject = titled(warning.kind, first?.headline ?? '', first?.language ?? 'en');
  return {
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    from: { name, address: from },
    to: { name: '', address: to },
    subject: tlp === 'TLP:CLEAR' ? subject : `[${tlp}] ${subject}`,
    text: asText(messages, warning, link),
    html: await asHtml(messages, warning, link),
    attachments: [{ filename: 'warning.cap.xml', contentType: 'application/cap+xml; charset=utf-8', content: cap }],
    headers: { 'Auto-Submitted': 'auto-generated' },
    priority: 'high',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

export interface MailChannel {
  send(sending: Sending, to: string): Promise<Outcome>;
  note(note: Note, to: string): Promise<Outcome>;
  close(): void;
}

const noServer = async (): Promise<Outcome> => failed('no mail server is set: TOCSIN_SMTP and TOCSIN_FROM');

/** A pool of connections to the mail server of the settings, opened when there is something to send. */
export function mailChannel({ smtp, from, name }: DeliverySettings): MailChannel {
  if (smtp === null || from === null) return { send: noServer, note: noServer, close: () => {} };
  const transport = createTransport({
    ...{ url: smtp, pool: true, maxConnections: CONNECTIONS, maxMessages: 1000, maxRequeues: 0 },
    ...{ dnsTimeout: 10 * SECOND, connectionTimeout: 10 * SECOND, greetingTimeout: 10 * SECOND },
    socketTimeout: 20 * SECOND,
  });
  const deliver = async (mail: SendMailOptions): Promise<Outcome> => {
    try {
      const { response } = await transport.sendMail(mail);
      return { outcome: 'accepted', delivered: false, detail: `SMTP ${replyCode(response)}` };
    } catch (error) {
      return outcomeOf(error as { code?: string; responseCode?: number });
    }
  };
  return {
    send: async (sending, to) => deliver(await mailOf(sending, { name, from }, to)),
    note: ({ title, body, url }, to) =>
      deliver({
        from: { name, address: from },
        to: { name: '', address: to },
        subject: title,
        text: `${body}\n\n${url}\n`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...{ priority: 'high', disableFileAccess: true, disableUrlAccess: true },
      }),
    close: () => transport.close(),
  };
}

/** A mailbox or message that the server will not have (5xx) is refused; what it may take later, or our own fault, is tried on. */
function outcomeOf(error: { code?: string; responseCode?: number }): Outcome {
  if (error.responseCode === undefined || error.code === 'EAUTH') return failed(reasonOf(error));
  const detail = `SMTP ${error.responseCode}`;
  return error.responseCode >= 500 ? refused(detail) : failed(detail);
}

const replyCode = (response: string): string => /^\d{3}/.exec(response)?.[0] ?? '250';
