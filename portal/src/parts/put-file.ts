/** Where a file goes, and the headers it has to come with. */
export interface PutAddress {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** SHA-256 of a file in hex. */
export async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Puts a file into the bucket. fetch does not tell how far an upload is. */
export function putFile(
  file: File,
  { url, headers }: PutAddress,
  onProgress: (percent: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) {
      // The browser sets it itself and lets nobody else.
      if (name.toLowerCase() !== 'content-length') request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded * 100) / total));
    request.onload = () => (request.status < 300 ? resolve() : reject(new Error(`${request.status}`)));
    request.onerror = () => reject(new Error('unreachable'));
    request.send(file);
  });
}
