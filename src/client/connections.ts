/** The connections to one repository: directly or through a proxy, and whose certificates are believed. */
import { rootCertificates } from 'node:tls';
import { Agent, ProxyAgent, type Dispatcher } from 'undici';

export interface Route {
  /** The URL of an HTTP proxy, with name and password where it asks for them. */
  readonly proxy?: string | undefined;
  /** Certificate authorities in PEM, trusted beside the usual ones (F47). */
  readonly ca?: string | undefined;
  /** Believe any certificate. */
  readonly insecure: boolean;
}

/** Opens what requests are sent through. Nothing is connected before the first of them. */
export function openConnections(route: Route, connectMs: number): Dispatcher {
  const tls = {
    rejectUnauthorized: !route.insecure,
    ...(route.ca === undefined ? {} : { ca: [...rootCertificates, route.ca] }),
  };
  if (route.proxy === undefined) return new Agent({ connect: { timeout: connectMs, ...tls } });
  return new ProxyAgent({
    uri: route.proxy,
    requestTls: tls,
    proxyTls: { timeout: connectMs, ...tls },
    // Proxies commonly refuse to open a tunnel to port 80: plain HTTP is forwarded, HTTPS goes through a tunnel.
    proxyTunnel: false,
  });
}
