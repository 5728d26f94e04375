import { createTransport } from 'nodemailer';
import type { ListeningOn } from '../sandbox/sandbox.ts';

/** Brings a mail to port 25 as another mail server does: 250, or the code of the refusal. */
export async function offerMail(reception: ListeningOn, ca: string, to: string): Promise<number> {
  const transport = createTransport({ host: 'localhost', port: reception.port, tls: { ca } });
  try {
    await transport.sendMail({ from: 'friend@elsewhere.example', to, subject: 'Hello', text: 'Hello' });
    return 250;
  } catch (thrown) {
    const code = thrown instanceof Error && 'responseCode' in thrown ? Number(thrown.responseCode) : 0;
    if (code === 0) throw thrown;
    return code;
  } finally {
    transport.close();
  }
}
