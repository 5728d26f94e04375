import type { Bridge as BridgeOfMain, contract } from '../src-main/ipc/contract.ts';
import type { Channel, Input, Output, Reply as ReplyOf } from '../src-main/ipc/message.ts';

type Contract = typeof contract;

/** What the window asks of the main process: each an intent of the person, never a capability. */
export type MessageName = Channel<Contract>;
export type MessageInput<M extends MessageName> = Input<Contract, M>;
export type MessageOutput<M extends MessageName> = Output<Contract, M>;
export type Reply<T> = ReplyOf<T>;
export type Place = MessageInput<'nav.go'>['to'];

/** `window.gatepass`, as the preload gives it: the only way out of the window. */
export type Bridge = BridgeOfMain;

declare global {
  interface Window {
    readonly gatepass: Bridge;
  }
}
