import type { Proof, ProofProtocol, ProofResult } from '../app-passwords/app-password.ts';
import { faultCodes } from '../fault.ts';
import type { CheckView, FaultView } from '../ipc/view.ts';
import type { Account } from '../mailbox/account.ts';
import type { StepEvent } from '../steps.ts';

type CheckName = CheckView['name'];

const protocols: readonly ProofProtocol[] = ['imap', 'smtp', 'jmap'];

export function waiting(...names: readonly CheckName[]): readonly CheckView[] {
  return names.map((name) => ({ name, state: 'waiting', ms: null, fault: null }));
}

/** The checklist of an app password in the making. */
export const workingChecks = waiting('created', 'imap', 'smtp', 'jmap', 'kept');

/** The checklist of a proof that is run again. */
export const proofChecks = waiting('imap', 'smtp', 'jmap');

/** Replaces the check of the same name; one that is not in the list changes nothing. Pure. */
export function withCheck(checks: readonly CheckView[], check: CheckView): readonly CheckView[] {
  return checks.map((one) => (one.name === check.name ? check : one));
}

/** A step of a use case, as the check of the same name. Pure. */
export function withStep(checks: readonly CheckView[], { step, ...news }: StepEvent): readonly CheckView[] {
  const name = checks.find((one) => one.name === step)?.name;
  if (name === undefined) return checks;
  const state = news.state === 'running' ? 'working' : news.state;
  return withCheck(checks, { name, state, ms: news.state === 'running' ? null : news.ms, fault: null });
}

/** What each protocol said. Pure. */
export function checksOfProof(proof: Proof, account: Account | null): readonly CheckView[] {
  return protocols.map((name) => {
    const fault = faultOf(name, proof[name], account);
    return { name, state: fault === null ? 'done' : 'failed', ms: Math.round(proof[name].ms), fault };
  });
}

/** Every protocol took it. Pure. */
export function works(proof: Proof | null): boolean {
  return proof !== null && protocols.every((protocol) => proof[protocol].kind === 'accepted');
}

function faultOf(protocol: ProofProtocol, result: ProofResult, account: Account | null): FaultView | null {
  switch (result.kind) {
    case 'accepted':
      return null;
    case 'refused':
      return {
        code: 'password.proof-refused',
        facts: { protocols: protocol, reason: result.reason },
        retryable: false,
      };
    default: {
      const code = faultCodes.find((one) => one === result.code) ?? 'network.timeout';
      const facts = { ...peer(protocol, account), seconds: Math.round(result.ms / 1000) };
      return { code, facts, retryable: true };
    }
  }
}

function peer(protocol: ProofProtocol, account: Account | null): FaultView['facts'] {
  if (account === null) return {};
  const { server, imap, smtp } = account.service;
  if (protocol !== 'jmap') {
    const { host, port } = protocol === 'imap' ? imap : smtp;
    return { host, port };
  }
  const url = new URL(server);
  return { host: url.hostname, port: Number(url.port || 443) };
}
