import { WorkbookError } from '../errors.js';
import type { RandomAccessFile } from './random-access-file.js';

const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const localSignature = Buffer.from('PK\x03\x04', 'latin1');
const windowBytes = 1024 * 1024;

/** Says what a file is that has no zip directory. */
export async function refuseUnknownFile(file: RandomAccessFile): Promise<WorkbookError> {
  if (file.sizeBytes === 0) {
    return new WorkbookError('NOT_A_ZIP', `${file.path} is empty. Copy or export it again.`);
  }
  const head = await file.read(0, Math.min(file.sizeBytes, 512));
  if (head.subarray(0, 8).equals(oleSignature)) return refuseCompoundFile(file, head);
  if (head.subarray(0, 4).equals(localSignature)) {
    return new WorkbookError(
      'TRUNCATED',
      `${file.path} is cut off: the end of the file is missing. Copy or export it again, and wait until that is done.`,
    );
  }
  return new WorkbookError(
    'NOT_A_ZIP',
    `${file.path} is not an Excel workbook, whatever its name says. Save it as .xlsx in Excel.`,
  );
}

/** OLE2 holds both the old .xls and the encrypted .xlsx; the names of the streams tell which. */
async function refuseCompoundFile(file: RandomAccessFile, head: Buffer): Promise<WorkbookError> {
  for (const at of [directoryOf(head), 0, file.sizeBytes - windowBytes]) {
    const from = Math.max(0, Math.min(at, file.sizeBytes));
    const window = await file.read(from, Math.min(windowBytes, file.sizeBytes - from));
    if (window.includes('EncryptedPackage', 0, 'utf16le')) {
      return new WorkbookError(
        'ENCRYPTED_WORKBOOK',
        `${file.path} is protected by a password. Open it in Excel, remove the password, and save it as .xlsx.`,
      );
    }
    if (window.includes('Workbook', 0, 'utf16le') || window.includes('Book\0', 0, 'utf16le')) break;
  }
  return new WorkbookError(
    'OLD_XLS',
    `${file.path} is in the old Excel format (.xls). Save it as .xlsx in Excel.`,
  );
}

/** Where the first sector of the compound file's directory stands. */
function directoryOf(head: Buffer): number {
  if (head.length < 52) return 0;
  const sectorBytes = 2 ** Math.min(head.readUInt16LE(30), 16);
  return (head.readUInt32LE(48) + 1) * sectorBytes;
}
