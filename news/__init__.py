"""The paper: sections and articles, written by the editors in the admin."""
