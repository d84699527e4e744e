import { fileTypeFromBuffer } from 'file-type';

/** The media type of a file by its content, whatever it is called; undefined for what nobody knows. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string | undefined> {
  return (await fileTypeFromBuffer(bytes))?.mime;
}
