import type { TableFile } from '../../../workflows/shared/table/table-file.ts';

/** A chosen CSV or XLSX file as the platform takes it. */
export async function tableFileOf(file: File): Promise<TableFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { format: /\.xlsx$/i.test(file.name) ? 'xlsx' : 'csv', contentBase64: base64(bytes) };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
