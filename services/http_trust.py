"""Whom the desk's connections believe: the certificates that this computer's administrator trusts, and no others."""

from __future__ import annotations

import ssl
from typing import Any

import truststore
from requests.adapters import HTTPAdapter


class SystemTrust(HTTPAdapter):
    """Connections that are checked against the system's certificates instead of a list shipped with Python."""

    def __init__(self) -> None:
        self._trusted = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().__init__(pool_maxsize=2)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Prepare connections with the system's certificates."""
        super().init_poolmanager(*args, **kwargs, ssl_context=self._trusted)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        """Prepare connections through a proxy likewise."""
        return super().proxy_manager_for(proxy, **kwargs, ssl_context=self._trusted)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Check certificates always, and add no other list of certificates to the system's."""
        conn.cert_reqs = "CERT_REQUIRED"
