/** A method-level error: `["error", {type, description?}, "<call id>"]`. */
export class JmapError extends Error {
  readonly type: string;

  constructor(type: string, description?: string) {
    super(description ?? '');
    this.name = 'JmapError';
    this.type = type;
  }

  toJSON(): Readonly<Record<string, string>> {
    return this.message === '' ? { type: this.type } : { type: this.type, description: this.message };
  }
}

/** An entry of `notCreated`, `notUpdated` or `notDestroyed`, its members in the server's order. */
export interface SetError {
  readonly type: string;
  readonly description?: string;
  readonly properties?: readonly string[];
  readonly objectId?: { readonly object: string; readonly id: string };
  readonly validationErrors?: readonly { readonly type: string; readonly property: string }[];
}

export function invalidPatch(description: string, property: string): SetError {
  return { type: 'invalidPatch', description, properties: [property] };
}
