/** A hook of Node's module loader: `electron` is the module of the stand-in beside this file. */
export async function resolve(
  specifier: string,
  context: object,
  next: (specifier: string, context: object) => Promise<{ url: string }>,
): Promise<{ url: string; shortCircuit?: boolean }> {
  if (specifier !== 'electron' && specifier !== 'electron/main') return next(specifier, context);
  return { url: new URL('./electron.js', import.meta.url).href, shortCircuit: true };
}
