// Who asks, and what nobody learns of others.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  'API keys': './identity/api-keys.js',
  Attempts: './identity/attempts.js',
  Authentication: './identity/authentication.js',
  'Trusted proxies': './identity/trusted-proxies.js',
  Roles: './identity/roles.js',
  Anonymity: './identity/anonymity.js',
});
