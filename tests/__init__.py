"""The tests mirror the house: tests/desk, tests/ui, tests/services, tests/printing, tests/offline_cache, tests/i18n."""
