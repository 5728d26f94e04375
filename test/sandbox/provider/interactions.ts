import type { Interaction, Provider } from 'oidc-provider';
import { consentPage, endPage, loginPage } from './pages.ts';
import type { PeopleDirectory } from './people-directory.ts';
import { show } from './provider-configuration.ts';
import { readForm } from './read-form.ts';

type Middleware = Parameters<Provider['use']>[0];

/** Between authorization request and answer: the person signs in, then lets the app in, or cancels at either page. */
export function interactions(provider: Provider, people: PeopleDirectory): Middleware {
  return async (context, next) => {
    if (!context.path.startsWith('/interaction/')) {
      await next();
      return;
    }
    const details = await provider.interactionDetails(context.req, context.res).catch(() => undefined);
    if (details === undefined) {
      context.status = 400;
      show(context, endPage('This page is too old', 'Close it and start again in the app you came from.'));
      return;
    }
    const client = await provider.Client.find(text(details.params['client_id']));
    const view = { app: client?.clientName ?? 'the app', action: context.path };
    const finish = async (result: Parameters<Provider['interactionResult']>[2]) => {
      const options = { mergeWithLastSubmission: !('error' in result) };
      context.redirect(await provider.interactionResult(context.req, context.res, result, options));
      context.status = 303;
    };
    const form = context.method === 'POST' ? await readForm(context.req) : null;
    if (form?.get('action') === 'cancel') {
      await finish({ error: 'access_denied', error_description: 'The person cancelled' });
    } else if (details.prompt.name === 'login') {
      if (form === null) {
        show(context, loginPage({ ...view, login: text(details.params['login_hint']), problem: null }));
        return;
      }
      const login = form.get('login') ?? '';
      const person = people.check(login, form.get('password') ?? '');
      if (typeof person === 'string') {
        show(context, loginPage({ ...view, login, problem: person }));
      } else {
        await finish({ login: { accountId: person.login } });
      }
    } else if (form?.get('action') === 'allow') {
      await finish({ consent: { grantId: await grantAll(provider, details) } });
    } else {
      const person = people.active(details.session?.accountId ?? '');
      const scopes = text(details.params['scope']).split(' ');
      show(
        context,
        consentPage({ ...view, name: person?.name ?? '', address: person?.address ?? '', scopes }),
      );
    }
  };
}

/**
 * A grant of its own for each sign-in, as for each device of a person, so that signing out of one does not end the
 * others.
 */
async function grantAll(provider: Provider, details: Interaction): Promise<string> {
  const accountId = details.session?.accountId ?? '';
  const grant = new provider.Grant({ accountId, clientId: text(details.params['client_id']) });
  const scope = text(details.params['scope']);
  grant.addOIDCScope(scope);
  const resource = details.params['resource'];
  for (const one of Array.isArray(resource) ? resource : [resource]) {
    if (typeof one === 'string') grant.addResourceScope(one, scope);
  }
  return grant.save();
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
