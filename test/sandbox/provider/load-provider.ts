import type { errors, Provider } from 'oidc-provider';

/**
 * The package's Provider class and errors from the files that define them: the package's entry prints a warning on
 * Node 20, where all that is used here works.
 */
export async function loadProvider(): Promise<{
  readonly Provider: typeof Provider;
  readonly errors: typeof errors;
}> {
  const [providerFile, errorsFile]: readonly [string, string] = [
    'oidc-provider/lib/provider.js',
    'oidc-provider/lib/helpers/errors.js',
  ];
  const [main, helpers] = await Promise.all([import(providerFile), import(errorsFile)]);
  return { Provider: (main as typeof import('oidc-provider')).Provider, errors: helpers as typeof errors };
}
