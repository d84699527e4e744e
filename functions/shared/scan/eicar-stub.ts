import { strFromU8, unzipSync } from 'fflate';

/**
 * The stub in place of a scanner on one machine: it knows the EICAR test file (https://www.eicar.org/download-anti-malware-testfile/), which
 * is harmless, and finds no real malware. It looks into ZIP files too, which .docx and .xlsx are, one inside another at the most
 * {@link DEEPEST}.
 */
const DEEPEST = 3;
/** What a member of an archive claims to hold; more is not looked at but refused, lest a small file fill the memory. */
const LARGEST_MEMBER_BYTES = 64 * 1024 * 1024;
const MOST_MEMBERS = 5000;

/** In two parts, so that a scanner does not take this program for the test file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export function holdsEicar(bytes: Uint8Array, depth = 0): boolean {
  if (strFromU8(bytes, true).includes(EICAR)) return true;
  if (!isZip(bytes)) return false;
  // What is packed deeper, or packed too much, cannot be called clean.
  if (depth === DEEPEST) return true;
  const members = unpacked(bytes);
  return members === undefined || members.some((member) => holdsEicar(member, depth + 1));
}

const isZip = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

function unpacked(bytes: Uint8Array): Uint8Array[] | undefined {
  let total = 0;
  let members = 0;
  let tooMuch = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        members++;
        tooMuch ||= total > LARGEST_MEMBER_BYTES || members > MOST_MEMBERS;
        return !tooMuch;
      },
    });
    return tooMuch ? undefined : Object.values(files);
  } catch {
    return undefined;
  }
}
