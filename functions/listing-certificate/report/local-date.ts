/** The civil calendar of the report: China has one time zone, without summer time. */
const PARTS = new Intl.DateTimeFormat('en', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** `2026年11月20日`, of an instant in ISO 8601 or a local date. */
export function chineseDate(at: string): string {
  const isLocalDate = /^\d{4}-\d{2}-\d{2}$/.test(at);
  const parts = PARTS.formatToParts(new Date(isLocalDate ? `${at}T12:00:00+08:00` : at));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}年${part('month')}月${part('day')}日`;
}
