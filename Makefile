# Thin: everything is in tools/, which Windows shares (make.cmd). "make help" says what there is.
PYTHON ?= python3
COMMANDS := run test check bench judge torture setup messages pictures lock

.PHONY: help $(COMMANDS)
help:
	@$(PYTHON) -m tools help

$(COMMANDS):
	@$(PYTHON) -m tools $@ $(ARGS)
