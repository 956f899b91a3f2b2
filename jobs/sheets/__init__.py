"""Many jobs at once: the template, reading what employers filled in, importing it, exporting what they have."""
