"""Whom a connection believes: what this computer trusts, and nobody else."""

from __future__ import annotations

import ipaddress
import ssl
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from desk.errors import SourceUnreachable
from services.http_session import HttpSession


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for this machine that nobody has signed but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = tmp_path / "both.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, *plain) + made.public_bytes(serialization.Encoding.PEM)
    )
    (tmp_path / "trusted.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return path


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, _request: object, _address: object) -> None:
        """A client that does not believe us hangs up."""


@pytest.fixture
def url(certificate) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_args):
            """Be still."""

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with _Quiet(("127.0.0.1", 0), Handler) as served:
        served.socket = context.wrap_socket(served.socket, server_side=True)
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"https://127.0.0.1:{served.server_address[1]}/"
        served.shutdown()
        thread.join()


def test_a_stranger_is_not_believed_and_not_asked_twice(url):
    waits: list[float] = []
    session = HttpSession(wait=lambda seconds, _stopped: waits.append(seconds))
    with pytest.raises(SourceUnreachable) as told:
        session.get_json_bytes(url)
    assert "certificate" in told.value.details["reason"].lower()
    assert not waits
    knock = session.knock("GET", url)
    session.close()
    assert knock.certificate
    assert knock.status is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system keeps its certificates in no file")
def test_whom_the_system_trusts_is_believed(url, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.with_name("trusted.pem")))
    session = HttpSession()
    assert session.get_json_bytes(url) == b"{}"
    session.close()
