"""Measurements. Nothing here is a test: figures differ by machine, so each stands beside the command that made it."""
