/** `12,345.60 元`: whole fen, never a float. */
export function yuan(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2).replace(/\B(?=([0-9]{3})+$)/g, ',')}.${digits.slice(-2)} 元`;
}
