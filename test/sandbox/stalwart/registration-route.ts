import * as v from 'valibot';
import type { HttpRequest } from './http-request.ts';
import { badParameters, forbidden } from './problem.ts';
import { redirectComplaint } from './redirect-uri.ts';
import { jsonReply, type Reply, withoutCache } from './reply.ts';
import { type AsCaller, parseJson } from './request-login.ts';
import type { ServerContext } from './server-context.ts';

const registrationSchema = v.looseObject({
  redirect_uris: v.array(v.string()),
  scope: v.optional(v.string()),
  response_types: v.optional(v.array(v.string())),
  grant_types: v.optional(v.array(v.string())),
  application_type: v.optional(v.picklist(['web', 'native'])),
  client_name: v.optional(v.string()),
  token_endpoint_auth_method: v.optional(v.string()),
});

/** Order in which a registration is echoed. */
const echoed = [
  'redirect_uris',
  'scope',
  'response_types',
  'grant_types',
  'application_type',
  'contacts',
  'client_name',
  'logo_uri',
  'client_uri',
  'token_endpoint_auth_method',
] as const;

const mostRegistrationBytes = 20 * 1024;

/**
 * `POST /auth/register` (RFC 7591): anonymous for public clients from 0.16.10 on; before, only for whoever may register
 * clients.
 */
export function createRegistrationRoute(context: ServerContext, asCaller: AsCaller) {
  const { traits, oauth } = context;

  const registered = (body: v.InferOutput<typeof registrationSchema>): Reply => {
    const complaint =
      body.redirect_uris.length === 0
        ? 'At least one redirect URI is required.'
        : body.redirect_uris.map(redirectComplaint).find((text) => text !== undefined);
    if (complaint !== undefined) {
      return jsonReply({ error: 'invalid_redirect_uri', error_description: complaint }, 400);
    }
    const clientId = oauth.register({ redirectUris: body.redirect_uris, clientName: body.client_name });
    return withoutCache(
      jsonReply(
        {
          client_id: clientId,
          client_id_issued_at: Math.floor(context.now() / 1000),
          ...Object.fromEntries(
            echoed.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]),
          ),
        },
        201,
      ),
    );
  };

  return async (request: HttpRequest): Promise<Reply> => {
    const parsed = parseJson(await request.body(mostRegistrationBytes));
    if ('status' in parsed) {
      return parsed;
    }
    const body = v.safeParse(registrationSchema, parsed.value);
    if (!body.success) {
      return badParameters('JSON deserialization failed');
    }
    const isPublic = (body.output.token_endpoint_auth_method ?? 'none') === 'none';
    if (traits.modernOAuth && isPublic) {
      return context.limits.anonymous(request.ip) ?? registered(body.output);
    }
    return asCaller(request, (caller) => (caller.kind === 'admin' ? registered(body.output) : forbidden()));
  };
}
