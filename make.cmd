@echo off
rem The Makefile of Windows: "make run", "make test". Needs Python 3.11 or newer (python.org).
cd /d "%~dp0"
py -3 -m tools %*
