import type { JourneyApp } from '../../src-main/journey/journey-ports.ts';
import { Secret } from '../../src-main/secret.ts';

type UseCase = Exclude<keyof JourneyApp, 'showAppPassword' | 'accounts'>;
type Answer<Name extends UseCase> = Awaited<ReturnType<JourneyApp[Name]>>;
type Asked<Name extends UseCase> = Parameters<JourneyApp[Name]>;

interface Call {
  readonly name: UseCase;
  readonly asked: readonly unknown[];
  readonly signal: AbortSignal;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (thrown: unknown) => void;
}

/** Use cases that end when the test says so, or when they are cancelled, as the real ones do. */
export class FakeApp {
  readonly password = 'planted-app-password';
  accounts: Awaited<ReturnType<JourneyApp['accounts']>> = [];
  /** Names of the use cases that were cancelled. */
  readonly cancelled: string[] = [];
  /** Goes on when it is cancelled, like a use case that forgot its signal. */
  deaf = false;
  showFails: unknown = null;
  #calls: Call[] = [];
  #waiting: { readonly name: UseCase; readonly tell: (call: Call) => void }[] = [];

  readonly app: JourneyApp = {
    find: (...asked) => this.#call('find', asked, asked[1].signal),
    signIn: (...asked) => this.#call('signIn', asked, asked[1].signal),
    accounts: async () => this.accounts,
    activate: (...asked) => this.#call('activate', asked, asked[1].signal),
    listAppPasswords: (...asked) => this.#call('listAppPasswords', asked, asked[1]),
    createAppPassword: (...asked) => this.#call('createAppPassword', asked, asked[1].signal),
    showAppPassword: async () => {
      if (this.showFails !== null) throw this.showFails;
      return new Secret(this.password);
    },
    proveAppPassword: (...asked) => this.#call('proveAppPassword', asked, asked[1].signal),
    revokeAppPassword: (...asked) => this.#call('revokeAppPassword', asked, asked[2].signal),
    signOut: (...asked) => this.#call('signOut', asked, asked[1].signal),
  };

  /** Waits until the journey asks for `name`, and gives what it asked with. */
  async asked<Name extends UseCase>(name: Name): Promise<Asked<Name>> {
    return (await this.#next(name)).asked as unknown as Asked<Name>;
  }

  async answer<Name extends UseCase>(name: Name, answer: Answer<Name>): Promise<void> {
    const call = await this.#next(name);
    this.#calls = this.#calls.filter((one) => one !== call);
    call.resolve(answer);
  }

  async fail(name: UseCase, thrown: unknown): Promise<void> {
    const call = await this.#next(name);
    this.#calls = this.#calls.filter((one) => one !== call);
    call.reject(thrown);
  }

  /** Use cases that are going on. */
  get going(): readonly string[] {
    return this.#calls.map(({ name }) => name);
  }

  #call<T>(name: UseCase, asked: readonly unknown[], signal: AbortSignal): Promise<T> {
    return new Promise<unknown>((resolve, reject) => {
      const call: Call = { name, asked, signal, resolve, reject };
      this.#calls.push(call);
      signal.addEventListener('abort', () => {
        this.cancelled.push(name);
        if (this.deaf) return;
        this.#calls = this.#calls.filter((one) => one !== call);
        reject(signal.reason);
      });
      const waiting = this.#waiting.filter((one) => one.name === name);
      this.#waiting = this.#waiting.filter((one) => one.name !== name);
      for (const { tell } of waiting) tell(call);
    }) as Promise<T>;
  }

  #next(name: UseCase): Promise<Call> {
    const call = this.#calls.find((one) => one.name === name);
    if (call) return Promise.resolve(call);
    return new Promise((tell) => this.#waiting.push({ name, tell }));
  }
}
