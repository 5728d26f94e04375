import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';

/**
 * The one certificate that Chromium is told to trust for a demo, as its switch wants it.
 * @param server its address; @param ca file of the authority that signed it
 * @returns SHA-256 of the public key (SPKI), base64
 */
export async function publicKeyOf(server: string, ca: string): Promise<string> {
  const { hostname, port } = new URL(server);
  const socket = connect({
    host: hostname,
    port: Number(port || 443),
    servername: hostname,
    ca: readFileSync(ca),
  });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(10_000) });
    const { publicKey } = new X509Certificate(socket.getPeerCertificate().raw);
    return createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64');
  } finally {
    socket.destroy();
  }
}
