/** Days as pages and feeds write them. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day of an ISO 8601 or RFC 5322 time, as written: in the page's own time zone. */
export function isoDay(time: string | null): string | null {
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(time ?? '');
  const mail = /^(?:\w{3}, )?(\d{1,2}) (\w{3})\w* (\d{4})\b/.exec(time ?? '');
  const day = iso
    ? `${iso[1]}-${iso[2]}-${iso[3]}`
    : mail
      ? `${mail[3]}-${String(MONTHS.indexOf((mail[2] ?? '').toLowerCase()) + 1).padStart(2, '0')}-${mail[1]?.padStart(2, '0')}`
      : '';
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) ? day : null;
}
