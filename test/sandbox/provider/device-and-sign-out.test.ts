import { decodeJwt } from 'jose';
import * as openid from 'openid-client';
import { expect, test } from 'vitest';
import { startAppAtProvider } from './app-at-provider.ts';
import { signInByForm } from './person-at-a-form.ts';
import { readPage } from './read-page.ts';

const mara = { login: 'mara', password: 'mara-sandbox-password' };
const scope = 'openid email profile offline_access';

test('a device is let in by the code that is typed in, and gets the same kind of tokens', async () => {
  const app = await startAppAtProvider();
  const device = await openid.initiateDeviceAuthorization(app.config, { scope });
  expect(device.interval).toBe(1);
  const end = await signInByForm(device.verification_uri, { ...mara, userCode: device.user_code });
  expect(readPage(end.body).text).toContain('Your device is connected');
  const tokens = await openid.pollDeviceAuthorizationGrant(app.config, device);
  expect(tokens.refresh_token).toBeTypeOf('string');
  expect(decodeJwt(tokens.access_token)).toMatchObject({ sub: 'mara', aud: 'stalwart', scope });
});

test('the address with the code in it asks whether the code is the device’s, with a warning', async () => {
  const app = await startAppAtProvider();
  const device = await openid.initiateDeviceAuthorization(app.config, { scope });
  const complete = device.verification_uri_complete ?? '';
  const end = await signInByForm(complete, { ...mara, cancel: true });
  expect(readPage(end.body).text).toContain('Cancelled');
  await expect(openid.pollDeviceAuthorizationGrant(app.config, device)).rejects.toMatchObject({
    error: 'access_denied',
  });
});

test('a code nobody has is refused in plain words', async () => {
  const app = await startAppAtProvider();
  const end = await signInByForm(`${app.provider.issuer}/device`, { ...mara, userCode: 'AAAA-AAAA' });
  expect(readPage(end.body).text).toContain('There is no such code.');
});

test('signing out asks first, then ends the session but not the refresh token of the app', async () => {
  const app = await startAppAtProvider();
  const request = await app.request();
  const { location } = await signInByForm(request.url, { ...mara, visitRedirect: false });
  const tokens = await request.exchange(location);
  const out = openid.buildEndSessionUrl(app.config, { id_token_hint: tokens.id_token ?? '' });
  const end = await signInByForm(out, mara);
  expect(end.status).toBe(200);
  expect(readPage(end.body).text).toContain('You are signed out');
  await expect(openid.refreshTokenGrant(app.config, tokens.refresh_token ?? '')).resolves.toHaveProperty(
    'access_token',
  );
});
