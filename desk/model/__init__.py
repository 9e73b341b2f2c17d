"""What a visit, a service, a path and a plan *are*: frozen values, no input or output."""
