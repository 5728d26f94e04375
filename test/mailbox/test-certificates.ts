import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Certificates, createCertificates } from '../sandbox/certificates.ts';

/** Throw-away certificates in memory; nothing of them stays on disk. */
export async function testCertificates(): Promise<Certificates> {
  const directory = await mkdtemp(join(tmpdir(), 'gp-certificates-'));
  try {
    return await createCertificates(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
