/** Amounts are integer fen; nothing here computes with fractions. */

const FEN_OF_WAN = 1_000_000;

/** `350000` as `3,500.00`. */
export function yuan(fen: number): string {
  const cents = Math.abs(fen % 100);
  return `${grouped((fen - (fen % 100)) / 100)}.${String(cents).padStart(2, '0')}`;
}

/** In units of ten thousand yuan, as loans are spoken of: `500000000` as `500`. */
export function wan(fen: number): string {
  const rest = String(fen % FEN_OF_WAN)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${grouped((fen - (fen % FEN_OF_WAN)) / FEN_OF_WAN)}${rest && `.${rest}`}`;
}

/** Fen of a text in ten thousand yuan; undefined where it is no amount. */
export function fenOfWan(text: string): number | undefined {
  return scaled(text.replaceAll(/[,，\s]/g, ''), /^(\d{1,8})(?:\.(\d{1,6}))?$/, 6);
}

/** Fen of a text in yuan; undefined where it is no amount. */
export function fenOfYuan(text: string): number | undefined {
  return scaled(text.replaceAll(/[,，\s]/g, ''), /^(\d{1,12})(?:\.(\d{1,2}))?$/, 2);
}

/** `435` basis points as `4.35%`. */
export function percent(basisPoints: number): string {
  const hundredths = String(basisPoints % 100).padStart(2, '0');
  return `${(basisPoints - (basisPoints % 100)) / 100}.${hundredths}%`;
}

/** A share, which is round as a rule: `5000` basis points as `50%`. */
export function share(basisPoints: number): string {
  return percent(basisPoints).replace(/\.?0+%$/, '%');
}

/** Basis points of a text in percent; undefined where it is none. */
export function basisPointsOf(text: string): number | undefined {
  return scaled(text.trim(), /^(\d{1,3})(?:\.(\d{1,2}))?%?$/, 2);
}

/** A decimal number as an integer of its smallest unit. */
function scaled(text: string, form: RegExp, places: number): number | undefined {
  const [, whole, part = ''] = form.exec(text) ?? [];
  return whole === undefined ? undefined : Number(whole) * 10 ** places + Number(part.padEnd(places, '0'));
}

function grouped(whole: number): string {
  return String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
