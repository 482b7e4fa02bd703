/** What sending needs to know, from the environment. */
import addressparser from 'nodemailer/lib/addressparser';

export interface DeliverySettings {
  /** Where recipients and the public reach this desk, without a slash at the end. */
  publicUrl: string;
  /** The desk's name for those who get its warnings. */
  name: string;
  /** Address of the mail server, `smtp://` or `smtps://`; `null`: no mail can be sent. */
  smtp: string | null;
  /** The address that mail comes from. */
  from: string | null;
  /** Hosts inside the house that webhooks may reach, by the name that stands in their address. */
  allowHosts: ReadonlySet<string>;
}

/** A setting cannot be used: the sentence names it. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/**
 * Reads TOCSIN_PUBLIC_URL, TOCSIN_SMTP, TOCSIN_FROM (`"Name" <address>`) and TOCSIN_ALLOW_HOSTS (names with commas).
 * @param ownUrl where the desk listens, for links where no public address is set
 * @throws SettingError
 */
export function deliverySettings(env: NodeJS.ProcessEnv, ownUrl: string): DeliverySettings {
  const { TOCSIN_PUBLIC_URL, TOCSIN_SMTP, TOCSIN_FROM, TOCSIN_ALLOW_HOSTS = '' } = env;
  const publicUrl = TOCSIN_PUBLIC_URL || ownUrl;
  if (!/^https?:\/\/[^\s?#/]+\/?$/.test(publicUrl) || !URL.canParse(publicUrl))
    throw new SettingError('TOCSIN_PUBLIC_URL is not an address such as https://warnings.example.org, without a path.');
  if (TOCSIN_SMTP && !(/^smtps?:\/\//.test(TOCSIN_SMTP) && URL.canParse(TOCSIN_SMTP)))
    throw new SettingError('TOCSIN_SMTP is not an address such as smtp://user:password@mail.example.org:587.');
  const [from] = TOCSIN_FROM ? addressparser(TOCSIN_FROM, { flatten: true }) : [];
  if (TOCSIN_FROM && !/^[^\s@,<&]+@[^\s@,<&]+$/.test(from?.address ?? ''))
    throw new SettingError('TOCSIN_FROM is not an address such as "Security desk" <desk@example.org>.');
  if (TOCSIN_SMTP && !from) throw new SettingError('TOCSIN_SMTP is set, but not TOCSIN_FROM: mail needs a sender.');
  return {
    publicUrl: new URL(publicUrl).origin,
    name: from?.name || 'Security desk',
    smtp: TOCSIN_SMTP || null,
    from: from?.address ?? null,
    allowHosts: new Set(
      TOCSIN_ALLOW_HOSTS.split(',')
        .map((host) => host.trim().toLowerCase())
        .filter((host) => host !== ''),
    ),
  };
}
